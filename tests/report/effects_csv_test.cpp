// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/explanation_report.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/text_writer.hpp"
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
    EXPECT_EQ(
        effects_csv(scenario, explained()),
        "date,start,team,agents,change,work,site,target,each_day,over,where,wanted,before,reached,half_width,verdict\n"
        "2026-03-02,09:30,desk,4,-1,sales,,answered,,interval,2026-03-02T09:30:00,0.8,0.82,0.74,0.01,missed\n"
        "2026-03-02,09:30,desk,4,1,sales,,answered,,interval,2026-03-02,0.8,0.82,0.8,0.5,not sure\n");
}

std::string text_with_effects(const Scenario& scenario, const PlanResult& result, Language language) {
    Document document{.language = language};
    add_effects(scenario, result, language, document);
    return text_of(document);
}

TEST(Effects, AreATableForPeopleInWhichPromisesHaveNumbers) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_EQ(text_with_effects(scenario, explained(), Language::en),
              "desk             people  one less                    one more\n"
              "───────────────────────────────────────────────────────────────────────\n"
              "Mon 2 Mar 09:30       4  1: 82.0 % → 74.0 %, missed  1: 82.0 % → 80.0 %\n"
              "1 = sales: 80 % answered within 20 s.\n");
    PlanResult unsure = explained();
    unsure.explanation->one_fewer[0][1]->met = true;  // and yet nobody was spared
    EXPECT_THAT(text_with_effects(scenario, unsure, Language::de), testing::HasSubstr("74,0 %, nicht sicher"));
    EXPECT_THAT(effects_csv(scenario, unsure), testing::HasSubstr("0.74,0.01,not sure"));
}

TEST(Effects, OfAPlanByFormulaAreNotKnownWhichIsSaid) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_THAT(text_with_effects(scenario, test::small_plan(), Language::en),
                testing::HasSubstr("is known of plans by simulation"));
}

TEST(Effects, NoneAndDaysThatAreAlikeAreSaid) {
    ScenarioParts parts = test::one_hour_of_sales();
    PlanResult empty = explained();
    empty.explanation->one_fewer[0][1].reset();
    empty.explanation->one_more[0][1].reset();
    EXPECT_THAT(text_with_effects(Scenario{parts}, empty, Language::de), testing::HasSubstr("wurde nicht ermittelt"));
    parts.calendar.days = 2;
    parts.calendar.interval = std::chrono::minutes{60};
    parts.work[0].arrivals = test::listed({10});
    parts.plan.alike = {0, 1};
    EXPECT_THAT(text_with_effects(Scenario{parts}, explained(), Language::en), testing::HasSubstr("days are alike"));
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
