// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pool_fluid.hpp"

#include <algorithm>

namespace freiton::analytic {

PoolFluid pool_fluid(const PoolPost& post, const std::vector<double>& capacity_h) {
    PoolFluid fluid;
    for (std::size_t k = 0; k < post.streams.size(); ++k) {
        const PostStream& stream = post.streams[k];
        for (std::size_t s = 0; s < stream.work_h.size(); ++s) {
            if (stream.work_h[s] <= 0.0) continue;
            fluid.cohorts.push_back({s, stream.due[s], stream.work_h[s], 0, stream.urgency});
            fluid.stream.push_back(k);
        }
    }
    fluid.outcome = earliest_due_first(fluid.cohorts, capacity_h);
    return fluid;
}

std::vector<std::vector<double>> late_hours(const PoolPost& post, const PoolFluid& fluid, const PostCapacity& capacity,
                                            double slot_h) {
    std::vector<std::vector<double>> late_h = late_work(post.streams, capacity, slot_h, post.day);
    for (std::size_t c = 0; c < fluid.cohorts.size(); ++c) {
        const Cohort& cohort = fluid.cohorts[c];
        double& late = late_h[fluid.stream[c]][cohort.release];
        late = std::clamp(cohort.work_h - fluid.outcome.on_time_h[c], late, cohort.work_h);
    }
    return late_h;
}

}  // namespace freiton::analytic
