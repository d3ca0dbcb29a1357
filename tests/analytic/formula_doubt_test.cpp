// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_doubt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/analytic/left_aside.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {

using namespace std::chrono_literals;

namespace {

Performance planned(const ScenarioParts& parts) {
    const Scenario scenario{parts};
    return performance(scenario, least_plan(scenario).staffing);
}

// The warnings that name why a target is only expected.
std::vector<WarningCode> doubts(const Performance& performance) {
    std::vector<WarningCode> codes;
    for (const Warning& warning : performance.warnings)
        if (warning.code >= WarningCode::queue_left_over) codes.push_back(warning.code);
    return codes;
}

ScenarioParts calls_and_letters() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back({.name = "letters",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(6),
                          .handling_time = {.mean = Minutes{5}},
                          .backlog_target = BacklogTarget{Share{0.9}, {}, {}, {.time = Hours{1}}, Scope::horizon}});
    parts.teams[0].handles.push_back("letters");
    parts.routing.interrupt = {"letters"};
    return parts;
}

TEST(FormulaDoubt, APlainOfficeIsMet) {
    const Performance performance = planned(test::one_hour_of_sales());
    EXPECT_TRUE(performance.met());
    EXPECT_FALSE(performance.expected());
    EXPECT_THAT(doubts(performance), testing::IsEmpty());
}

// What formulas leave aside makes every promise of its people only expected: limits of occupancy as well.
TEST(FormulaDoubt, RulesThatAreLeftAsideMakePromisesExpected) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work.push_back({.name = "service", .arrivals = test::daily(4), .handling_time = {.mean = Minutes{3}}});
    parts.teams[0].handles.push_back("service");
    parts.teams[0].max_occupancy = Share{0.9};
    for (const TargetResult& target : planned(parts).targets)
        EXPECT_FALSE(target.may_be_off) << "nothing is left aside";
    const auto expect_off = [&](WarningCode why) {
        const Performance performance = planned(parts);
        for (const TargetResult& target : performance.targets)
            EXPECT_DOUBLE_EQ(target.may_be_off.value_or(0.0), left_aside(why).off.points / 100.0) << warning_name(why);
        const auto told = std::find_if(performance.warnings.begin(), performance.warnings.end(),
                                       [&](const Warning& warning) { return warning.code == why; });
        ASSERT_NE(told, performance.warnings.end());
        EXPECT_EQ(told->arguments.back(), std::to_string(std::lround(left_aside(why).off.points)));
    };
    parts.teams[0].switching = 20s;
    expect_off(WarningCode::switching_left_aside);
    parts.teams[0].switching = 0s;
    parts.work[0].ages = 60s;
    expect_off(WarningCode::ages_left_aside);
    parts.work[0].ages.reset();
    parts.work[0].wrap_up = DurationLaw{.mean = 1min};
    for (const TargetResult& target : planned(parts).targets) EXPECT_FALSE(target.may_be_off) << "exact";
    parts.work[0].lines = 40;
    expect_off(WarningCode::lines_until_wrapped_up);
    parts.work[0].lines.reset();
    parts.work[0].leads_to = {{.work = "service", .share = Share{0.1}, .warm = true}};
    expect_off(WarningCode::warm_left_aside);  // of two reasons the greater
    EXPECT_GT(left_aside(WarningCode::warm_left_aside).off.points, left_aside(WarningCode::caused_at_once).off.points);
}

// One of two teams comes only after 30 s, and nobody to the calls of its own city at once: not all are one team.
TEST(FormulaDoubt, PeopleWhoComeAfterAWaitAreNotThere) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"north", "south"};
    parts.work[0].arrivals.per_interval->sites = {{"north", {{10.0}, true}}, {"south", {{10.0}, true}}};
    parts.work[0].arrivals.per_interval->everywhere.reset();
    parts.teams = {{.name = "a", .site = "north", .handles = {"sales"}},
                   {.name = "b", .site = "south", .handles = {"sales"}}};
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
    parts.teams[1].after.all = 30s;
    EXPECT_THAT(doubts(planned(parts)), testing::Contains(WarningCode::helpers_differ));
}

// 90 calls of 3 min in half an hour keep 9 people busy, 20 ask for 4: five calls are still going on when people leave.
TEST(FormulaDoubt, AQueueBehindFallingStaffIsOnlyExpected) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({90, 20});
    const Performance performance = planned(parts);
    EXPECT_TRUE(performance.expected());
    EXPECT_FALSE(performance.targets[0].sure());
    EXPECT_THAT(doubts(performance), testing::ElementsAre(WarningCode::queue_left_over));
    EXPECT_THAT(performance.warnings.back().arguments, testing::ElementsAre("sales", "2026-03-02T09:30:00", "20"));
    EXPECT_DOUBLE_EQ(*performance.targets[0].may_be_off, 0.2);
    parts.work[0].call_target->over = Scope::day;  // a day has the quiet time too
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
}

TEST(FormulaDoubt, NoQueueIsCarriedOverAClosedHour) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open.fill(OpenHours{{9h, 9h + 30min}, {11h, 11h + 30min}});
    parts.work[0].arrivals = test::listed({90, 20});
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
}

TEST(FormulaDoubt, CallsBesidePostThatStaysAreOnlyExpected) {
    ScenarioParts parts = calls_and_letters();
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
    parts.routing.interrupt.clear();
    const Performance performance = planned(parts);
    EXPECT_THAT(doubts(performance), testing::ElementsAre(WarningCode::calls_beside_post));
    EXPECT_TRUE(performance.targets[0].expected());
    EXPECT_FALSE(performance.targets[1].may_be_off);  // the letters themselves
}

// The letters are planned for those who do nothing else; the desk takes some all the same.
TEST(FormulaDoubt, SoAreCallsOfPeopleForWhomThePostWasNotPlanned) {
    ScenarioParts parts = calls_and_letters();
    parts.teams.push_back({.name = "back", .handles = {"letters"}});
    EXPECT_THAT(doubts(planned(parts)), testing::Not(testing::Contains(WarningCode::calls_beside_post)));
    parts.routing.interrupt.clear();
    const Performance performance = planned(parts);
    EXPECT_THAT(doubts(performance), testing::Contains(WarningCode::calls_beside_post));
    EXPECT_TRUE(performance.targets[0].expected());
}

TEST(FormulaDoubt, AnOccupancyBesidePostIsOnlyExpected) {
    ScenarioParts parts = calls_and_letters();
    parts.teams[0].max_occupancy = Share{0.95};
    const Performance performance = planned(parts);
    EXPECT_THAT(doubts(performance), testing::ElementsAre(WarningCode::occupancy_beside_post));
    EXPECT_TRUE(performance.targets.back().expected());
}

TEST(FormulaDoubt, SoIsThatOfPeopleForWhomThePostWasNotPlanned) {
    ScenarioParts parts = calls_and_letters();
    parts.teams[0].max_occupancy = Share{0.95};
    parts.teams.push_back({.name = "back", .handles = {"letters"}});
    const Performance performance = planned(parts);
    EXPECT_THAT(doubts(performance), testing::Contains(WarningCode::occupancy_beside_post));
    EXPECT_TRUE(performance.targets.back().expected());
}

TEST(FormulaDoubt, WhatBelongsToPersonsIsOnlyExpected) {
    ScenarioParts parts = calls_and_letters();
    parts.work[1].owners = 3;
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
    parts.routing.reach = Reach::owner;
    EXPECT_THAT(doubts(planned(parts)), testing::Contains(WarningCode::persons_own));
}

// Others may help after 20 s, but the formulas plan each site by itself.
TEST(FormulaDoubt, WhereOthersMayHelpThanArePlannedTogetherItIsOnlyExpected) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.sites = {"north", "south"};
    parts.work[0].arrivals.per_interval = BySite<PerInterval>{};
    for (const auto& site : parts.sites)
        parts.work[0].arrivals.per_interval->sites[site] = {.means = {10, 10}, .same_for_all = false};
    parts.teams[0].site = "north";
    parts.teams.push_back(parts.teams[0]);
    parts.teams[1].name = "southern_desk";
    parts.teams[1].site = "south";
    EXPECT_THAT(doubts(planned(parts)), testing::IsEmpty());
    parts.routing.after = Seconds{20};
    EXPECT_THAT(doubts(planned(parts)), testing::ElementsAre(WarningCode::helpers_differ));
}

// The back office may take calls as well, and nobody else is there for them.
TEST(FormulaDoubt, WhoMayTakeWhatIsShortOfPeopleKeepsAPromiseOnlyAsExpected) {
    ScenarioParts parts = calls_and_letters();
    const std::string calls = parts.work[0].name;
    const std::string letters = parts.work[1].name;
    parts.routing.interrupt = {letters};
    parts.teams = {{.name = "back", .handles = {letters, calls}}, {.name = "front", .handles = {calls}}};
    const auto of_letters = [](const Performance& performance) {
        return *std::find_if(performance.targets.begin(), performance.targets.end(),
                             [](const TargetResult& one) { return one.promise.kind == PromiseKind::done; });
    };
    EXPECT_FALSE(of_letters(planned(parts)).may_be_off);
    parts.teams[1].most = 0;
    const Performance short_of_people = planned(parts);
    EXPECT_TRUE(of_letters(short_of_people).met);
    EXPECT_TRUE(of_letters(short_of_people).may_be_off);
    EXPECT_THAT(doubts(short_of_people), testing::Contains(WarningCode::helpers_differ));
}

// A mean wait is off by parts of what was promised.
TEST(FormulaDoubt, AMeanWaitIsOffByParts) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({90, 20});
    parts.work[0].call_target = CallTarget{.average_wait = Seconds{30}};
    EXPECT_DOUBLE_EQ(*planned(parts).targets[0].may_be_off, 12.0);
}

// Where a team has a time of its own, the load is still what the work's own time makes it, as in a simulation.
TEST(FormulaPerformance, TheLoadIsThatOfTheWorksOwnHandlingTime) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.teams[0].handling_time["sales"] = {.mean = Minutes{5}};
    EXPECT_DOUBLE_EQ(planned(parts).work[0].calls.total.load_erlang, 30 * 180.0 / 3600.0);
}

}  // namespace
}  // namespace freiton::analytic
