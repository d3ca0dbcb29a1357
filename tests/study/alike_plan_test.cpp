// SPDX-License-Identifier: Apache-2.0
// Weekdays that get the same numbers.
#include <gtest/gtest.h>

#include "freiton/model/alike.hpp"
#include "freiton/study/plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

// Three days of two hours, each with more calls than the one before.
ScenarioParts rising_days() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 3;
    parts.calendar.open = test::office_week(9h, 11h);
    parts.work[0].arrivals = test::listed({40, 60, 30, 20});
    parts.work[0].arrivals.weekdays = {1.0, 1.3, 1.7, 1, 1, 1, 1};
    parts.plan.alike = {1, 2};
    return parts;
}

void expect_alike(const Scenario& scenario, const PlanResult& result) {
    for (const auto& group : alike_intervals(scenario))
        for (const std::size_t i : group)
            EXPECT_EQ(result.plan.agents[0][i], result.plan.agents[0][group.front()]) << i;
    EXPECT_TRUE(result.met());
}

// By formula intervals have nothing to do with each other: the dearest of the days is the least for all.
TEST(AlikePlan, ByFormulaEachTimeHasWhatItsDearestDayNeeds) {
    ScenarioParts parts = rising_days();
    parts.plan.method = Method::formula;
    const Scenario scenario{parts};
    const PlanResult alike = plan(scenario);
    parts.plan.alike.clear();
    const PlanResult own = plan(Scenario{parts});
    expect_alike(scenario, alike);
    double more = 0.0;
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(alike.plan.agents[0][i], own.plan.agents[0][i]);
        EXPECT_EQ(alike.plan.agents[0][4 + i], own.plan.agents[0][8 + i]);
        more += own.plan.agents[0][8 + i] - own.plan.agents[0][4 + i];
    }
    ASSERT_GT(more, 0.0);
    ASSERT_TRUE(alike.own_numbers);
    EXPECT_DOUBLE_EQ(alike.performance.teams[0].agent_hours - alike.own_numbers->agent_hours, 0.5 * more);
    EXPECT_DOUBLE_EQ(alike.own_numbers->agent_hours, own.performance.teams[0].agent_hours);
    EXPECT_FALSE(own.own_numbers);
}

TEST(AlikePlan, BySimulationTheyAreEqualKeepTheirPromisesAndNobodyOfThemCanBeSpared) {
    ScenarioParts parts = rising_days();
    parts.plan.method = Method::simulation;
    parts.work[0].call_target->over = Scope::day;
    const Scenario scenario{parts};
    const PlanResult alike = plan(scenario);
    expect_alike(scenario, alike);
    ASSERT_TRUE(alike.own_numbers);
    EXPECT_GE(alike.performance.teams[0].agent_hours, alike.own_numbers->agent_hours);
    // The quieter day has room to spare, the busier is as tight as one of its own would be.
    const auto& days = alike.performance.work[0].calls.by_day;
    EXPECT_GT(days[1].service_level, days[2].service_level);
    EXPECT_LT(days[2].service_level, 0.87);
}

PlanResult taking(double agent_hours, std::optional<double> cost, bool met = true) {
    PlanResult result;
    result.performance.teams.push_back({.agent_hours = agent_hours, .cost = cost});
    result.performance.targets.push_back({.met = met});
    return result;
}

// A search of many numbers may come to dearer ones than one of few: no restriction ever saves anybody.
TEST(AlikePlan, StandsInForNumbersOfTheirOwnWhereItIsCheaperAndKeepsItsPromises) {
    EXPECT_EQ(best_own_numbers(taking(238, {}), taking(209, {})).agent_hours, 209.0);
    EXPECT_EQ(best_own_numbers(taking(238, {}), taking(209, {}, false)).agent_hours, 238.0);
    EXPECT_EQ(best_own_numbers(taking(200, {}), taking(209, {})).agent_hours, 200.0);
    const auto dearer_hours = best_own_numbers(taking(200, 9000.0), taking(209, 8000.0));
    EXPECT_EQ(dearer_hours.agent_hours, 209.0);
    EXPECT_EQ(dearer_hours.cost, 8000.0);
}

}  // namespace
}  // namespace freiton::study
