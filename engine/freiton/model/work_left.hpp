// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// FTE that have so many hours for this work in the horizon, after the absence and shrinkage of the first team that
/// handles it.
double paid_fte(const Scenario& scenario, const Work& work, double hours);

/// What the figures of post do not show by themselves:
///
///   work_left               more items lie there at the end than at the beginning; how many, and the hours and FTE
///                           that it would take to do them within the same days; not where the calendar repeats itself
///   turnaround_leaves_out   items that were not done within the time that is computed have no turnaround, so that its
///                           mean is of the others only
///
/// Only what is beyond the half-widths of the figures and at least half an item is told.
std::vector<Warning> warnings_about_work_left(const Scenario& scenario, const Performance& performance);

}  // namespace freiton
