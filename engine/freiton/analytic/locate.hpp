// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// What all teams of a pool together may have in each interval.
StaffBounds bounds_of(const Scenario& scenario, const Pool& pool);

/// What an hour on duty of a team costs, by its paid hours; nothing where no price is stated.
double cost_on_duty(const Scenario& scenario, std::size_t team);

/// Where the people of a pool sit: by the offered load of their sites over the horizon (largest remainders; what comes
/// from nowhere in equal parts), or at the cheapest team first.
class Placement {
  public:
    Placement(const Scenario& scenario, const Pool& pool);

    /// So many people, by team of the pool, each within its limits.
    std::vector<int> of(int people, const std::vector<int>& least, const std::vector<int>& most) const;

  private:
    bool by_load_;
    std::vector<double> share_;          // of the load, by team of the pool
    std::vector<std::size_t> cheapest_;  // first
};

/// Places a pool's people, by team of the pool and interval.
std::vector<std::vector<int>> located(const Scenario& scenario, const Pool& pool, const std::vector<int>& agents);

}  // namespace freiton::analytic
