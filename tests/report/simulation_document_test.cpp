// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/report/simulation_report.hpp"
#include "freiton/report/text_writer.hpp"
#include "report/small_plan.hpp"

namespace freiton::report {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string simulation_text(const Scenario& scenario, const PlanResult& result, Language language,
                            const std::optional<HeadroomScale>& headroom = {}) {
    return text_of(simulation_document(scenario, result, headroom, language),
                   {1000, 1000});  // every sentence on one line
}

// The small plan as if it had been simulated: every share known to 1.2 points, every time to 0.5 s.
PlanResult small_simulation() {
    PlanResult result = test::small_plan();
    const auto measure = [](Measured<CallFigures>& figures) {
        figures.wait_p95_s = 45;
        figures.half_width = CallFigures{.service_level = 0.012, .asa_s = 0.5, .abandoned_share = 0.0001};
    };
    auto& calls = result.performance.work[0].calls;
    measure(calls.total);
    for (auto& figures : calls.by_interval) measure(figures);
    for (auto& figures : calls.by_day) measure(figures);
    result.performance.source = Source::simulation;
    result.performance.replications = 60;
    result.performance.teams[0].on_duty_hours = 2.75;
    result.performance.teams[0].occupancy_half_width = 0.011;
    result.performance.teams[0].overtime_hours = 0.05;
    result.performance.teams[0].overtime_hours_half_width = 0.01;
    result.performance.targets[0].half_width = 0.003;
    result.performance.targets[0].kept_share = 0.42;
    result.performance.targets[0].days_met = 0.998;
    return result;
}

TEST(SimulationDocument, ShowsEveryIntervalOfASingleDayWithHalfWidths) {
    const std::string text = simulation_text(Scenario{test::one_hour_of_sales()}, small_simulation(), Language::en);
    EXPECT_THAT(text,
                HasSubstr("Sales\nMon 2 Mar 2026, intervals of 30 min\nSimulated 60 times; ± is the doubt about a mean "
                          "(95 %)\n\n"
                          "sales  calls       SL 20 s          ASA  wait p95     abandoned  busy\n"
                          "─────────────────────────────────────────────────────────────────────\n"
                          "09:00     10  81.2 ± 1.2 %  6.5 ± 0.5 s      45 s  5.0 ± <0.1 %   1.0\n"
                          "09:30     20   0.0 ± 1.2 %            -      45 s  0.0 ± <0.1 %   2.0\n"
                          "─────────────────────────────────────────────────────────────────────\n"
                          "all       30  81.2 ± 1.2 %  6.5 ± 0.5 s      45 s  5.0 ± <0.1 %   1.0\n\n"));
}

TEST(SimulationDocument, ShowsTeamsAndTargets) {
    const std::string text = simulation_text(Scenario{test::one_hour_of_sales()}, small_simulation(), Language::en);
    EXPECT_THAT(text, HasSubstr("team  staffed  on duty     occupancy       overtime\n"
                                "───────────────────────────────────────────────────\n"
                                "desk    3.0 h    2.8 h  50.0 ± 1.1 %  3.0 ± 0.6 min\n"));
    EXPECT_THAT(
        text, HasSubstr("Target   sales: 80 % answered within 20 s, in every interval: NOT met (tightest: "
                        "0.0 ± 0.3 % on Mon 2 Mar at 09:30); kept in 42 % of the single intervals and on 99.8 % of the "
                        "days as a whole.\n"));
}

// Nine of ten days; of a promise that cannot be told a dash. Without simulated days there is no such table.
TEST(SimulationDocument, TellsWhatSingleDaysLookLike) {
    PlanResult result = small_simulation();
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_THAT(simulation_text(scenario, result, Language::en), Not(HasSubstr("9 of 10 days")));
    result.performance.single_days = 60;
    result.performance.work[0].calls.by_day[0].single_days = {{{0.5, 0.9}, {1.0, 12.0}, {}}};
    result.performance.teams[0].occupancy_single_days_by_day = {{0.375, 0.625}};
    EXPECT_THAT(simulation_text(scenario, result, Language::en),
                HasSubstr("9 of 10 days           SL 20 s            ASA  abandoned\n"
                          "────────────────────────────────────────────────────────\n"
                          "sales         50.0 % to 90.0 %  1.0 s to 12 s          -\n\n"
                          "9 of 10 days         occupancy\n"
                          "──────────────────────────────\n"
                          "desk          37.5 % to 62.5 %\n"
                          "One day in twenty lies below these figures, one in twenty above.\n"));
    EXPECT_THAT(simulation_text(scenario, result, Language::de), HasSubstr("50,0 % bis 90,0 %"));
}

TEST(SimulationDocument, OfAPromiseForDaysItCountsDays) {
    PlanResult result = small_simulation();
    result.performance.targets[0].promise.over = Scope::day;
    EXPECT_THAT(simulation_text(Scenario{test::one_hour_of_sales()}, result, Language::en),
                HasSubstr("; kept on 99.8 % of the days.\n"));
}

// 0.0 for 0.8 is beyond a doubt of 0.3 points; 79.8 % are not.
TEST(SimulationDocument, WhatIsWithinTheDoubtIsNotSure) {
    PlanResult result = small_simulation();
    result.performance.targets[0].reached = 0.798;
    EXPECT_THAT(simulation_text(Scenario{test::one_hour_of_sales()}, result, Language::en),
                HasSubstr("NOT met, but not beyond doubt (tightest: 79.8 ± 0.3 %"));
}

TEST(SimulationDocument, AnInterruptedRunSaysSoBeforeItsTargets) {
    PlanResult result = small_simulation();
    result.performance.interrupted = true;
    const std::string text = simulation_text(Scenario{test::one_hour_of_sales()}, result, Language::en);
    EXPECT_LT(text.find("STOPPED "), text.find("Target   "));
}

TEST(SimulationDocument, SpeaksGerman) {
    const std::string text = simulation_text(Scenario{test::one_hour_of_sales()}, small_simulation(), Language::de);
    EXPECT_THAT(text, HasSubstr("60 Durchläufe simuliert"));
    EXPECT_THAT(text, HasSubstr("81,2 ± 1,2 %"));
    EXPECT_THAT(text, HasSubstr("5,0 ± <0,1 %"));
    EXPECT_THAT(text, HasSubstr("in 42 % der einzelnen Intervalle und an 99,8 % der Tage als Ganzes eingehalten"));
}

TEST(SimulationDocument, HasNoColumnForWhatCannotHappen) {
    ScenarioParts parts = test::one_hour_of_sales();
    EXPECT_THAT(simulation_text(Scenario{parts}, small_simulation(), Language::en), Not(HasSubstr("blocked")));
    parts.work[0].patience.reset();
    parts.work[0].lines = 8;
    const std::string text = simulation_text(Scenario{parts}, small_simulation(), Language::en);
    EXPECT_THAT(text, HasSubstr("blocked"));
    EXPECT_THAT(text, Not(HasSubstr("abandoned")));
}

TEST(SimulationDocument, WhereCallersTryAgainTellsPeopleFromCalls) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].redial = Redial{.share = Share{0.5}, .after = Seconds{300}};
    PlanResult result = small_simulation();
    result.performance.work[0].calls.total.customers_offered = 25;
    result.performance.work[0].calls.total.customers_answered = 20;
    EXPECT_THAT(simulation_text(Scenario{parts}, result, Language::en),
                HasSubstr("25 people called, and 80.0 % of them were answered in the end.\n"));
}

TEST(SimulationDocument, OfHeadroomTellsTheScaleOrThatThereIsNone) {
    const auto text = [](HeadroomScale headroom, Language language) {
        return simulation_text(Scenario{test::one_hour_of_sales()}, small_simulation(), language, headroom);
    };
    EXPECT_THAT(text({1.125, false}, Language::en),
                HasSubstr("\nHeadroom All targets are met up to 112.5 % of these volumes.\n"));
    EXPECT_THAT(text({64, true}, Language::de), HasSubstr("bis mindestens 6400,0 % der Menge"));
    EXPECT_THAT(text({0, false}, Language::en), HasSubstr("missed at any volume"));
}

// An empty table would seem to say that nothing came.
TEST(SimulationDocument, OfManyDaysSaysWhereSingleDaysStand) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 49;  // 35 of them open
    const Scenario scenario{parts};
    PlanResult result = small_simulation();
    result.plan.agents[0].assign(scenario.intervals(), 1);
    auto& calls = result.performance.work[0].calls;
    calls.by_interval.assign(scenario.intervals(), calls.by_interval.front());
    calls.by_day.assign(49, calls.by_day.front());
    const std::string text = simulation_text(scenario, result, Language::en);
    EXPECT_THAT(text, HasSubstr("35 open days, too many to be shown here; --csv has each of them."));
    EXPECT_THAT(text, Not(HasSubstr("─\n─")));
}

}  // namespace
}  // namespace freiton::report
