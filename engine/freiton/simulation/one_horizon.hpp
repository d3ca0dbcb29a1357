// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/numbers.hpp"

namespace freiton::simulation {

/// What one replication brings, by work and open interval, from all sites: the numbers that figures are made of. For
/// those who simulate many scenarios once each; on the calling thread.
std::vector<std::vector<Numbers>> numbers_of_horizon(const Scenario& scenario, const StaffingPlan& plan,
                                                     std::uint64_t seed, std::uint64_t replication);

}  // namespace freiton::simulation
