// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/single_days.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;

constexpr std::size_t level = 0, asa = 1, abandoned = 2;        // in CallFigures::of_single_days()
constexpr std::size_t in_time = 0, turnaround = 1, oldest = 2;  // in BacklogFigures::of_single_days()

// An hour of sales and of letters on Friday, a closed weekend, Monday. Tallies are filled in by hand.
class SingleDaysTest : public testing::Test {
  protected:
    static Scenario friday_and_monday() {
        ScenarioParts parts = test::one_hour_of_sales();
        parts.calendar.first_day += std::chrono::days{4};
        parts.calendar.days = 4;
        parts.work.push_back({.name = "letters",
                              .kind = WorkKind::backlog,
                              .arrivals = test::daily(10),
                              .handling_time = {.mean = Seconds{60.0}}});
        parts.teams[0].handles.push_back("letters");
        parts.teams[0].max_occupancy = Share{0.5};
        return Scenario{std::move(parts)};
    }
    static constexpr std::size_t friday = 0, saturday = 1;

    Scenario scenario = friday_and_monday();
    World world = compile_world(scenario, {{std::vector<int>(4, 4)}});
    Views views = views_of(scenario, world);
    Moments moments{views, 1};
    Block block{world, Durations{views, 2}};

    Cell& calls(int interval) { return block.tally.at(0, interval); }
    Cell& letters(int interval) { return block.tally.at(1, interval); }

    // `replication` is what was filled in; the next one begins empty.
    void note(SingleDays& days, std::int64_t replication) {
        moments.add(block.tally, days.row(replication));
        block.tally.clear();
    }

    void call(int interval, double offered, double in_time_of_it, double waited_s = 0.0) {
        calls(interval)[call_offered] = calls(interval)[call_answered] = offered;
        calls(interval)[call_in_time] = in_time_of_it;
        calls(interval)[call_answered_wait] = waited_s;
    }
};

// Of 21 values the 5 % quantile is the second least and the 95 % quantile the second greatest: (21 - 1) 0.05 = 1.
TEST_F(SingleDaysTest, AreQuantilesOfTheFiguresOfEveryReplication) {
    SingleDays days{views, 1};
    days.make_room(21);
    for (int r = 0; r < 21; ++r) {
        call(0, 20, (r * 8) % 21, 20.0 * r);  // 8 and 21 have no common divisor: 0 to 20, each once
        calls(0)[call_abandoned] = (r * 5) % 21;
        block.tally.team(0, 0) = {.busy_calls_s = 100.0 * r, .busy_backlog_s = 50.0 * r, .on_duty_s = 7200.0};
        note(days, r);
    }
    EXPECT_EQ(days.of_work(0, 0, level, 21).p05, 1.0 / 20.0);
    EXPECT_EQ(days.of_work(0, 0, level, 21).p95, 19.0 / 20.0);
    EXPECT_EQ(days.of_work(0, 0, asa, 21).p05, 1.0);
    EXPECT_EQ(days.of_work(0, 0, asa, 21).p95, 19.0);
    EXPECT_EQ(days.of_work(0, 0, abandoned, 21).p95, 19.0 / 20.0);
    EXPECT_EQ(days.of_team(0, 0, 21).p05, 150.0 / 7200.0);
    EXPECT_EQ(days.of_team(0, 0, 21).p95, 19.0 * 150.0 / 7200.0);
}

// Two intervals of 10 and 30 calls: a day's level is that of its calls, not the mean of its intervals.
TEST_F(SingleDaysTest, ADayAndAHorizonAreSumsOfTheirIntervals) {
    SingleDays days{views, 1};
    days.make_room(20);
    for (int r = 0; r < 20; ++r) {
        call(0, 10, 10);
        call(1, 30, 15);
        call(2, 60, 15);
        for (const int i : {0, 1}) block.tally.team(0, i) = {.busy_calls_s = 900.0 * i, .on_duty_s = 1800.0};
        note(days, r);
    }
    EXPECT_EQ(days.of_work(0, views.day_place(friday), level, 20).p05, 25.0 / 40.0);
    EXPECT_EQ(days.of_work(0, views.total_place(), level, 20).p95, 40.0 / 100.0);
    EXPECT_EQ(days.of_team(0, views.day_place(friday), 20).p95, 900.0 / 3600.0);
    EXPECT_EQ(days.of_team(0, views.total_place(), 20).p05, 900.0 / 3600.0);
}

TEST_F(SingleDaysTest, WhatHadNoContactsCountsNeitherAsZeroNorAsOne) {
    SingleDays days{views, 1};
    days.make_room(100);
    for (int r = 0; r < 100; ++r) {
        if (r % 4 == 0) call(0, 10, 5, 70.0);
        note(days, r);
    }
    for (const auto& [figure, value] : {std::pair{level, 0.5}, {asa, 7.0}, {abandoned, 0.0}}) {
        EXPECT_EQ(days.of_work(0, 0, figure, 100).p05, value);
        EXPECT_EQ(days.of_work(0, 0, figure, 100).p95, value);
        EXPECT_TRUE(std::isnan(days.of_work(0, 1, figure, 100).p05));  // nobody ever called
    }
    EXPECT_TRUE(std::isnan(days.of_work(1, 0, turnaround, 100).p95));
    EXPECT_TRUE(std::isnan(days.of_work(1, 0, in_time, 100).p95));
    EXPECT_TRUE(std::isnan(days.of_team(0, 0, 100).p05));  // nobody was on duty
}

// An empty pile has an oldest item of no age; a closed day has no pile to look at.
TEST_F(SingleDaysTest, TheOldestItemIsTheGreatestAgeOfTheDay) {
    SingleDays days{views, 1};
    days.make_room(20);
    for (int r = 0; r < 20; ++r) {
        letters(0)[item_oldest_s] = 7200.0;
        letters(1)[item_oldest_s] = 3600.0;
        note(days, r);
    }
    EXPECT_EQ(days.of_work(1, views.day_place(friday), oldest, 20).p95, 2.0);
    EXPECT_EQ(days.of_work(1, 2, oldest, 20).p05, 0.0);
    EXPECT_TRUE(std::isnan(days.of_work(1, views.day_place(saturday), oldest, 20).p05));
}

TEST_F(SingleDaysTest, NineteenDaysHaveNoFivePercent) {
    SingleDays days{views, 1};
    days.make_room(20);
    for (int r = 0; r < 20; ++r) {
        call(0, 10, 5);
        note(days, r);
    }
    EXPECT_TRUE(std::isnan(days.of_work(0, 0, level, 19).p05));
    EXPECT_EQ(days.of_work(0, 0, level, 20).p05, 0.5);
}

// Two kinds of work with room for six figures and one team: 13 numbers of 8 bytes at each of 4 intervals, 4 days and
// the whole.
TEST_F(SingleDaysTest, KeepTheFirstReplicationsThatFitAndIfTheyAreTooFewOnlyDays) {
    const std::size_t all = 9 * 13 * 8, only_days = 5 * 13 * 8, horizon = 13 * 8;
    const auto places_of = [&](std::size_t bytes) {
        SingleDays days{views, 1, bytes};
        days.make_room(1000);
        for (int r = 0; r < 1000; ++r) {
            call(0, 10, r < 100 ? 5 : 10);
            note(days, r);
        }
        EXPECT_EQ(days.kept(1000), 100);
        std::vector<bool> known;
        for (const std::size_t place : {std::size_t{0}, views.day_place(friday), views.total_place()})
            known.push_back(days.of_work(0, place, level, 1000).p95 == 0.5);
        return known;
    };
    EXPECT_EQ(places_of(100 * all), (std::vector{true, true, true}));
    EXPECT_EQ(places_of(100 * only_days), (std::vector{false, true, true}));
    EXPECT_EQ(places_of(100 * horizon), (std::vector{false, false, true}));
}

TEST_F(SingleDaysTest, PlacesThatAreNotKeptHaveNoBandNotAnEmptyOne) {
    SingleDays days{views, 1, 100 * 5 * 13 * 8};  // of days and the whole
    days.make_room(100);
    for (int r = 0; r < 100; ++r) {
        call(0, 10, 5);
        note(days, r);
    }
    Performance performance;
    performance.replications = 100;
    performance.teams.resize(1);
    performance.work.resize(2);
    for (WorkPerformance& work : performance.work) {
        work.calls.by_interval.resize(4);
        work.calls.by_day.resize(4);
        work.backlog.by_interval.resize(4);
        work.backlog.by_day.resize(4);
    }
    add_single_days(views, days, performance);
    EXPECT_FALSE(performance.work[0].calls.by_interval[0].band(&CallFigures::service_level));
    EXPECT_EQ(performance.work[0].calls.by_day[friday].band(&CallFigures::service_level)->p05, 0.5);
    EXPECT_TRUE(performance.teams[0].occupancy_single_days_by_interval.empty());
    EXPECT_EQ(performance.teams[0].occupancy_single_days_by_day.size(), 4u);
}

// A team is promised no more than half of its time: kept in the first interval only, and on neither day it was there.
TEST_F(SingleDaysTest, AreToldOfALimitOfOccupancyToo) {
    ASSERT_TRUE(views.promises.back().team);
    const std::size_t promise = views.promises.size() - 1;
    SingleDays days{views, 1};
    block.tally.team(0, 0) = {.busy_calls_s = 600.0, .busy_backlog_s = 300.0, .on_duty_s = 1800.0};
    block.tally.team(0, 1) = {.busy_calls_s = 900.0, .busy_backlog_s = 600.0, .on_duty_s = 1800.0};
    block.tally.team(0, 2) = {.busy_calls_s = 1800.0, .busy_backlog_s = 0.0, .on_duty_s = 1800.0};
    note(days, 0);
    EXPECT_EQ(moments.intervals_met(promise), 1.0 / 3.0);
    EXPECT_EQ(moments.days_met(promise), 0.0);
    block.tally.team(0, 3) = {.busy_calls_s = 100.0, .busy_backlog_s = 0.0, .on_duty_s = 1800.0};
    note(days, 1);
    EXPECT_EQ(moments.intervals_met(promise), 2.0 / 4.0);
    EXPECT_EQ(moments.days_met(promise), 1.0 / 3.0);
}

// (5 - 1) 0.05 = 0.2 of the way from the first to the second; NumPy 1.26 gives 1.2, 3 and 4.8.
TEST(QuantileOfDays, LiesOnTheLineBetweenTwoValues) {
    std::vector<double> values = {4.0, 2.0, 5.0, 1.0, 3.0};
    EXPECT_DOUBLE_EQ(quantile_of(values, 0.05), 1.2);
    EXPECT_EQ(quantile_of(values, 0.5), 3.0);
    EXPECT_DOUBLE_EQ(quantile_of(values, 0.95), 4.8);
    EXPECT_EQ(quantile_of(values, 0.0), 1.0);
    EXPECT_EQ(quantile_of(values, 1.0), 5.0);
    std::vector<double> one = {7.0};
    EXPECT_EQ(quantile_of(one, 0.95), 7.0);
}

TEST(QuantileOfDays, NeverFallsWhereTheShareRises) {
    for (std::size_t n = 1; n < 60; ++n) {
        std::vector<double> values;
        for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<double>((i * i * 7919 + i) % 23));
        double before = *std::min_element(values.begin(), values.end());
        for (const double p : {0.0, 0.05, 0.1, 0.5, 0.9, 0.95, 1.0}) {
            EXPECT_GE(quantile_of(values, p), before) << n;
            before = quantile_of(values, p);
        }
        EXPECT_EQ(before, *std::max_element(values.begin(), values.end()));
    }
}

}  // namespace
}  // namespace freiton::simulation
