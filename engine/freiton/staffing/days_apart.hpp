// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton::staffing {

/// One day of a scenario, and where all the days that are like it begin.
struct DayApart {
    Scenario scenario;
    std::vector<std::size_t> begins{};  // intervals of the whole scenario, in order
};

/// The different days of a scenario whose days have nothing to do with each other: calls only, with promises for
/// intervals or days, and at night so long a break that nobody waits any more in the morning. Days of the same hours,
/// demand and given staff are one. None where something ties the days together: post, an assurance over days, absence
/// of several days, owners, calls as recorded, a warm-up, handling times by table, days when clocks change, days that
/// are to have the same numbers.
std::vector<DayApart> days_apart(const Scenario& scenario);

}  // namespace freiton::staffing
