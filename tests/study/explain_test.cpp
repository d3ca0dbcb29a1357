// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "freiton/input/read_scenario.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "freiton/study/plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

// Two sites of their own: one takes calls and has absence, the other does post and may not have more than three people.
Scenario two_sites() {
    return input::parse_scenario(
        "freiton: 1\n"
        "title: Two sites\n"
        "calendar: {first_day: 2026-03-02, days: 2, open: '08:00-10:00'}\n"
        "work:\n"
        "  calls: {kind: call, arrivals: {per_interval: 40}, handling_time: {mean: 4 min}, patience: {mean: 2 min},\n"
        "          target: {answered: 80 %, within: 20 s}}\n"
        "  post: {kind: backlog, arrivals: {per_day: 30}, handling_time: {mean: 6 min},\n"
        "         target: {done: 90 %, within: 1 h}}\n"
        "teams:\n"
        "  phones: {handles: [calls], absence: 10 %}\n"
        "  desk: {handles: [post], min: 1, max: 3}\n",
        "f.yaml", ".");
}

const PlanResult& explained() {
    static const PlanResult result = plan(two_sites(), {.explain = true, .control = {.threads = 2}});
    return result;
}

TEST(Explanation, NamesWhatOnePersonFewerBreaks) {
    const Explanation& why = *explained().explanation;
    for (std::size_t i = 0; i < 8; ++i) {
        ASSERT_TRUE(why.one_fewer[0][i]) << i;
        const Effect& effect = *why.one_fewer[0][i];
        EXPECT_EQ(explained().performance.targets[effect.target].promise.work, WorkIndex{0});
        EXPECT_FALSE(effect.met);
        EXPECT_LT(effect.reached, effect.before);
        EXPECT_EQ(explained().drivers[0][i], Driver::calls);
        const bool can_go = explained().plan.agents[1][i] > 1;  // of the desk, above its least
        EXPECT_EQ(why.one_fewer[1][i].has_value(), can_go) << i;
        EXPECT_EQ(explained().drivers[1][i], can_go ? Driver::post : Driver::least) << i;
    }
}

TEST(Explanation, OnePersonMoreHelpsTheTightestTargetThere) {
    const Explanation& why = *explained().explanation;
    for (std::size_t i = 0; i < 8; ++i) {
        ASSERT_TRUE(why.one_more[0][i]) << i;
        EXPECT_EQ(why.one_more[0][i]->interval, i);
        EXPECT_GT(why.one_more[0][i]->reached, why.one_more[0][i]->before) << i;
        if (explained().plan.agents[1][i] == 3) {
            EXPECT_FALSE(why.one_more[1][i]) << i;  // no more are allowed
        }
    }
}

TEST(Explanation, MoreContactsAndAbsenceCostServiceAndFewerOrNobodyAwayGiveIt) {
    const Explanation& why = *explained().explanation;
    const double reached = explained().performance.targets[0].reached;
    EXPECT_LT(why.more_contacts->targets[0].reached, reached);
    EXPECT_GT(why.fewer_contacts->targets[0].reached, reached);
    EXPECT_GT(why.nobody_absent->targets[0].reached, reached);
    EXPECT_TRUE(why.fewer_contacts->met());
    const TeamPerformance& phones = explained().performance.teams[0];
    EXPECT_NEAR(*phones.on_duty_hours, 0.9 * phones.agent_hours, 0.02 * phones.agent_hours);
}

TEST(Explanation, SaysWhatTheFormulasLeaveOut) {
    const FormulaView& formula = *explained().explanation->formula;
    EXPECT_GT(formula.agent_hours, 0.0);
    EXPECT_EQ(formula.left_out,
              (std::vector{LeftOut::queues_carried_over, LeftOut::absence, LeftOut::post_after_calls}));
    EXPECT_EQ(formula.in_time_simulated[0], explained().performance.work[0].calls.total.service_level);
    EXPECT_NEAR(formula.in_time[0], formula.in_time_simulated[0], 0.05);  // absence in both, by mean or by draw
}

TEST(Explanation, IsOnlyGivenWhenAskedFor) { EXPECT_FALSE(plan(two_sites(), {.control = {.threads = 2}}).explanation); }

TEST(Explanation, ChangesNothingOfThePlan) {
    EXPECT_EQ(plan(two_sites(), {.control = {.threads = 2}}).plan.agents, explained().plan.agents);
}

// With one queue in which all wait, no plan that has fewer people everywhere than one that fails can hold. Where
// callers give up no such theorem is at hand, and a search that leaves plans out for it proves nothing.
TEST(Explanation, SaysThatNothingCheaperHoldsOnlyWhereThatIsProven) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.plan.method = Method::simulation;
    const auto says_it = [&] {
        const Scenario scenario{parts};
        const PlanResult result = plan(scenario, {.explain = true, .control = {.threads = 2}});
        const std::string text =
            report::text_of(report::plan_document(scenario, result, report::Language::en), {1000, 1000});
        const bool said = text.find("nothing cheaper holds") != std::string::npos;
        EXPECT_EQ(said, result.explanation->proven);
        return said;
    };
    EXPECT_FALSE(says_it());
    parts.work[0].patience.reset();
    EXPECT_TRUE(says_it());
}

TEST(ExplanationReport, ReadsAsSentencesInBothLanguages) {
    const std::string english =
        report::text_of(report::plan_document(two_sites(), explained(), report::Language::en), {1000, 1000});
    for (const char* part :
         {"Why      With one person fewer a target would be missed or not sure:\n",
          "         calls: 80 % answered within 20 s (missed in ", "One person more does most in ",
          "Demand   With 5 % more contacts and the same people: ", "With 5 % fewer: all targets met",
          "Absence  phones: ", "With nobody absent: calls", "Formula  The formulas ask for ",
          "They leave out: queues carried from one interval into the next; people who are absent all day; ",
          "Search   "})
        EXPECT_NE(english.find(part), std::string::npos) << part << "\n" << english;
    const std::string german =
        report::text_of(report::plan_document(two_sites(), explained(), report::Language::de), {1000, 1000});
    for (const char* part : {"Warum    Bei einer Person weniger wäre ein Ziel verfehlt",
                             "5 % weniger: alle Ziele erreicht", "Abwesend phones: "})
        EXPECT_NE(german.find(part), std::string::npos) << part << "\n" << german;
}

TEST(ExplanationReport, NamesTargetsByTheirIndexInJson) {
    const auto json = nlohmann::json::parse(report::plan_json(two_sites(), explained()))["explanation"];
    EXPECT_EQ(json["one_fewer"]["phones"].size(), 8U);
    EXPECT_EQ(json["one_fewer"]["phones"][2]["target"], 0);
    EXPECT_EQ(json["one_fewer"]["phones"][2]["met"], false);
    EXPECT_EQ(json["one_fewer"]["phones"][2]["interval"], "2026-03-02T09:00:00");
    EXPECT_EQ(json["fewer_contacts"]["met"], true);
    EXPECT_EQ(json["fewer_contacts"]["targets"].size(), 2U);
    EXPECT_EQ(json["plans_tried"], explained().explanation->plans_tried);
}

}  // namespace
}  // namespace freiton::study
