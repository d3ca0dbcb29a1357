// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"
#include "freiton/analytic/pool_work.hpp"

namespace freiton::analytic {

/// The post of one part of a pool as a fluid: cohorts by stream and slot of arrival, and what the people make of them.
struct PoolFluid {
    std::vector<Cohort> cohorts;
    std::vector<std::size_t> stream;  // of each cohort, in PoolPost
    FluidOutcome outcome;
};
PoolFluid pool_fluid(const PoolPost& post, const std::vector<double>& capacity_h);

/// Late work by stream and slot of arrival, in hours of one part: in the mean over chance (late_work), and never less
/// than of the fluid, so that nobody is promised more than people have time for.
std::vector<std::vector<double>> late_hours(const PoolPost& post, const PoolFluid& fluid, const PostCapacity& capacity,
                                            double slot_h);

}  // namespace freiton::analytic
