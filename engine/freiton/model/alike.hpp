// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// Intervals that are to have the same numbers, by plan.alike: those of one clock time on all open days of the horizon
/// that are one of its weekdays. Groups of at least two, in order; none where the scenario asks for none.
std::vector<std::vector<std::size_t>> alike_intervals(const Scenario& scenario);

/// The plan with the largest number of each such group in all of it, team by team. Staff that is given, and whoever is
/// closed, stays as it is; limits that differ between the days still hold.
StaffingPlan made_alike(const Scenario& scenario, StaffingPlan plan);

}  // namespace freiton
