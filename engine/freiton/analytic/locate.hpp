// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// What all teams of a pool together may have in each interval.
StaffBounds bounds_of(const Scenario& scenario, const Pool& pool);

/// Splits a pool's people over its teams, by team of the pool and interval: by the offered load of their sites over the
/// horizon (largest remainders; what comes from nowhere in equal parts), or the cheapest team first.
std::vector<std::vector<int>> located(const Scenario& scenario, const Pool& pool, const std::vector<int>& agents);

}  // namespace freiton::analytic
