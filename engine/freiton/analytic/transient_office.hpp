// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/transient_day.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::analytic {

/// Everything in a scenario that the chain cannot carry, by key: one team answers one kind of calls, all of them
/// Poisson, with exponential handling times, without absence, redials and days that differ; where weeks repeat
/// themselves the office closes before each.
Problems transient_obstacles(const Scenario& scenario);

/// What is taken for something simpler, where there is no obstacle: patience of another law by its mean, and handling
/// times that change by interval by the mean of the work.
std::vector<Warning> transient_warnings(const Scenario& scenario);

/// Whether the chain is exact: no obstacle, nothing taken for something simpler.
bool transient_is_exact(const Scenario& scenario);

/// Expects that there are no obstacles.
TransientDay transient_day_of(const Scenario& scenario);

}  // namespace freiton::analytic
