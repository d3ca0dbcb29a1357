// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "freiton/report/plan_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

// The hour of sales with ten letters, five of them done in each half hour.
struct SalesAndLetters {
    Scenario scenario;
    PlanResult result;
};

SalesAndLetters sales_and_letters(int days) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = days;
    parts.work.push_back({.name = "letters",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(10),
                          .handling_time = {.mean = Seconds{300.0}}});
    parts.teams[0].handles.emplace_back("letters");
    Scenario scenario{parts};
    PlanResult result = test::small_plan();
    const BacklogFigures half_hour{
        .offered = 5, .done_in_time_share = 0.9, .completed = 4, .backlog_at_end = 1, .due = 5};
    WorkPerformance letters;
    letters.backlog.total = half_hour;
    letters.backlog.by_interval.assign(scenario.intervals(), half_hour);
    letters.backlog.by_day.assign(static_cast<std::size_t>(days), half_hour);
    Course<CallFigures>& calls = result.performance.work[0].calls;
    calls.by_interval.resize(scenario.intervals(), calls.by_interval[0]);
    calls.by_day.resize(static_cast<std::size_t>(days), calls.by_interval[0]);
    result.performance.work.push_back(letters);
    result.plan.agents[0].resize(scenario.intervals(), 7);
    result.drivers = {std::vector<Driver>(scenario.intervals(), Driver::post)};
    result.drivers[0][0] = Driver::calls;
    return {std::move(scenario), std::move(result)};
}

std::string mixed_plan_text(const Scenario& scenario, const PlanResult& result, Language language) {
    return text_of(plan_document(scenario, result, language), {1000, 1000});  // columns: every sentence on one line
}

TEST(MixedPlanDocument, ADayShowsBothWorldsByInterval) {
    const SalesAndLetters plan = sales_and_letters(1);
    const std::string text = mixed_plan_text(plan.scenario, plan.result, Language::en);
    EXPECT_THAT(text, ContainsRegex("time +desk +calls +in time +abandoned +post +done +left +due\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:00-09:30 +2 c +10 +81.2 % +0.0 % +5 +4 +1 +5\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:30-10:00 +4 p +20 +0.0 % "));
    EXPECT_THAT(text, HasSubstr(": c = calls, p = post, "));
}

TEST(MixedPlanDocument, SeveralDaysShowPeopleByTimeAndTheBacklogAsALine) {
    const SalesAndLetters plan = sales_and_letters(2);
    const std::string text = mixed_plan_text(plan.scenario, plan.result, Language::en);
    EXPECT_THAT(text, ContainsRegex("\ndesk +Mon 2 Mar +Tue 3 Mar\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:00 +2 c +7 p\n"));
    EXPECT_THAT(text, ContainsRegex("\nMon 2 Mar +.* +5  ██\n"));
    EXPECT_THAT(text, ContainsRegex("\nletters +5 +90.0 % "));
}

TEST(MixedPlanDocument, WhatIsDueIsShownOnlyWhereAFormulaKnowsIt) {
    SalesAndLetters plan = sales_and_letters(2);
    EXPECT_THAT(mixed_plan_text(plan.scenario, plan.result, Language::en), ContainsRegex("left +due\n"));
    plan.result.performance.source = Source::simulation;
    EXPECT_THAT(mixed_plan_text(plan.scenario, plan.result, Language::en), Not(HasSubstr("  due")));
}

TEST(MixedPlanDocument, GermanHasItsWords) {
    const SalesAndLetters plan = sales_and_letters(1);
    EXPECT_THAT(mixed_plan_text(plan.scenario, plan.result, Language::de),
                AllOf(HasSubstr("rechtzeitig"), HasSubstr("übrig"), HasSubstr("fällig"), HasSubstr("2 a"),
                      HasSubstr("a = Anrufe"), Not(HasSubstr("calls"))));
}

TEST(MixedPlanDocument, JsonNamesWhatAskedForThePeople) {
    const SalesAndLetters plan = sales_and_letters(1);
    const auto json = nlohmann::json::parse(plan_json(plan.scenario, plan.result));
    EXPECT_EQ(json["teams"]["desk"]["driver_by_interval"], (std::vector<std::string>{"calls", "post"}));
    EXPECT_EQ(json["work"]["letters"]["due"], 5.0);
    EXPECT_TRUE(json["organisation"].is_null());
}

}  // namespace
}  // namespace freiton::report
