// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"

namespace freiton::analytic {

/// People by slot that finish all the post in time with the smallest peak, then the smallest next level, and so on.
/// No work is done twice and nobody waits: the hours of the profile are those of the work.
///
/// Critical intervals, the most intense first: its slots get its number of people, its work is done; the windows of
/// what is left lose those slots.
///
/// Source:   F. Yao, A. Demers, S. Shenker, "A scheduling model for reduced CPU energy" (1995).
/// Domain:   as critical_interval. Slots in which one agent does nothing get nobody; work that fits nowhere else makes
///           the result infinite there.
/// Accuracy: ratios of sums of the input.
/// Cost:     one critical_interval for each level of the profile.
std::vector<double> flattest_profile(std::vector<Cohort> cohorts, std::vector<double> one_agent_h);

}  // namespace freiton::analytic
