// SPDX-License-Identifier: Apache-2.0
// Formulas read a scenario by the rules of the simulation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/analytic/formula_plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace test;
using testing::Each;
using testing::ElementsAre;

// 50 calls of 600 s in half an hour are 16.7 Erlang; 80 % in 20 s take 22 people (Erlang C).
TEST(OneRule, TheHandlingTimesOfATableHoldForFormulas) {
    ScenarioParts parts;
    parts.calendar = {.first_day = monday, .open = office_week(8h, 9h)};
    VolumeRow row{.date = monday, .start = 8h, .arrivals = 50.0, .handling_time_s = 180.0};
    VolumeFile file{.rows = {row}};
    row.start += 30min;
    row.handling_time_s = 600.0;
    file.rows.push_back(row);
    parts.work.push_back({.name = "c",
                          .arrivals = {.file = file},
                          .handling_time = {.mean = 180s},
                          .call_target = CallTarget{.answered = Share{0.8}, .within = 20s}});
    parts.teams.push_back({.name = "t", .handles = {"c"}});
    EXPECT_THAT(analytic::least_plan(Scenario{parts}).staffing.agents, ElementsAre(ElementsAre(8, 22)));
}

// 40 calls an hour of 6 min are 4 Erlang, 80 are 8: each site's callers go to their own team first.
TEST(OneRule, ReachOfATeamIsTheOwnSitesTeamFirst) {
    ScenarioParts parts;
    parts.calendar = {.first_day = monday, .open = office_week(8h, 10h), .interval = 60min};
    parts.sites = {"n", "s"};
    const auto always = [](double mean) { return PerInterval{.means = {mean}, .same_for_all = true}; };
    Arrivals arrivals{.per_interval = BySite<PerInterval>{.sites = {{"n", always(40)}, {"s", always(80)}}}};
    parts.work.push_back({.name = "c",
                          .arrivals = arrivals,
                          .handling_time = {.mean = 6min},
                          .call_target = CallTarget{.answered = Share{0.8}, .within = 20s}});
    parts.teams.push_back({.name = "north", .site = "n", .handles = {"c"}});
    parts.teams.push_back({.name = "south", .site = "s", .handles = {"c"}});
    parts.routing.reach = Reach::team;
    const auto agents = analytic::least_plan(Scenario{parts}).staffing.agents;
    EXPECT_THAT(agents[0], Each(7));
    EXPECT_THAT(agents[1], Each(12));
}

// The night has 25 hours; the second row of 02:00 means its second hour.
TEST(OneRule, ATableOfStaffIsReadTheSameWayWhereClocksGoBack) {
    ScenarioParts parts;
    const Date night = std::chrono::sys_days{2026y / 10 / 25};
    parts.calendar = {.first_day = night, .interval = 60min, .time_zone = "Europe/Berlin"};
    parts.calendar.open.fill(OpenHours{{0h, 4h}});
    parts.work.push_back({.name = "c", .arrivals = listed({20, 20, 20, 20}), .handling_time = {.mean = 4min}});
    Staff staff{.path = "staff.csv"};
    for (const auto& [start, agents] :
         {std::pair{0, 3}, std::pair{1, 3}, std::pair{2, 5}, std::pair{2, 7}, std::pair{3, 3}})
        staff.rows.push_back({night, Minutes{60 * start}, agents, 2});
    parts.teams.push_back({.name = "t", .handles = {"c"}, .staff = staff});
    EXPECT_THAT(analytic::least_plan(Scenario{parts}).staffing.agents, ElementsAre(ElementsAre(3, 3, 5, 7, 3)));
}

}  // namespace
}  // namespace freiton::study
