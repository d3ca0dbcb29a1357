// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/study/plan_by_simulation.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

// Nine weeks of five days of two half hours; calls are promised by interval, letters over the horizon.
Scenario nine_weeks() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 63;
    parts.work.push_back({.name = "letters",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(5),
                          .handling_time = {.mean = 3min},
                          .backlog_target = BacklogTarget{
                              .done = Share{0.9}, .within = {.working_days = 1, .clock = Clock::working_days}}});
    parts.teams[0].handles.emplace_back("letters");
    return Scenario{std::move(parts)};
}

PlanResult planned_by_weeks() {
    const Scenario scenario = nine_weeks();
    return plan_by_simulation(scenario, analytic::least_plan(scenario).staffing, {}, true);
}

TEST(PlanByWeeks, KeepsThePromisesOfTheWholeAndWeeksThatAreAlikeAreEqual) {
    const PlanResult result = planned_by_weeks();
    EXPECT_TRUE(result.met());
    const std::vector<int>& agents = result.plan.agents[0];
    constexpr std::ptrdiff_t week = 10;
    for (std::ptrdiff_t begin = 2 * week; begin < 9 * week; begin += week)
        EXPECT_TRUE(std::equal(agents.begin() + week, agents.begin() + 2 * week, agents.begin() + begin)) << begin;
    const auto says = [&](WarningCode code) {
        return std::count_if(result.performance.warnings.begin(), result.performance.warnings.end(),
                             [&](const Warning& warning) { return warning.code == code; });
    };
    EXPECT_EQ(says(WarningCode::planned_by_weeks), 1);
}

// What a week owes to one person is no figure of the whole.
TEST(PlanByWeeks, ProvesNothingAndTellsOfNoPersonWhatHeDoesForTheHorizon) {
    const PlanResult result = planned_by_weeks();
    ASSERT_TRUE(result.explanation);
    EXPECT_FALSE(result.explanation->proven);
    int told = 0;
    for (const auto* effects : {&result.explanation->one_fewer, &result.explanation->one_more})
        for (const auto& effect : effects->front())
            if (effect) {
                ++told;
                EXPECT_TRUE(effect->interval || effect->day);
            }
    EXPECT_GT(told, 20);
}

}  // namespace
}  // namespace freiton::study
