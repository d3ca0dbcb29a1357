// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// What a team may have in each interval: `min` to `max`, or what is given.
Bounds bounds_of(const Scenario& scenario, std::size_t team);
Bounds bounds_of(const Scenario& scenario, const Pool& pool);  // of all its teams together

/// Splits a pool's people over its teams, by team of the pool and interval: by the offered load of their sites over the
/// horizon (largest remainders; what comes from nowhere in equal parts), or the cheapest team first.
std::vector<std::vector<int>> located(const Scenario& scenario, const Pool& pool, const std::vector<int>& agents);

}  // namespace freiton::analytic
