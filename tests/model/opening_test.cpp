// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/opening.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using test::daily;
using test::monday;
using test::office_week;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

// Monday and Tuesday from 08:00 to 12:00 by the hour; the north is open until 10:00 and closed on Tuesday.
ScenarioParts sites_apart() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar = {.first_day = monday, .days = 2, .open = office_week(8h, 12h), .interval = 60min};
    parts.sites = {"north", "south"};
    parts.site_hours["north"] = {office_week(8h, 10h), {monday + std::chrono::days{1}}};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"north", 60.0}, {"south", 80.0}}}};
    parts.teams = {{.name = "n", .site = "north", .handles = {"sales"}, .least = 1},
                   {.name = "s", .site = "south", .handles = {"sales"}}};
    return parts;
}

std::vector<std::string> opening_said(const ScenarioParts& parts) { return test::lines_of(Scenario::check(parts)); }

TEST(Opening, ADaysTotalComesWhileItsSiteIsOpen) {
    const Scenario scenario{sites_apart()};
    EXPECT_THAT(scenario.arrivals_of_site(WorkIndex{0}, "north"), ElementsAre(30, 30, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(scenario.arrivals_of_site(WorkIndex{0}, "south"), ElementsAre(20, 20, 20, 20, 20, 20, 20, 20));
    EXPECT_THAT(scenario.arrivals(WorkIndex{0}), ElementsAre(50, 50, 20, 20, 20, 20, 20, 20));
}

TEST(Opening, TheHoursOfTheWorkComeBeforeThoseOfTheSiteButNotBeforeItsHolidays) {
    ScenarioParts parts = sites_apart();
    parts.work[0].open = office_week(9h, 12h);
    const Scenario scenario{parts};
    EXPECT_THAT(scenario.arrivals_of_site(WorkIndex{0}, "north"), ElementsAre(0, 20, 20, 20, 0, 0, 0, 0));
    EXPECT_THAT(scenario.arrivals_of_site(WorkIndex{0}, "south").front(), 0.0);
}

// Without hours of its own it comes at any time.
TEST(Opening, RowsAndListsOfPostLieInTheHoursOfTheirWork) {
    for (const bool recorded : {false, true}) {
        ScenarioParts parts = test::one_hour_of_sales();
        Work& post = parts.work[0];
        post = {.name = "sales", .kind = WorkKind::backlog, .handling_time = {.mean = 3min}};
        const VolumeFile file{.path = "p.csv",
                              .rows = {{.date = test::monday, .start = 9h, .arrivals = 1, .line = 2},
                                       {.date = test::monday, .start = 9h + 30min, .arrivals = 1, .line = 3},
                                       {.date = test::monday, .start = 20h, .arrivals = 1, .line = 4}}};
        post.arrivals = {.file = file, .recorded = recorded};
        EXPECT_TRUE(opening_said(parts).empty());
        post.open = office_week(9h, 9h + 30min);
        EXPECT_EQ(opening_said(parts).size(), 2u);
    }
}

TEST(Opening, NobodyIsThereWhileTheTeamIsClosed) {
    ScenarioParts parts = sites_apart();
    parts.teams[1].open = office_week(10h, 12h);
    parts.teams[1].staff = Staff{.agents = {5}, .same_for_all = true};
    const Scenario scenario{parts};
    const StaffBounds north = staff_bounds(scenario, TeamIndex{0});
    EXPECT_THAT(north.least, ElementsAre(1, 1, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(north.most, ElementsAre(most_people, most_people, 0, 0, 0, 0, 0, 0));
    EXPECT_THAT(staff_bounds(scenario, TeamIndex{1}).most, ElementsAre(0, 0, 5, 5, 0, 0, 5, 5));
}

TEST(Opening, BoundsMayChangeThroughTheWeek) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 2;
    Varying<int>::Week least;
    least[0] = {2};
    least[1] = {3, 4};
    parts.teams[0].least = Varying<int>{least};
    Varying<int>::Week most;
    most[1] = {4};
    parts.teams[0].most = Varying<int>{most};
    const StaffBounds bounds = staff_bounds(Scenario{parts}, TeamIndex{0});
    EXPECT_THAT(bounds.least, ElementsAre(2, 2, 3, 4));
    EXPECT_THAT(bounds.most, ElementsAre(most_people, most_people, 4, 4));
}

TEST(Opening, HoursLieWithinTheCalendarAndFitItsIntervals) {
    ScenarioParts parts = sites_apart();
    parts.site_hours["north"].open = office_week(7h, 10h);
    parts.work[0].open = OpenWeek{};
    (*parts.work[0].open)[5] = {{9h, 10h}};
    parts.teams[0].open = office_week(8h + 30min, 10h);
    EXPECT_THAT(
        opening_said(parts),
        ElementsAre("sites.north.open.mon: got \"07:00-10:00\", must lie within calendar.open, which is 08:00-12:00 on "
                    "that day",
                    "work.sales.open.sat: got \"09:00-10:00\", must lie within calendar.open, which is - on that day",
                    "teams.n.open.mon: got \"08:30-10:00\", opening times must be multiples of the interval, 60 min"));
}

TEST(Opening, WhatIsSaidOfClosedTimesIsRefused) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].open = office_week(9h, 9h + 30min);
    parts.teams[0].open = office_week(9h, 9h + 30min);
    parts.teams[0].staff = Staff{.agents = {3, 2}};
    Varying<int>::Week least;
    least[5] = {1};
    parts.teams[0].least = Varying<int>{least};
    EXPECT_THAT(
        opening_said(parts),
        ElementsAre("work.sales.arrivals.per_interval: got \"20\", stands for 09:30, when it is closed; write 0",
                    "teams.desk.min.sat: calendar.open has no hours on this day",
                    "teams.desk.staff: got \"2\", stands for 09:30, when it is closed; write 0"));
}

TEST(Opening, RowsOfATableMayNotLieInClosedTime) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].open = office_week(9h, 9h + 30min);
    parts.work[0].arrivals = {
        .file = VolumeFile{.path = "v.csv",
                           .found_at = "v.csv",
                           .rows = {{.date = monday, .start = 9h, .arrivals = 4, .line = 2},
                                    {.date = monday, .start = 9h + 30min, .arrivals = 5, .line = 3}}}};
    ASSERT_EQ(opening_said(parts).size(), 1u);
    EXPECT_THAT(opening_said(parts).front(), testing::StartsWith("v.csv:3  start: got \"2026-03-02T09:30:00\""));
    parts.work[0].arrivals.file->rows[1].arrivals = 0.0;
    EXPECT_THAT(opening_said(parts), IsEmpty());
}

TEST(Opening, AMomentOutsideTheHoursOfTheWorkIsTold) {
    ScenarioParts parts = sites_apart();
    parts.work[0] = {.name = "sales",
                     .kind = WorkKind::backlog,
                     .arrivals = daily(10.0),
                     .open = office_week(9h, 10h),
                     .handling_time = {.mean = 3min}};
    parts.work[0].arrivals.at = 9h;
    EXPECT_THAT(Scenario{parts}.arrivals(WorkIndex{0}), ElementsAre(0, 10, 0, 0, 0, 10, 0, 0));
    for (const auto& [at, text] : {std::pair{Minutes{8h}, "08:00"}, {Minutes{11h}, "11:00"}, {Minutes{23h}, "23:00"}}) {
        parts.work[0].arrivals.at = at;
        ASSERT_EQ(opening_said(parts).size(), 1u) << text;
        EXPECT_THAT(opening_said(parts).front(),
                    testing::StartsWith("work.sales.arrivals.at: got \"" + std::string{text} + "\""));
    }
}

TEST(Shrinkage, PartsCompoundAndMayChangeThroughTheWeek) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 2;
    Varying<Share>::Week leave;
    leave[0] = {Share{0.5}};
    Team& team = parts.teams[0];
    team.shrinkage.all = {};
    team.shrinkage.parts = {{"breaks", Share{0.2}}, {"leave", Varying<Share>{leave}}};
    const Scenario scenario{parts};
    EXPECT_DOUBLE_EQ(shrinkage_at(team.shrinkage, scenario.calendar(), IntervalIndex{0}), 1.0 - 0.8 * 0.5);
    EXPECT_DOUBLE_EQ(shrinkage_at(team.shrinkage, scenario.calendar(), IntervalIndex{3}), 0.2);
    EXPECT_DOUBLE_EQ(paid_per_hour(team, scenario.calendar()), 0.5 * (1.0 / 0.4 + 1.0 / 0.8));
}

}  // namespace
}  // namespace freiton
