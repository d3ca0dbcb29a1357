// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/falls_behind.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/two_kinds_of_post.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using test::one_each;
using test::post;
using test::staff;
using test::two_kinds;
using testing::ElementsAre;

// What falls behind, if it is one group.
std::optional<FallsBehind> only_one(const ScenarioParts& parts, const StaffingPlan& plan) {
    const std::vector<FallsBehind> all = falls_behind(Scenario{parts}, plan);
    EXPECT_LE(all.size(), 1u);
    return all.empty() ? std::nullopt : std::optional{all.front()};
}

// Recorded at eight each day, so many at once.
Arrivals recorded(double a_day, std::optional<double> handling_time_s) {
    VolumeFile file{.path = "v.csv"};
    for (int day = 0; day < 5; ++day)
        file.rows.push_back({.date = test::monday + std::chrono::days{day},
                             .start = 8h,
                             .arrivals = a_day,
                             .handling_time_s = handling_time_s,
                             .line = day + 2});
    return {.file = file, .recorded = true};
}

TEST(FallsBehind, MoreThanAllTogetherCanDo) {
    const auto behind = only_one(two_kinds(70, 100), one_each());  // 85 h for 80
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{0}, WorkIndex{1}));
    EXPECT_FALSE(only_one(two_kinds(58, 100), one_each())) << "79 h for 80";
}

// With chance in what comes, 80 h for 80 never make up for a bad week: the pile has no mean.
TEST(FallsBehind, AsMuchAsPeopleCanDoIsTooMuchUnlessNothingIsLeftToChance) {
    EXPECT_EQ(only_one(two_kinds(60, 100), one_each())->hours, 0.0);
    ScenarioParts sure = two_kinds(60, 100);
    sure.work[0].arrivals = recorded(60, std::nullopt);
    sure.work[1].arrivals = recorded(100, std::nullopt);
    for (Work& work : sure.work) work.handling_time = {.law = Law::constant, .mean = 6min};
    EXPECT_FALSE(only_one(sure, one_each()));
}

// 80 items of six minutes a day for one person, as they were recorded: done each day, whatever the law of others.
TEST(FallsBehind, RecordedHandlingTimesAreNoChance) {
    ScenarioParts parts = two_kinds(0, 0);
    parts.work[0].arrivals = recorded(80, 360.0);
    EXPECT_FALSE(only_one(parts, staff({1, 0})));
    EXPECT_TRUE(steady_pile(Scenario{parts}, staff({1, 0})).empty());
    parts.work[0].arrivals = recorded(80, std::nullopt);
    EXPECT_EQ(only_one(parts, staff({1, 0}))->hours, 0.0);
}

// Of 1,000 items of three minutes the fast one does 800 in 40 hours, the slow one, of half an hour each, 80: 6 h short.
TEST(FallsBehind, ASlowTeamDoesWhatItCan) {
    ScenarioParts parts = two_kinds(0, 200);
    parts.teams[0].handling_time["second"] = {.mean = 3min};
    parts.teams[1].handling_time["second"] = {.mean = 30min};
    EXPECT_NEAR(only_one(parts, one_each())->asked_h, 50.0, 1e-9);
    EXPECT_NEAR(only_one(parts, one_each())->hours, 6.0, 1e-9);
    parts.work[1].arrivals = test::daily(175);
    EXPECT_FALSE(only_one(parts, one_each())) << "875 items for 880";
}

// 70 items a day of six minutes, a third longer for another site: 45.5 hours for 40.
TEST(FallsBehind, WorkOfAnotherSiteTakesLonger) {
    ScenarioParts parts = two_kinds(0, 0);
    parts.sites = {"a", "b"};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"a", 70.0}}}};
    parts.teams.pop_back();
    parts.teams[0].site = "b";
    parts.teams[0].away.handling_time = 1.3;
    EXPECT_NEAR(only_one(parts, staff({1}))->hours, 5.5, 1e-9);
    parts.teams[0].site = "a";
    EXPECT_FALSE(only_one(parts, staff({1})));
}

// 100 hours of items that belong to two of four persons, who have 80.
TEST(FallsBehind, OwnersDoTheirItemsThemselves) {
    ScenarioParts parts = two_kinds(200, 0);
    EXPECT_FALSE(only_one(parts, staff({4, 0})));
    parts.work[0].owners = 2;
    parts.work[0].reach = Reach::owner;
    EXPECT_NEAR(only_one(parts, staff({4, 0}))->hours, 20.0, 1e-9);
}

// Kinds that the same people take count as one, however many they are: 70 of ten items a day are 350 h for 320.
TEST(FallsBehind, ManyKindsOfTheSamePeople) {
    ScenarioParts parts = two_kinds(0, 0);
    parts.work.clear();
    parts.teams = {{.name = "a"}, {.name = "b", .handles = {"z"}}};
    for (int k = 0; k < 70; ++k) {
        parts.work.push_back(post("w" + std::to_string(k), 10));
        parts.teams[0].handles.push_back(parts.work.back().name);
    }
    parts.work.push_back(post("z", 1));
    const auto behind = only_one(parts, staff({8, 1}));
    EXPECT_NEAR(behind->hours, 30.0, 1e-6);
    EXPECT_EQ(behind->work.size(), 70u);
    EXPECT_FALSE(only_one(parts, staff({9, 1})));
}

// Twenty desks of 40 hours and one helper of all. Two desks that get 65 hours each ask for 10 more than they and the
// helper have, each alone for less, and all together have time to spare.
TEST(FallsBehind, TwoOfManyKindsOfDifferentPeople) {
    ScenarioParts parts = two_kinds(0, 0);
    parts.work.clear();
    parts.teams = {{.name = "helper"}};
    for (int k = 0; k < 20; ++k) {
        parts.work.push_back(post("w" + std::to_string(k), k < 2 ? 130 : 10));
        parts.teams[0].handles.push_back(parts.work.back().name);
        parts.teams.push_back({.name = "t" + std::to_string(k), .handles = {parts.work.back().name}});
    }
    const auto behind = only_one(parts, staff(std::vector<int>(21, 1)));
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->hours, 10.0, 1e-6);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{0}, WorkIndex{1}));
}

// Each for himself: both are told, and each begins with a pile of its own chance.
TEST(FallsBehind, TeamsThatShareNothingAreToldApart) {
    ScenarioParts parts = two_kinds(90, 90);
    parts.teams[0].handles = {"first"};
    const auto all = falls_behind(Scenario{parts}, one_each());
    ASSERT_EQ(all.size(), 2u);
    EXPECT_THAT(all[1].work, ElementsAre(WorkIndex{1}));
    parts.work[0].arrivals = parts.work[1].arrivals = test::daily(79);
    const std::vector<SteadyPile> left = steady_pile(Scenario{parts}, one_each());
    ASSERT_EQ(left.size(), 2u);
    EXPECT_EQ(left[0].items, left[1].items);
    EXPECT_NE(left[0].part, left[1].part);
}

TEST(FallsBehind, MoreThanThoseCanDoWhoMayTakeIt) {
    const auto behind = only_one(two_kinds(90, 10), one_each());  // 45 h for Anna's 40
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{0}));
}

TEST(FallsBehind, CallsAndAbsenceTakeTime) {
    ScenarioParts parts = two_kinds(58, 20);
    parts.work.push_back({.name = "calls", .arrivals = test::daily(40), .handling_time = {.mean = 3min}});
    parts.teams[0].handles.push_back("calls");
    EXPECT_FALSE(only_one(parts, one_each())) << "29 h of post and 10 h of calls for 40";
    parts.teams[0].absence = Absence{Share{0.1}, {}};
    EXPECT_NEAR(only_one(parts, one_each())->hours, 3.0, 1e-9);
}

// 10 hours of urgent post and 35 of other for 40: the urgent is done first, the other is left.
TEST(FallsBehind, WhatIsMoreUrgentIsNotLeft) {
    ScenarioParts parts = two_kinds(20, 70);
    parts.work[0].priority = 50;
    const auto behind = only_one(parts, staff({1, 0}));
    ASSERT_TRUE(behind);
    EXPECT_THAT(behind->work, ElementsAre(WorkIndex{1}));
    EXPECT_NEAR(behind->asked_h, 45.0, 1e-9);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    parts.work[0].arrivals = test::daily(90);
    EXPECT_THAT(only_one(parts, staff({1, 0}))->work, ElementsAre(WorkIndex{0}, WorkIndex{1}));
}

TEST(FallsBehind, CallsThatAreLessUrgentTakeNoTime) {
    ScenarioParts parts = two_kinds(70, 0);
    parts.work.push_back({.name = "calls", .arrivals = test::daily(40), .handling_time = {.mean = 3min}});
    parts.teams[0].handles.push_back("calls");
    EXPECT_NEAR(only_one(parts, staff({1, 0}))->hours, 5.0, 1e-9);
    parts.work[2].priority = 200;
    EXPECT_FALSE(only_one(parts, staff({1, 0})));
}

TEST(FallsBehind, OnlyWhereTheHorizonComesAgain) {
    ScenarioParts parts = two_kinds(300, 300);
    parts.calendar.repeats = false;
    EXPECT_FALSE(only_one(parts, one_each()));
}

TEST(FallsBehind, ItsPromisesAreMissedAndSaidWhy) {
    ScenarioParts parts = two_kinds(90, 10);
    for (Work& work : parts.work) work.backlog_target = BacklogTarget{Share{0.9}, {}, {}, {.working_days = 1}};
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

// Five hours on duty are 5 / (0.8 x 0.75) paid ones with a fifth of absence and a quarter of shrinkage: 8.33 of 40. Of
// Anna's 40 hours 32 are left, for 37 of work.
TEST(FallsBehind, WhatIsMissingIsToldInPaidFte) {
    ScenarioParts parts = two_kinds(74, 0);
    parts.teams[0].absence = Absence{Share{0.2}, {}};
    parts.teams[0].shrinkage = Share{0.25};
    Performance performance;
    judge_what_falls_behind(Scenario{parts}, one_each(), performance);
    ASSERT_EQ(performance.warnings.size(), 1u);
    EXPECT_THAT(performance.warnings[0].arguments, ElementsAre("first", "37", "32", "5", "0.2"));
}

// A hundred hours of calls that nobody else answers are work for these people, too.
TEST(FallsBehind, CallsAreToldAmongTheWorkThatComes) {
    ScenarioParts parts = two_kinds(10, 0);
    parts.work.push_back({.name = "calls", .arrivals = test::daily(400), .handling_time = {.mean = 3min}});
    parts.teams[0].handles.push_back("calls");
    Performance performance;
    performance.work.resize(3);
    judge_what_falls_behind(Scenario{parts}, one_each(), performance);
    ASSERT_EQ(performance.warnings.size(), 1u);
    EXPECT_THAT(performance.warnings[0].arguments, ElementsAre("first", "105", "40", "65", "1.6"));
}

TEST(FallsBehind, JustAsMuchHasItsOwnWords) {
    Performance performance;
    judge_what_falls_behind(Scenario{two_kinds(60, 100)}, one_each(), performance);
    ASSERT_EQ(performance.warnings.size(), 1u);
    EXPECT_EQ(performance.warnings[0].code, WarningCode::falls_behind_by_chance);
    EXPECT_THAT(performance.warnings[0].arguments, ElementsAre("first, second", "80"));
}

// Four persons of 40 hours; 30 hours of the first kind are all of one of them, a quarter of 80 hours comes to that.
TEST(FallsBehind, OneOwnerMayBeShortWhereAllTogetherAreNot) {
    ScenarioParts parts = two_kinds(60, 160);
    parts.teams = {{.name = "anna", .handles = {"first", "second"}}};
    parts.work[0].owners = 1;
    parts.work[1].owners = 4;
    for (Work& work : parts.work) work.reach = Reach::owner;
    const auto behind = only_one(parts, staff({4}));
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->asked_h, 50.0, 1e-9);
    EXPECT_NEAR(behind->hours, 10.0, 1e-9);
    parts.work[0].arrivals = test::daily(38);  // 19 and 20 hours
    EXPECT_TRUE(falls_behind(Scenario{parts}, staff({4})).empty());
}

// Two owners share 50 hours; the second is there for half of the 40 hours of the first.
TEST(FallsBehind, AnOwnerWhoIsThereLessMayBeShort) {
    ScenarioParts parts = two_kinds(100, 1);
    parts.work.resize(1);
    parts.teams = {{.name = "anna", .handles = {"first"}}};
    parts.work[0].owners = 2;
    parts.work[0].reach = Reach::owner;
    StaffingPlan plan = staff({2});
    for (std::size_t i = 0; i < plan.agents[0].size(); i += 2) plan.agents[0][i] = 1;
    const auto behind = only_one(parts, plan);
    ASSERT_TRUE(behind);
    EXPECT_NEAR(behind->asked_h, 25.0, 1e-9);
    EXPECT_NEAR(behind->hours, 5.0, 1e-9);
    EXPECT_TRUE(falls_behind(Scenario{parts}, staff({2})).empty());
}

}  // namespace
}  // namespace freiton
