// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

// In an interval without people whoever finishes a call is busy all the time: that breaks no limit.
TEST(Occupancy, IsOfIntervalsWithPeople) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.teams[0].max_occupancy = Share{0.9};
    parts.simulation.replications = 50;
    const Scenario scenario{parts};
    StaffingPlan plan;
    plan.agents.push_back({8, 0});
    const Performance performance = simulate(scenario, plan);
    const TeamPerformance& team = performance.teams[0];
    ASSERT_GT(team.on_duty_by_interval[1], 0.0);  // somebody finishes
    EXPECT_NEAR(team.occupancy_by_interval[1], 1.0, 1e-9);
    const TargetResult& limit = performance.targets.back();
    ASSERT_EQ(limit.promise.kind, PromiseKind::max_occupancy);
    EXPECT_LT(limit.reached, 0.9);
    EXPECT_GT(*limit.kept_share, 0.5);
}

}  // namespace
}  // namespace freiton::simulation
