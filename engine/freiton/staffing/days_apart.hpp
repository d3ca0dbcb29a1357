// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/staffing/stretch.hpp"

namespace freiton::staffing {

/// The different days of a scenario whose days have nothing to do with each other: calls only, with promises for
/// intervals or days, and at night so long a break that nobody waits any more in the morning. Days of the same hours,
/// demand and given staff are one. None where something ties the days together: post, an assurance over days, absence
/// of several days, owners, calls as recorded, a warm-up, handling times by table, days when clocks change, days that
/// are to have the same numbers.
std::vector<Stretch> days_apart(const Scenario& scenario);

}  // namespace freiton::staffing
