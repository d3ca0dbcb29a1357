// SPDX-License-Identifier: Apache-2.0
// Post that comes while closed, and weeks that come again and again, as they are simulated.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/model/beyond_horizon.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;

// One kind of mail of one minute, Monday to Friday from 9 to 17, one person.
ScenarioParts mail(Date first_day, int days) {
    ScenarioParts parts;
    parts.calendar = {.first_day = first_day, .days = days, .open = test::office_week(9h, 17h)};
    parts.work.push_back({.name = "mail",
                          .kind = WorkKind::backlog,
                          .handling_time = {.law = Law::constant, .mean = 1min},
                          .backlog_target = BacklogTarget{Share{1.0}, {}, {}, {.time = 48h, .clock = Clock::wall}}});
    parts.teams.push_back({.name = "t", .handles = {"mail"}});
    parts.simulation.replications = 1;
    return parts;
}

BacklogFigures simulated(const ScenarioParts& parts) {
    const Scenario scenario{parts};
    return simulate(scenario, {{std::vector<int>(scenario.intervals(), 1)}}).work[0].backlog.total;
}

Arrivals came_at(Date date, Minutes start) {
    return {.file = VolumeFile{.path = "m.csv", .rows = {{.date = date, .start = start, .arrivals = 1, .line = 2}}},
            .recorded = true};
}

// 48 hours from Friday 20:00 end on Sunday at 20:00; it is done on Monday at 9:01.
TEST(ClosedPostSimulated, AWallClockRunsOverTheWeekend) {
    const Date friday = test::monday + std::chrono::days{4};
    ScenarioParts parts = mail(friday, 10);
    parts.work[0].arrivals = came_at(friday, 20h);
    EXPECT_EQ(simulated(parts).done_in_time, 0.0);
    EXPECT_NEAR(simulated(parts).turnaround_mean_h, 61.0 + 1.0 / 60.0, 1e-9);
    parts.work[0].backlog_target->within.time = 61h + 2min;
    EXPECT_EQ(simulated(parts).done_in_time, 1.0);
}

TEST(ClosedPostSimulated, OpeningHoursRunFromTheNextOpening) {
    const Date friday = test::monday + std::chrono::days{4};
    ScenarioParts parts = mail(friday, 10);
    parts.work[0].arrivals = came_at(friday, 20h);
    parts.work[0].backlog_target->within = {.time = 2min, .clock = Clock::opening_hours};
    EXPECT_EQ(simulated(parts).done_in_time, 1.0);
    EXPECT_NEAR(simulated(parts).turnaround_mean_h, 1.0 / 60.0, 1e-9);
}

// At 18:00 every day, 4 hours by the wall clock end at 22:00, while it is closed.
TEST(ClosedPostSimulated, AMomentAfterClosingIsThatMoment) {
    ScenarioParts parts = mail(test::monday, 2);
    parts.work[0].arrivals = test::daily(4);
    parts.work[0].arrivals.at = 18h;
    parts.work[0].backlog_target->within.time = 4h;
    parts.simulation.replications = 50;
    const BacklogFigures figures = simulated(parts);
    EXPECT_NEAR(figures.offered, 4.0, 4.0 * std::sqrt(4.0 / 50.0))
        << "of Monday; Tuesday's come after the last closing";
    EXPECT_EQ(figures.done_in_time, 0.0);
    EXPECT_GT(figures.turnaround_mean_h, 15.0);
}

// Items of an hour: 16 come on Fridays at nine, and 8 of them are done that day. The others lie there on Monday, so
// that three quarters of the week's work are done from Friday to Monday, and all of it within a working day.
TEST(RepeatedWeek, WhatIsLeftOnFridayLiesThereOnMonday) {
    ScenarioParts parts = mail(test::monday, 7);
    parts.calendar.repeats = true;
    parts.work[0].handling_time.mean = 1h;
    parts.work[0].arrivals = came_at(test::monday + std::chrono::days{4}, 9h);
    parts.work[0].arrivals.scale = 16.0;
    parts.work[0].backlog_target->within = {.working_days = 1, .clock = Clock::working_days};
    const Scenario scenario{parts};
    const BacklogFigures all = simulated(parts);
    EXPECT_EQ(all.offered, 16.0);
    EXPECT_EQ(all.completed, 16.0);
    EXPECT_EQ(all.done_in_time, 16.0);
    EXPECT_EQ(all.backlog_at_end, 8.0);
    const auto by_day = simulate(scenario, {{std::vector<int>(scenario.intervals(), 1)}}).work[0].backlog.by_day;
    EXPECT_EQ(by_day[0].completed, 8.0);
    EXPECT_EQ(by_day[4].completed, 8.0);
    parts.calendar.repeats = false;
    EXPECT_EQ(simulated(parts).completed, 8.0);
}

// Two equal teams that share nothing, 79.2 items of six minutes a day for 80: what each has left over is by its own
// chance, so that both do as well.
TEST(RepeatedWeek, TeamsThatShareNothingBeginAlike) {
    ScenarioParts parts = mail(test::monday, 7);
    parts.calendar.repeats = true;
    parts.calendar.interval = 60min;
    parts.work[0].handling_time = {.mean = 6min};
    parts.work[0].arrivals = test::daily(79.2);
    parts.work.push_back(parts.work[0]);
    parts.work[1].name = "post";
    parts.teams.push_back({.name = "u", .handles = {"post"}});
    parts.simulation.replications = 300;
    const Scenario scenario{parts};
    const std::vector<int> one(scenario.intervals(), 1);
    const Performance both = simulate(scenario, {{one, one}});
    const auto& first = both.work[0].backlog.total;
    const auto& second = both.work[1].backlog.total;
    EXPECT_NEAR(first.backlog_at_end, second.backlog_at_end,
                2.0 * std::hypot(first.half_width->backlog_at_end, second.half_width->backlog_at_end));
    EXPECT_GT(std::min(first.backlog_at_end, second.backlog_at_end), 50.0) << "an empty desk forgets slowly";
}

// At 02:30 on a night on which clocks skip from 02:00 to 03:00 it is 03:30.
TEST(ClosedPostSimulated, AMomentThatClocksSkipIsNotLost) {
    ScenarioParts parts = mail(test::monday + std::chrono::days{27}, 1);
    parts.calendar.open[6] = {{0h, 24h}};
    parts.calendar.time_zone = "Europe/Berlin";
    parts.calendar.interval = 60min;
    parts.work[0].arrivals = test::daily(10);
    parts.work[0].arrivals.at = 2h + 30min;
    parts.work[0].backlog_target->within.time = 1h;
    parts.simulation.replications = 20;
    const BacklogFigures figures = simulated(parts);
    EXPECT_NEAR(figures.offered, 10.0, 4.0 * std::sqrt(10.0 / 20.0));
    EXPECT_EQ(figures.done_in_time, figures.offered);
    EXPECT_LT(figures.turnaround_mean_h, 0.5) << "they came together at half past three";
}

// 168 hours of ten items, each with a factor of its own: 1,680 in the mean, with variance 1,680 + 168 x 10^2, that is
// 136 to either side. One factor for all of a closed week would make it 1,680.
TEST(ClosedPostSimulated, EachClosedHourHasItsOwnFactor) {
    ScenarioParts parts = mail(test::monday, 7);
    parts.calendar.open = {OpenHours{{9h, 10h}}, {}, {}, {}, {}, {}, {}};
    parts.calendar.interval = 60min;
    parts.calendar.repeats = true;
    parts.work[0].handling_time.mean = 1s;
    parts.work[0].arrivals = test::daily(240);
    parts.work[0].arrivals.around_the_clock = true;
    parts.work[0].arrivals.interval_cv = 1.0;
    parts.simulation.replications = 200;
    const Scenario scenario{parts};
    const auto all = simulate(scenario, {{std::vector<int>(scenario.intervals(), 1)}}).work[0].backlog.total;
    const double deviation = all.half_width->offered * std::sqrt(200.0) / 1.96;
    EXPECT_NEAR(deviation, 136.0, 4.0 * 136.0 / std::sqrt(2.0 * 200.0)) << "four standard errors of a deviation";
}

// Four horizons are simulated before the one that counts, whatever is stated less.
TEST(RepeatedWeek, AStatedWarmUpIsNeverShorterThanFourHorizons) {
    ScenarioParts parts = mail(test::monday, 7);
    parts.work[0].arrivals = test::daily(4);
    parts.calendar.repeats = true;
    EXPECT_EQ(warm_up_days(Scenario{parts}), 28);
    parts.simulation.warm_up_days = 7;
    EXPECT_EQ(warm_up_days(Scenario{parts}), 28);
    parts.simulation.warm_up_days = 35;
    EXPECT_EQ(warm_up_days(Scenario{parts}), 35);
    parts.calendar.repeats = false;
    parts.simulation.warm_up_days = 7;
    EXPECT_EQ(warm_up_days(Scenario{parts}), 7);
}

// 150 hours of work a week for 152 of people: what is left over from week to week is a random walk that forgets its
// beginning in half a year only. Begun where it is expected to be, a long warm-up changes nothing that shows; begun
// with nothing it would be at 44 items after four weeks, in place of some 75.
TEST(RepeatedWeek, BeginsWhereALongWarmUpLeads) {
    ScenarioParts parts = mail(test::monday, 7);
    parts.calendar.repeats = true;
    parts.calendar.interval = 60min;
    parts.work[0].handling_time = {.mean = 30min};
    parts.work[0].arrivals = test::daily(60);
    parts.simulation.replications = 200;
    const auto left = [](const ScenarioParts& of) {
        const Scenario scenario{of};
        std::vector<int> agents(scenario.intervals(), 4);
        for (std::size_t i = 0; i < agents.size(); i += 5) --agents[i];
        const auto figures = simulate(scenario, {{agents}}).work[0].backlog.total;
        return std::pair{figures.backlog_at_end, figures.half_width->backlog_at_end};
    };
    const auto [at_once, doubt] = left(parts);
    parts.simulation.warm_up_days = 40 * 7;
    const auto [later, doubt_later] = left(parts);
    EXPECT_NEAR(at_once, later, 1.5 * std::hypot(doubt, doubt_later));
    EXPECT_GT(at_once - doubt, 50.0);
}

}  // namespace
}  // namespace freiton::simulation
