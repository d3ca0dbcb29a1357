// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// Intervals of one clock time on all open days of the horizon that are one of these weekdays (0: Monday). Groups of at
/// least two, in order; none where there are no weekdays.
std::vector<std::vector<std::size_t>> alike_intervals(const Calendar& calendar,
                                                      const std::vector<std::size_t>& weekdays);

/// Those that are to have the same numbers, by plan.alike: of the above those with the same limits in every team.
std::vector<std::vector<std::size_t>> alike_intervals(const Scenario& scenario);

/// Those of days that are open at the same times and have about as many contacts of each kind, less than a tenth apart
/// from the first of them: as they come, so that a search may take them as one at first.
std::vector<std::vector<std::size_t>> similar_intervals(const Scenario& scenario);

/// The plan with the largest number of each such group in all of it, team by team. Staff that is given, and whoever is
/// closed, stays as it is.
StaffingPlan made_alike(const Scenario& scenario, StaffingPlan plan);

}  // namespace freiton
