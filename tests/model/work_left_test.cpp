// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/work_left.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

// 1000 items of 450 s on each of five days of 8 hours: 40 h are one full-time week.
Scenario week_of_post(double opening_backlog = 0.0, double shrinkage = 0.0) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 7, .open = test::office_week(8h, 16h)};
    parts.work.push_back({.name = "post",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(1000),
                          .handling_time = {.mean = Seconds{450}},
                          .opening_backlog = {.everywhere = opening_backlog}});
    parts.teams.push_back({.name = "desk", .handles = {"post"}, .shrinkage = Share{shrinkage}});
    return Scenario{parts};
}

Performance with(double done, double backlog_at_end, std::optional<double> half_width = std::nullopt) {
    Performance performance;
    BacklogFigures all{.offered = 5000, .done = done, .turnaround_mean_h = 3, .backlog_at_end = backlog_at_end};
    performance.work.push_back({.backlog = {.total = all}});
    if (half_width)
        performance.work[0].backlog.total.half_width =
            BacklogFigures{.done = *half_width, .backlog_at_end = *half_width};
    return performance;
}

// 1028 items x 450 s = 128.5 h, of 40 h a week 3.2 FTE; with 20 % shrinkage 160.6 paid hours, 4.0 FTE.
TEST(WorkLeft, ThatAPlanEndsWithMoreThanItBeganWithIsSaidInItemsHoursAndFte) {
    const auto warnings = warnings_about_work_left(week_of_post(), with(5000, 1028));
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].code, WarningCode::work_left);
    EXPECT_THAT(warnings[0].arguments, ElementsAre("post", "1028", "128.5", "3.2"));
    EXPECT_THAT(warnings_about_work_left(week_of_post(0.0, 0.2), with(5000, 1028)).at(0).arguments,
                ElementsAre("post", "1028", "128.5", "4"));
}

TEST(WorkLeft, WhatLayThereAtTheBeginningIsNotMore) {
    EXPECT_TRUE(warnings_about_work_left(week_of_post(1028), with(5000, 1028)).empty());
    EXPECT_EQ(warnings_about_work_left(week_of_post(1000), with(5000, 1028)).at(0).arguments[1], "28");
}

TEST(WorkLeft, WhatLayAtEachSiteAtTheBeginningIsAddedUp) {
    ScenarioParts parts = week_of_post().parts();
    parts.sites = {"Bonn", "Mainz"};
    parts.work[0].opening_backlog = {.sites = {{"Bonn", 600.0}, {"Mainz", 400.0}}};
    EXPECT_EQ(warnings_about_work_left(Scenario{parts}, with(5000, 1028)).at(0).arguments[1], "28");
}

// What is left then lies there at the beginning, too; what piles up without end is told by falls_behind.
TEST(WorkLeft, InWeeksThatRepeatThemselvesNothingIsLeftOver) {
    ScenarioParts parts = week_of_post().parts();
    parts.calendar.repeats = true;
    parts.work[0].opening_backlog = {};
    EXPECT_TRUE(warnings_about_work_left(Scenario{parts}, with(5000, 1028)).empty());
}

TEST(WorkLeft, WhatMayBeChanceIsNotSaid) {
    EXPECT_TRUE(warnings_about_work_left(week_of_post(), with(5000, 20, 21)).empty());
    EXPECT_EQ(warnings_about_work_left(week_of_post(), with(5000, 20, 19)).size(), 1u);
}

TEST(WorkLeft, TheTurnaroundSaysHowManyItLeavesOut) {
    const auto warnings = warnings_about_work_left(week_of_post(), with(4400, 0));
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0].code, WarningCode::turnaround_leaves_out);
    EXPECT_THAT(warnings[0].arguments, ElementsAre("post", "600", "5000"));
}

}  // namespace
}  // namespace freiton
