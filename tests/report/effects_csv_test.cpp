// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "freiton/report/explanation_report.hpp"
#include "freiton/report/plan_report.hpp"
#include "model/small_scenario.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

PlanResult explained() {
    PlanResult result = test::small_plan();
    Explanation why;
    why.one_fewer = why.one_more = {std::vector<std::optional<Effect>>(2)};
    why.one_fewer[0][1] = Effect{.target = 0,
                                 .interval = IntervalIndex{1},
                                 .day = std::nullopt,
                                 .before = 0.82,
                                 .reached = 0.74,
                                 .half_width = 0.01,
                                 .met = false,
                                 .sure = true};
    why.one_more[0][1] = Effect{.target = 0,
                                .interval = std::nullopt,
                                .day = 0,
                                .before = 0.82,
                                .reached = 0.8,
                                .half_width = 0.5,
                                .met = false,
                                .sure = false};
    result.explanation = std::move(why);
    return result;
}

TEST(EffectsCsv, SaysWhatOnePersonLessAndOneMoreDo) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_EQ(effects_csv(scenario, explained()),
              "date,start,team,agents,change,work,site,target,over,where,wanted,before,reached,half_width,verdict\n"
              "2026-03-02,09:30,desk,4,-1,sales,,answered,interval,2026-03-02T09:30:00,0.8,0.82,0.74,0.01,missed\n"
              "2026-03-02,09:30,desk,4,1,sales,,answered,interval,2026-03-02,0.8,0.82,0.8,0.5,not sure\n");
}

TEST(EffectsCsv, IsAFileOfPlansThatWereExplainedOnly) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_EQ(plan_csv(scenario, test::small_plan()).size(), 4U);
    const auto files = plan_csv(scenario, explained());
    ASSERT_EQ(files.size(), 5U);
    EXPECT_EQ(files[4].name, "effects.csv");
}

}  // namespace
}  // namespace freiton::report
