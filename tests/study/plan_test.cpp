// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "model/small_scenario.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

using testing::ElementsAre;

// An independent program, which uniformises the chain of an arriving caller with patience, finds the same.
TEST(Plan, TheQuickstartNeedsTheseAgentsByFormula) {
    ScenarioParts parts = input::read_scenario(test::in_source("scenarios/quickstart.yaml")).parts();
    parts.plan.method = Method::formula;
    const PlanResult result = plan(Scenario{parts});
    ASSERT_EQ(result.plan.agents.size(), 1u);
    EXPECT_THAT(result.plan.agents[0], ElementsAre(7, 10, 13, 17, 21, 23, 25, 24, 22, 20, 18, 19, 21, 22, 23, 21, 20,
                                                   17, 14, 12, 10, 9, 7, 6));
    EXPECT_TRUE(result.met());
    // 401 agents in all half hours together: 200.5 h; / 0.7 after shrinkage; / (40 h / 7 open weekdays).
    const TeamPerformance& team = result.performance.teams[0];
    EXPECT_DOUBLE_EQ(team.agent_hours, 200.5);
    EXPECT_DOUBLE_EQ(team.paid_hours, 200.5 / 0.7);
    EXPECT_DOUBLE_EQ(team.paid_fte, 200.5 / 0.7 / (40.0 / 7.0));
    EXPECT_EQ(team.peak_agents, 25);
    EXPECT_NEAR(result.performance.work[0].calls.total.offered, 2620.0, 1e-9);
}

TEST(Plan, OneAgentLessMissesTheTargetInEveryInterval) {
    const Scenario scenario{test::one_hour_of_sales()};
    const std::vector<int> least = plan(scenario).plan.agents[0];
    for (const std::size_t i : {0u, 1u}) {
        ScenarioParts parts = test::one_hour_of_sales();
        parts.teams[0].most = least[i] - 1;
        const PlanResult result = plan(Scenario{parts});
        EXPECT_FALSE(result.met());
        EXPECT_LT(result.performance.work[0].calls.by_interval[i].service_level, 0.8);
    }
}

TEST(Plan, WhatCannotBeMetIsAResultWithTheMostPeople) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.teams[0].most = 1;
    const PlanResult result = plan(Scenario{parts});
    EXPECT_THAT(result.plan.agents[0], ElementsAre(1, 1));
    ASSERT_EQ(result.performance.targets.size(), 1u);
    EXPECT_FALSE(result.performance.targets[0].met);
    EXPECT_EQ(result.performance.targets[0].worst_interval, IntervalIndex{1});  // twice the calls of the first
}

TEST(Plan, QuietIntervalsKeepTheLeastPeopleAndMeetTheTarget) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({0, 0});
    EXPECT_THAT(plan(Scenario{parts}).plan.agents[0], ElementsAre(0, 0));
    parts.teams[0].least = 2;
    const PlanResult result = plan(Scenario{parts});
    EXPECT_THAT(result.plan.agents[0], ElementsAre(2, 2));
    EXPECT_TRUE(result.met());
    EXPECT_EQ(result.performance.targets[0].worst_interval, std::nullopt);
}

TEST(Plan, IsThatOfTheScenariosSeedWhateverTheMethod) {
    ScenarioParts parts = test::one_hour_of_sales();
    EXPECT_EQ(plan(Scenario{parts}).seed, 1u);
    parts.simulation.seed = 7;
    for (const Method method : {Method::formula, Method::transient, Method::simulation}) {
        parts.plan.method = method;
        EXPECT_EQ(plan(Scenario{parts}).seed, 7u);
    }
}

// One Erlang for two agents of endless patience: C = 1/3, so the mean wait over all is 1/3 x 180 s / (2 - 1) = 60 s.
TEST(Plan, WithoutPatienceCallersWaitAsErlangCSaysByFormula) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({10, 10});  // 10 x 3 min in 30 min: 1 Erlang
    parts.work[0].patience.reset();
    parts.teams[0].least = 2;
    parts.teams[0].most = 2;
    parts.plan.method = Method::formula;
    const CallFigures figures = plan(Scenario{parts}).performance.work[0].calls.by_interval[0];
    EXPECT_NEAR(figures.wait_probability, 1.0 / 3.0, 1e-12);
    EXPECT_NEAR(figures.wait_all_s, 60.0, 1e-9);
    EXPECT_EQ(figures.abandoned, 0.0);
}

}  // namespace
}  // namespace freiton::study
