// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/promise_simulation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

PromiseSimulation simulated(const Scenario& scenario, const StaffingPlan& plan) {
    PromiseSimulation simulation{scenario, plan};
    simulation.run(200, RunControl{.threads = 1});
    return simulation;
}

TEST(PromiseSimulation, AStaffingDoesNotDifferFromItselfAndThatIsSure) {
    const Scenario scenario{test::one_hour_of_sales()};
    const PromiseSimulation one = simulated(scenario, {{{2, 4}}});
    for (const PromiseEstimate& difference : one.differences(simulated(scenario, {{{2, 4}}}), 200)) {
        EXPECT_EQ(difference.value, 0.0);
        EXPECT_EQ(difference.half_width, 0.0);
    }
}

// The same callers come to both: where they fare better with one person more, they do so on most days.
TEST(PromiseSimulation, ADifferenceOnTheSameCallersIsKnownBetterThanEachNumber) {
    const Scenario scenario{test::one_hour_of_sales()};
    const PromiseSimulation more = simulated(scenario, {{{3, 5}}});
    const PromiseSimulation fewer = simulated(scenario, {{{2, 4}}});
    const auto differences = more.differences(fewer, 200);
    const auto of_more = more.estimates(), of_fewer = fewer.estimates();
    ASSERT_EQ(differences.size(), 2u);
    for (std::size_t k = 0; k < differences.size(); ++k) {
        EXPECT_NEAR(differences[k].value, of_more[k].value - of_fewer[k].value, 1e-12);
        EXPECT_GT(differences[k].value, differences[k].half_width);
        EXPECT_LT(differences[k].half_width, std::hypot(of_more[k].half_width, of_fewer[k].half_width));
    }
}

}  // namespace
}  // namespace freiton::simulation
