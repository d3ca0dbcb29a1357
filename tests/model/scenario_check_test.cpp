// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario_check.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using test::daily;
using test::one_hour_of_sales;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> check_said(const ScenarioParts& parts) { return test::lines_of(Scenario::check(parts)); }

// The sales of an hour with something changed in their work.
template <class Change>
std::vector<std::string> said_of_work(Change change) {
    ScenarioParts parts = one_hour_of_sales();
    change(parts.work[0]);
    return check_said(parts);
}

template <class Change>
std::vector<std::string> said_of_team(Change change) {
    ScenarioParts parts = one_hour_of_sales();
    change(parts.teams[0]);
    return check_said(parts);
}

void become_backlog(Work& work) {
    work.kind = WorkKind::backlog;
    work.patience.reset();
    work.call_target.reset();
    work.arrivals = daily(20);
}

TEST(CheckWork, PostRoundTheClockHasNoHours) {
    EXPECT_THAT(said_of_work([](Work& work) {
                    become_backlog(work);
                    work.arrivals.around_the_clock = true;
                    work.open = test::office_week(9h, 10h);
                }),
                ElementsAre("work.sales.open: only one of these can be given: open, arrivals.around_the_clock"));
}

// 24 hours in 5 minutes for ten years are 1,053,792 intervals; 25 million values are enough for 23 kinds of work.
TEST(CheckLength, AHorizonHasRoomForItsWork) {
    ScenarioParts parts = one_hour_of_sales();
    parts.calendar.days = 3659;
    parts.calendar.interval = Minutes{5};
    for (OpenHours& hours : parts.calendar.open) hours = {{Minutes{0}, Minutes{1440}}};
    const Work sales = parts.work[0];
    parts.work.clear();
    for (int i = 0; i < 23; ++i) {
        parts.work.push_back(sales);
        parts.work.back().arrivals = daily(20);
        parts.work.back().name = "sales" + std::to_string(i);
    }
    parts.teams[0].handles = {"sales0"};
    const std::string too_long =
        "calendar.days: got \"3659\", is too long for so many kinds of work, sites and intervals (limit here: ";
    EXPECT_THAT(check_said(parts), testing::Not(Contains(HasSubstr(too_long))));
    parts.work.push_back(sales);  // 24 of them: 3659 x 25 / 25.29
    EXPECT_THAT(check_said(parts), Contains(too_long + "3616 days)"));
    parts.work.resize(2);  // with 499 sites half as many values
    for (int i = 0; i < 499; ++i) parts.sites.push_back("site" + std::to_string(i));
    EXPECT_THAT(check_said(parts), Contains(too_long + "868 days)"));
}

TEST(CheckWork, ATargetPromisesSomething) {
    EXPECT_THAT(said_of_work([](Work& work) { work.call_target = CallTarget{}; }),
                ElementsAre(HasSubstr("work.sales.target: needs one of these: answered, abandoned")));
    EXPECT_THAT(said_of_work([](Work& work) { work.call_target = CallTarget{.abandoned = Share{0.05}}; }), IsEmpty());
    EXPECT_THAT(said_of_work([](Work& work) { work.call_target.reset(); }), IsEmpty());
}

TEST(CheckWork, ABacklogHasNoCallers) {
    EXPECT_THAT(said_of_work([](Work& work) {
                    become_backlog(work);
                    work.patience = DurationLaw{.mean = 2min};
                    work.lines = 30;
                    work.redial = Redial{Share{0.4}, 5min, 3, std::nullopt};
                }),
                ElementsAre("work.sales.patience: does not go with work of kind backlog",
                            "work.sales.lines: does not go with work of kind backlog",
                            "work.sales.redial: does not go with work of kind backlog"));
    EXPECT_THAT(said_of_work(become_backlog), IsEmpty());
}

TEST(CheckWork, CallsAreNeitherThereBeforehandNorUnlimited) {
    EXPECT_THAT(said_of_work([](Work& work) { work.opening_backlog.everywhere = 5; }),
                ElementsAre("work.sales.opening_backlog: does not go with work of kind call"));
    EXPECT_THAT(said_of_work([](Work& work) { work.arrivals = {.unlimited = true}; }),
                ElementsAre("work.sales.arrivals.unlimited: does not go with work of kind call"));
    EXPECT_THAT(said_of_work([](Work& work) {
                    become_backlog(work);
                    work.arrivals = {.unlimited = true};
                    work.opening_backlog.everywhere = 5;
                }),
                IsEmpty());
}

TEST(CheckWork, OnlyWhoIsLostTriesAgain) {
    const Redial redial{Share{0.4}, 5min, 3};
    EXPECT_THAT(said_of_work([&](Work& work) { work.patience.reset(), work.redial = redial; }),
                ElementsAre(HasSubstr("work.sales.redial: nobody gives up or is turned away")));
    EXPECT_THAT(said_of_work([&](Work& work) { work.redial = redial; }), IsEmpty());
    EXPECT_THAT(said_of_work([&](Work& work) { work.patience.reset(), work.lines = 9, work.redial = redial; }),
                IsEmpty());
}

TEST(CheckWork, ItsSitesAreThere) {
    ScenarioParts parts = one_hour_of_sales();
    parts.sites = {"north", "south"};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"nroth", 9}}}};
    EXPECT_THAT(check_said(parts),
                ElementsAre("work.sales.arrivals.per_day: got \"nroth\", there is no such site; did you "
                            "mean \"north\"?"));
    parts.work[0].arrivals = {.file = VolumeFile{.path = "t.csv", .found_at = "t.csv"}};
    for (const int line : {2, 3})
        parts.work[0].arrivals.file->rows.push_back(
            {.date = test::monday, .start = 9h + (line - 2) * 30min, .site = "suoth", .arrivals = 1, .line = line});
    EXPECT_THAT(check_said(parts), ElementsAre("t.csv:2  site: got \"suoth\", there is no such site; did you mean "
                                               "\"south\"?"));  // told once for both rows
    become_backlog(parts.work[0]);
    parts.work[0].opening_backlog.sites = {{"west", 9}};
    EXPECT_THAT(check_said(parts), ElementsAre("work.sales.opening_backlog: got \"west\", there is no such site"));
}

TEST(CheckWork, ATeamHandlesIt) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work.push_back(parts.work[0]);
    parts.work[1].name = "service";
    EXPECT_THAT(check_said(parts), ElementsAre("work.service: no team handles this work"));
}

TEST(CheckTeam, HandlesWorkThatIsThereOnceEach) {
    EXPECT_THAT(said_of_team([](Team& team) {
                    team.handles = {"sales", "slaes"};
                }),
                ElementsAre("teams.desk.handles: got \"slaes\", there is no such work; did you mean \"sales\"?"));
    EXPECT_THAT(said_of_team([](Team& team) {
                    team.handles = {"sales", "sales"};
                }),
                ElementsAre("teams.desk.handles: got \"sales\", is named twice"));
    EXPECT_THAT(said_of_team([](Team& team) { team.handles.clear(); }), Contains(HasSubstr("teams.desk.handles: ")));
}

TEST(CheckTeam, SitsWhereThereIsASite) {
    EXPECT_THAT(said_of_team([](Team& team) { team.site = "north"; }),
                ElementsAre("teams.desk.site: got \"north\", there is no such site"));
}

TEST(CheckTeam, DiffersOnlyInWorkThatItHandles) {
    EXPECT_THAT(said_of_team([](Team& team) { team.handling_time["letters"] = {.mean = 2min}; }),
                ElementsAre(HasSubstr("teams.desk.handling_time: got \"letters\"")));
    EXPECT_THAT(said_of_team([](Team& team) { team.handling_time["sales"] = {.mean = 2min}; }), IsEmpty());
}

TEST(CheckTeam, SitesAreNamedOnce) {
    ScenarioParts parts = one_hour_of_sales();
    parts.sites = {"north", "south", "north"};
    EXPECT_THAT(check_said(parts), ElementsAre("sites: got \"north\", is named twice"));
}

TEST(CheckStaff, AListIsAsLongAsTheDay) {
    EXPECT_THAT(said_of_team([](Team& team) { team.staff = Staff{.agents = {3}, .same_for_all = true}; }), IsEmpty());
    EXPECT_THAT(said_of_team([](Team& team) { team.staff = Staff{.agents = {3, 4}}; }), IsEmpty());
    EXPECT_THAT(said_of_team([](Team& team) { team.staff = Staff{.agents = {3}}; }),
                ElementsAre(HasSubstr("teams.desk.staff: has 1 values, needs 2")));
}

TEST(CheckStaff, ATableSaysWhichOfItsRowsAreWrong) {
    const auto staffed = [](std::vector<StaffRow> rows) {
        return said_of_team(
            [&](Team& team) { team.staff = Staff{.path = "s.csv", .found_at = "s.csv", .rows = rows}; });
    };
    const Date first_monday = test::monday;
    EXPECT_THAT(staffed({{first_monday, 9h, 3, 2}, {first_monday, 9h + 30min, 4, 3}}), IsEmpty());
    EXPECT_THAT(
        staffed(
            {{first_monday, 9h, 3, 2}, {first_monday, 9h, 4, 3}, {first_monday, 8h, 1, 4}, {first_monday, 7h, 0, 5}}),
        ElementsAre("s.csv:3  start: got \"2026-03-02T09:00:00\", this interval was already given in line 2",
                    "s.csv:4  start: got \"2026-03-02T08:00:00\", no open interval begins then"));
    EXPECT_THAT(staffed({{first_monday + std::chrono::days{1}, 9h, 3, 2}}),
                ElementsAre("s.csv  date: no row lies within 2026-03-02 to 2026-03-02"));
}

TEST(CheckStaff, RowsThatAreCoarserThanTheIntervalsLeaveNobodyInBetween) {
    const auto staffed = [](std::vector<StaffRow> rows) {
        ScenarioParts parts = one_hour_of_sales();
        parts.calendar.open = test::office_week(9h, 14h);
        parts.work[0].arrivals = test::daily(60);
        parts.teams[0].staff = Staff{.path = "s.csv", .found_at = "s.csv", .rows = std::move(rows)};
        return check_said(parts);
    };
    const Date first_monday = test::monday;
    EXPECT_THAT(staffed({{first_monday, 9h, 3, 2}, {first_monday, 10h, 4, 3}, {first_monday, 11h, 0, 4}}),
                ElementsAre("s.csv  start: the rows are 60 min apart, the intervals of the calendar have 30 min; state "
                            "\"interval: 60 min\", or a row for each interval"));
    EXPECT_THAT(staffed({{first_monday, 9h, 3, 2}, {first_monday, 10h, 4, 3}, {first_monday, 11h + 30min, 4, 4}}),
                IsEmpty());
    EXPECT_THAT(staffed({{first_monday, 9h, 3, 2}, {first_monday, 10h, 4, 3}}),
                IsEmpty());                   // which may be all that there is
    for (const auto apart : {90min, 120min})  // which no calendar has for intervals
        EXPECT_THAT(
            staffed({{first_monday, 9h, 3, 2}, {first_monday, 9h + apart, 4, 3}, {first_monday, 9h + 2 * apart, 1, 4}}),
            IsEmpty());
}

}  // namespace
}  // namespace freiton
