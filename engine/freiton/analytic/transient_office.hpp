// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/transient_day.hpp"
#include "freiton/core/problem.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::analytic {

/// Everything in a scenario that the chain cannot carry, by key: one team answers one kind of calls, all of them
/// Poisson, with handling times of one law with a cv of at most 2 (or exactly of two phases), without absence, redials
/// and days that differ; where weeks repeat themselves the office closes before each.
Problems transient_obstacles(const Scenario& scenario);

/// What is taken for something simpler, where there is no obstacle: handling times of other laws as two phases,
/// patience of another law by its mean.
std::vector<Warning> transient_warnings(const Scenario& scenario);

/// How long a plan takes on one thread, about (a factor of three): 0 with exponential handling times, which take a
/// hundredth of it.
double transient_seconds(const Scenario& scenario);

/// Whether nothing plans better that is not slower: the chain is exact, or off by less than a simulation of the usual
/// precision (handling times with a cv from 0.71 to 1.25), and takes half a minute at most.
bool transient_is_best(const Scenario& scenario);

/// Expects that there are no obstacles.
TransientDay transient_day_of(const Scenario& scenario);

}  // namespace freiton::analytic
