// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/falls_behind.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

Work post(const std::string& name, double a_day) {
    return {.name = name, .kind = WorkKind::backlog, .arrivals = test::daily(a_day), .handling_time = {.mean = 6min}};
}

// Five days of 8 hours; 100 items a day are 50 hours a week. Anna takes both kinds, Ben only the second.
ScenarioParts two_kinds(double first_a_day, double second_a_day) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 7, .open = test::office_week(8h, 16h), .repeats = true};
    parts.work = {post("first", first_a_day), post("second", second_a_day)};
    parts.teams = {{.name = "anna", .handles = {"first", "second"}}, {.name = "ben", .handles = {"second"}}};
    return parts;
}

StaffingPlan one_each() { return {{std::vector<int>(80, 1), std::vector<int>(80, 1)}}; }

TEST(FallsBehind, MoreThanAllTogetherCanDo) {
    const auto behind = falls_behind(Scenario{two_kinds(70, 100)}, one_each());  // 85 h for 80
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{0}, WorkIndex{1}));
    EXPECT_FALSE(falls_behind(Scenario{two_kinds(58, 100)}, one_each())) << "79 h for 80";
}

// With chance in what comes, 80 h for 80 never make up for a bad week: the pile has no mean.
TEST(FallsBehind, AsMuchAsPeopleCanDoIsTooMuchUnlessNothingIsLeftToChance) {
    EXPECT_EQ(falls_behind(Scenario{two_kinds(60, 100)}, one_each())->hours, 0.0);
    ScenarioParts sure = two_kinds(60, 100);
    for (Work& work : sure.work) {
        VolumeFile file{.path = "v.csv"};
        for (int day = 0; day < 5; ++day)
            file.rows.push_back({.date = test::monday + std::chrono::days{day},
                                 .start = 8h,
                                 .arrivals = work.name == "first" ? 60.0 : 100.0,
                                 .line = day + 2});
        work.arrivals = {.file = file, .recorded = true};
        work.handling_time = {.law = Law::constant, .mean = 6min};
    }
    EXPECT_FALSE(falls_behind(Scenario{sure}, one_each()));
}

// Random walk of the work left: mean -s a week, variance of 5 x 100 items of E[S^2] = 2 x (0.1 h)^2 = 10 h^2.
TEST(SteadyPile, IsVarianceOverTwiceTheHoursToSpare) {
    ScenarioParts parts = two_kinds(0, 100);
    StaffingPlan plan{{std::vector<int>(80, 0), std::vector<int>(80, 1)}};
    for (std::size_t i = 0; i < 21; ++i) plan.agents[0][i] = 1;  // 50.5 h for 50
    const std::vector<SteadyPile> left = steady_pile(Scenario{parts}, plan);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_NEAR(left[0].items, 10.0 / (2.0 * 0.5) / 0.1, 1e-9);
}

TEST(FallsBehind, MoreThanThoseCanDoWhoMayTakeIt) {
    const auto behind = falls_behind(Scenario{two_kinds(90, 10)}, one_each());  // 45 h for Anna's 40
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{0}));
}

TEST(FallsBehind, CallsAndAbsenceTakeTime) {
    ScenarioParts parts = two_kinds(58, 20);
    parts.work.push_back({.name = "calls", .arrivals = test::daily(40), .handling_time = {.mean = 3min}});
    parts.teams[0].handles.push_back("calls");
    EXPECT_FALSE(falls_behind(Scenario{parts}, one_each())) << "29 h of post and 10 h of calls for 40";
    parts.teams[0].absence = Absence{Share{0.1}, {}};
    EXPECT_NEAR(falls_behind(Scenario{parts}, one_each())->hours, 3.0, 1e-9);
}

TEST(FallsBehind, OnlyWhereTheHorizonComesAgain) {
    ScenarioParts parts = two_kinds(300, 300);
    parts.calendar.repeats = false;
    EXPECT_FALSE(falls_behind(Scenario{parts}, one_each()));
}

TEST(FallsBehind, ItsPromisesAreMissedAndSaidWhy) {
    ScenarioParts parts = two_kinds(90, 10);
    for (Work& work : parts.work) work.backlog_target = BacklogTarget{Share{0.9}, {.working_days = 1}};
    parts.work[1].backlog_target->within.clock = parts.work[0].backlog_target->within.clock = Clock::working_days;
    const Scenario scenario{parts};
    Performance performance;
    for (const Promise& promise : promises_of(scenario))
        performance.targets.push_back({.promise = promise, .reached = 0.99, .half_width = 0.001});
    judge_what_falls_behind(scenario, one_each(), performance);
    EXPECT_FALSE(performance.targets[0].met);
    EXPECT_EQ(performance.targets[0].reached, 0.0);
    EXPECT_TRUE(performance.targets[1].met) << "Ben has time for the second";
    ASSERT_EQ(performance.warnings.size(), 1u);
    EXPECT_THAT(performance.warnings[0].arguments, ElementsAre("first", "45", "40", "5", "0.1"));
}

}  // namespace
}  // namespace freiton
