// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation {

/// The open intervals that a replication passes, and which interval of the horizon each of them repeats.
struct TimeLine {
    std::vector<kernel::Slot> slots{};
    std::vector<std::size_t> interval{};  // by slot: of the calendar
    std::vector<double> day_close{};      // by day of the time line
    int first_horizon_slot = 0;
    int end_horizon_slot = 0;
    double origin_s = 0.0;           // midnight of the first calendar day
    double opening_arrival_s = 0.0;  // the close of the open day before the horizon
};

/// The horizon, before it `warm_up_days` times its first open day, after it `days_after` times its last. Where the
/// calendar repeats itself whole horizons come before and after it, as many as have so many days.
TimeLine time_line(const Calendar& calendar, int warm_up_days, int days_after);

}  // namespace freiton::simulation
