// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// One row of a recorded list, placed in its open interval; of post that came while closed in that of the next opening.
struct RecordedContact {
    double after_s = 0.0;   // the interval's start; negative: it came so long before, while closed
    double contacts = 1.0;  // a fraction is one more with that chance
    std::optional<double> handling_time_s{};
};

/// Adds what is wrong with a recorded list: calls while the office is closed and post outside the hours of its work,
/// nothing within the horizon.
void check_recorded(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                    const AcceptedHours& accepted = {});

/// The recorded contacts of one site by open interval, in the order of time. An empty name stands for what belongs to
/// no site. Where clocks go back, the first of two equal times is meant.
std::vector<std::vector<RecordedContact>> recorded_contacts_of_site(const Arrivals& arrivals, const Calendar& calendar,
                                                                    const std::string& site);

/// How much of a recorded list comes after the last closing of the horizon, and counts with no interval.
double recorded_after_last_closing(const Arrivals& arrivals, const Calendar& calendar);

}  // namespace freiton
