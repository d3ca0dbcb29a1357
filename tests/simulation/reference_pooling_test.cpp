// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/overflow_cases.hpp"

namespace freiton::test {
namespace {

constexpr double least_events_of_pools = 20.0;

TEST(ReferencePooling, OverflowBothWaysAndOneWayWithTheHandlingTimeOfTheSite) {
    std::vector<Compared> all;
    std::uint64_t index = 0;
    for (const Json& exact : reference_cases("pooling")) {
        if (exact["part"] != "overflow") continue;
        const SteadyRun run{.days = 4, .replications = 30, .seed = ++index};
        const std::vector<Compared> compared = OverflowDays{exact, run}.run();
        all.insert(all.end(), compared.begin(), compared.end());
    }
    expect_spread(all, least_events_of_pools, 0.25);
}

}  // namespace
}  // namespace freiton::test
