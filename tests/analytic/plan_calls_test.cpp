// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/plan_calls.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/analytic/formula_plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {

using namespace std::chrono_literals;

namespace {

/// Two half hours with a promise on the mean wait of the day; callers never hang up.
ScenarioParts patient_callers(const std::vector<double>& calls) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed(calls);
    parts.work[0].patience = std::nullopt;
    parts.work[0].call_target = CallTarget{.over = Scope::day};
    parts.work[0].call_target->average_wait = 30s;
    parts.teams[0].most = 200;
    return parts;
}

// With one or two of 20 people away 190 calls of 3 min wait without end. Two calls wait for somebody on any day, so
// nobody is added there.
TEST(PlanCalls, PeopleAreAddedOnlyWhereWaitsAreWithoutEnd) {
    ScenarioParts parts = patient_callers({2, 190});
    parts.teams[0].absence = Absence{Share{0.05}, std::nullopt};
    const StaffingPlan plan = least_plan(Scenario{parts}).staffing;
    EXPECT_LE(plan.agents[0][0], 3);
    EXPECT_GT(plan.agents[0][1], 20);
    EXPECT_LT(plan.agents[0][1], 30);
    EXPECT_TRUE(performance(Scenario{parts}, plan).met());
}

// On some day, however rare, more comes than any number of people can do: the mean over days is infinite.
TEST(PlanCalls, NobodyIsAddedForAMeanWaitThatNoStaffKeeps) {
    ScenarioParts parts = patient_callers({2, 190});
    parts.work[0].arrivals.day_cv = 0.2;
    for (const Scope over : {Scope::interval, Scope::day}) {
        parts.work[0].call_target->over = over;
        const Scenario scenario{parts};
        const StaffingPlan plan = least_plan(scenario).staffing;
        EXPECT_LT(plan.agents[0][1], 30);
        const Performance figures = performance(scenario, plan);
        EXPECT_FALSE(figures.met());
        EXPECT_TRUE(std::isinf(figures.targets[0].reached));
    }
}

// As many people as there are Erlangs answer far more than a fifth in 20 s: the plan needs fewer, and none can be
// spared.
TEST(PlanCalls, ALoosePromiseOverADayNeedsFewerPeopleThanErlangs) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({60, 90, 75});
    parts.work[0].call_target = CallTarget{.answered = Share{0.2}, .within = 20s, .over = Scope::day};
    parts.calendar.open = test::office_week(9h, 10h + 30min);
    const Scenario scenario{parts};
    const StaffingPlan plan = least_plan(scenario).staffing;
    EXPECT_TRUE(performance(scenario, plan).met());
    EXPECT_LT(plan.agents[0][0] + plan.agents[0][1] + plan.agents[0][2], 6 + 9 + 7);
    for (std::size_t i = 0; i < 3; ++i) {
        StaffingPlan fewer = plan;
        if (--fewer.agents[0][i] < 0) continue;
        EXPECT_FALSE(performance(scenario, fewer).met()) << "interval " << i;
    }
}

}  // namespace

}  // namespace freiton::analytic
