// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/plan_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const TextShape unbroken{1000, 1000};  // columns: every sentence on one line

std::string plan_text(const Scenario& scenario, const PlanResult& result, Language language) {
    return text_of(plan_document(scenario, result, language), unbroken);
}

std::string small_text(Language language) {
    return plan_text(Scenario{test::one_hour_of_sales()}, test::small_plan(), language);
}

// The plan of `days` days from Monday, two half hours on each open one; agents count up from 1.
std::string long_text(int days) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = days;
    const Scenario scenario{parts};
    PlanResult result = test::small_plan();
    Course<CallFigures>& work = result.performance.work[0].calls;
    const CallFigures figures = work.by_interval[0];
    work.by_interval.assign(scenario.intervals(), figures);
    work.by_day.assign(static_cast<std::size_t>(days), figures);
    result.plan.agents[0].resize(scenario.intervals());
    for (std::size_t i = 0; i < scenario.intervals(); ++i) result.plan.agents[0][i] = static_cast<int>(i) + 1;
    return plan_text(scenario, result, Language::en);
}

// One and two of four people, then three and four.
TEST(PlanDocument, OfSeveralDaysShowsTheCourseOfThePeopleOfEach) {
    EXPECT_THAT(long_text(2), AllOf(ContainsRegex("Mon 2 Mar .* ▂▄ "), ContainsRegex("Tue 3 Mar .* ▆█ ")));
}

TEST(PlanDocument, BeginsWithTheTitleTheDayAndTheFormula) {
    EXPECT_THAT(small_text(Language::en),
                StartsWith("Sales\nMon 2 Mar 2026, intervals of 30 min\nErlang A: callers hang up when their patience "
                           "ends\n\n"));
    ScenarioParts parts = test::one_hour_of_sales();
    parts.title.clear();
    parts.work[0].patience.reset();
    EXPECT_THAT(plan_text(Scenario{parts}, test::small_plan(), Language::en),
                StartsWith("Mon 2 Mar 2026, intervals of 30 min\nErlang C: callers wait until they are answered\n\n"));
}

TEST(PlanDocument, SaysThatCallersHangUpAtOnce) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].balk = Share{0.1};
    EXPECT_THAT(plan_text(Scenario{parts}, test::small_plan(), Language::en),
                HasSubstr("Erlang A: callers hang up at once where nobody is free, or when their patience ends"));
    parts.work[0].patience.reset();
    EXPECT_THAT(plan_text(Scenario{parts}, test::small_plan(), Language::en),
                HasSubstr("Erlang C: callers hang up at once where nobody is free, or wait until they are answered"));
}

// By the rule of the formulas: a law of patience counts where lines are unlimited, and a gamma law of cv 1 is none.
TEST(PlanDocument, NamesTheModelThatTheFormulasTake) {
    ScenarioParts parts = test::one_hour_of_sales();
    const auto text = [&] { return text_of(plan_document(Scenario{parts}, test::small_plan(), Language::en)); };
    parts.work[0].patience = DurationLaw{.law = Law::gamma, .mean = Seconds{120}, .cv = 1.0};
    EXPECT_THAT(text(), HasSubstr("Erlang A: callers hang up"));
    parts.work[0].patience->cv = 2.0;
    EXPECT_THAT(text(), HasSubstr("M/M/n+G: callers hang up"));
    parts.work[0].lines = 20;
    EXPECT_THAT(text(), HasSubstr("Erlang A: callers hang up"));
}

TEST(PlanDocument, ADayIsShownByInterval) {
    const std::string text = small_text(Language::en);
    EXPECT_THAT(text, ContainsRegex("time +agents +calls +SL 20 s +ASA +abandoned +occupancy\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:00-09:30 +2 +[^ ]+ +10 +81.2 % +6.5 s +5.0 % +50 %\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:30-10:00 +4 +[^ ]+ +20 +0.0 % +- +0.0 % +-\n"));  // nobody answered: no ASA
    EXPECT_THAT(text, ContainsRegex("\nday .peak. +4 +30 "));
}

TEST(PlanDocument, SaysWhetherTheTargetIsMetAndWhereItIsTightest) {
    EXPECT_THAT(small_text(Language::en),
                HasSubstr("\nTarget   sales: 80 % answered within 20 s, in every interval: NOT met (tightest: 0.0 % on "
                          "Mon 2 Mar at 09:30).\n"));
    PlanResult result = test::small_plan();
    result.performance.targets[0].met = true;
    EXPECT_THAT(plan_text(Scenario{test::one_hour_of_sales()}, result, Language::en),
                HasSubstr("in every interval: met (tightest"));
    result.performance.targets[0].worst_interval.reset();
    result.performance.targets[0].reached = CallFigures::none;
    EXPECT_THAT(plan_text(Scenario{test::one_hour_of_sales()}, result, Language::en),
                HasSubstr("in every interval: nothing came in.\n"));
}

TEST(PlanDocument, SaysHowManyPeopleThatIsToEmploy) {
    EXPECT_THAT(small_text(Language::en),
                HasSubstr("\nPeople   4 at the peak, 3.0 agent hours; at 20 % shrinkage 3.8 paid "
                          "hours = 0.5 FTE of 40 h a week of 5 open days.\n"));
}

TEST(PlanDocument, EveryWarningIsANote) {
    EXPECT_THAT(small_text(Language::en), HasSubstr("\nNote     sales: in some intervals"));
    EXPECT_THAT(small_text(Language::de), HasSubstr("\nHinweis  sales: In manchen Intervallen"));
}

TEST(PlanDocument, GermanHasItsWordsAndDecimalCommas) {
    EXPECT_THAT(small_text(Language::de),
                AllOf(HasSubstr("Mo 02.03.2026"), HasSubstr("Personen"), HasSubstr("81,2 %"), HasSubstr("6,5 s"),
                      HasSubstr("NICHT erreicht"), HasSubstr("3,0 Personenstunden"), Not(HasSubstr("81.2")),
                      Not(HasSubstr("agents")), Not(HasSubstr("calls"))));
}

// Monday has 1 and 2 agents, Friday 9 and 10; Saturday and Sunday are closed.
TEST(PlanDocument, AWeekIsAGridAndALineForEachDay) {
    const std::string text = long_text(7);
    EXPECT_THAT(text, StartsWith("Sales\nMon 2 Mar 2026 to Sun 8 Mar 2026, intervals of 30 min"));
    EXPECT_THAT(text, ContainsRegex("desk +Mon 2 Mar +Tue 3 Mar +Wed 4 Mar +Thu 5 Mar +Fri 6 Mar\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:00 +1 +3 +5 +7 +9\n"));
    EXPECT_THAT(text, ContainsRegex("\n09:30 +2 +4 +6 +8 +10\n"));
    EXPECT_THAT(text, ContainsRegex("\nTue 3 Mar +4 +3.5 "));   // (3 + 4) x 0.5 h
    EXPECT_THAT(text, ContainsRegex("\nall days +10 +27.5 "));  // (1 + ... + 10) x 0.5 h
    EXPECT_THAT(text, Not(HasSubstr("Sat 7 Mar")));
}

TEST(PlanDocument, MoreThanSevenOpenDaysHaveNoGrid) {
    EXPECT_THAT(long_text(9), HasSubstr("\n09:00 "));        // seven of nine days are open
    EXPECT_THAT(long_text(10), Not(HasSubstr("\n09:00 ")));  // eight of ten
    EXPECT_THAT(long_text(10), HasSubstr("\nWed 11 Mar"));
}

}  // namespace
}  // namespace freiton::report
