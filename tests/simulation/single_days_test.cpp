// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/single_days.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/random_organisation.hpp"

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

// Two kinds of work with three figures and one team: 7 numbers of 8 bytes at each of 4 intervals, 4 days and the whole.
TEST_F(SingleDaysTest, KeepTheFirstReplicationsThatFitAndIfTheyAreTooFewOnlyDays) {
    const std::size_t all = 9 * 7 * 8, only_days = 5 * 7 * 8, horizon = 7 * 8;
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

// By sorting, in place of picking.
Band sorted_band(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double p) {
        const double place = p * static_cast<double>(values.size() - 1);
        const auto k = static_cast<std::size_t>(place);
        return values[k] + (place - std::floor(place)) * (values[std::min(k + 1, values.size() - 1)] - values[k]);
    };
    return {at(0.05), at(0.95)};
}

// Every contact of every replication, counted one by one: nothing of the tallies, of blocks and of threads is in it.
TEST(SingleDays, AreThoseOfAPlainLoopOverTheContactsOfEveryReplication) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.simulation.replications = 60;
    const Scenario scenario{std::move(parts)};
    const StaffingPlan plan{{{3, 4}}};
    std::vector<double> levels, waits, losses;
    for (std::uint64_t r = 0; r < 60; ++r) {
        double offered = 0.0, answered = 0.0, waited_s = 0.0, lost = 0.0, quick = 0.0;
        const TracedContacts traced = trace(scenario, plan, r);
        for (const ContactRecord& contact : traced.contacts) {
            if (traced.world.slots[static_cast<std::size_t>(contact.slot)].cell != 0) continue;  // the first half hour
            ++offered;
            lost += contact.outcome == Outcome::abandoned ? 1.0 : 0.0;
            if (contact.outcome != Outcome::answered) continue;
            ++answered;
            waited_s += contact.begin - contact.arrival;
            quick += contact.begin - contact.arrival <= 20.0 ? 1.0 : 0.0;
        }
        ASSERT_GT(answered, 0.0);
        levels.push_back(quick / offered);
        waits.push_back(waited_s / answered);
        losses.push_back(lost / offered);
    }
    const Performance performance = simulate(scenario, plan, RunControl{.threads = 2});
    const auto& first = performance.work[0].calls.by_interval[0];
    const auto compare = [&](double CallFigures::*member, const std::vector<double>& values) {
        const Band expected = sorted_band(values);
        ASSERT_LT(expected.p05, expected.p95);
        EXPECT_NEAR(first.band(member)->p05, expected.p05, 1e-12 * expected.p95);
        EXPECT_NEAR(first.band(member)->p95, expected.p95, 1e-12 * expected.p95);
    };
    compare(&CallFigures::service_level, levels);
    compare(&CallFigures::asa_s, waits);
    compare(&CallFigures::abandoned_share, losses);
    EXPECT_EQ(performance.single_days, 60);
}

template <class Figures>
void append(const Course<Figures>& course, std::vector<double>& values) {
    const auto add = [&](const Measured<Figures>& figures) {
        for (const auto member : Figures::of_single_days()) {
            values.push_back(figures.band(member)->p05);
            values.push_back(figures.band(member)->p95);
        }
    };
    for (const auto& figures : course.by_interval) add(figures);
    for (const auto& figures : course.by_day) add(figures);
    if (!course.by_day.empty()) add(course.total);
}

std::vector<double> all_bands(const Performance& performance) {
    std::vector<double> values;
    for (const WorkPerformance& work : performance.work) {
        append(work.calls, values);
        append(work.backlog, values);
        for (const auto& [site, course] : work.calls_by_site) append(course, values);
        for (const auto& [site, course] : work.backlog_by_site) append(course, values);
    }
    for (const TeamPerformance& team : performance.teams)
        for (const auto* bands : {&team.occupancy_single_days_by_interval, &team.occupancy_single_days_by_day})
            for (const Band& band : *bands) values.insert(values.end(), {band.p05, band.p95});
    for (double& value : values)
        if (std::isnan(value)) value = -1.0;
    return values;
}

TEST(SingleDays, AreTheSameBytesOnAnyNumberOfThreadsAndEveryFigureHasThem) {
    for (std::uint64_t i = 0; i < 6; ++i) {
        const auto staffed = test::RandomOrganisation{i}.make();
        ScenarioParts parts = staffed.scenario.parts();
        parts.simulation.replications = 100;
        const Scenario scenario{std::move(parts)};
        const std::vector<double> alone = all_bands(simulate(scenario, staffed.plan, RunControl{.threads = 1}));
        EXPECT_EQ(all_bands(simulate(scenario, staffed.plan, RunControl{.threads = 8})), alone) << i;
        EXPECT_TRUE(std::any_of(alone.begin(), alone.end(), [](double value) { return value > 0.0; }));
        for (std::size_t k = 0; k + 1 < alone.size(); k += 2) EXPECT_LE(alone[k], alone[k + 1]);
    }
}

TEST(SingleDays, AreLeftOutWhereOnlyMeansAreAskedForAndMeansStayTheSame) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.simulation.replications = 30;
    const Scenario scenario{std::move(parts)};
    const StaffingPlan plan{{{3, 4}}};
    const Performance means = simulate(scenario, plan, {.threads = 1}, Detail::means);
    const Performance both = simulate(scenario, plan, {.threads = 1});
    EXPECT_EQ(means.single_days, 0);
    EXPECT_FALSE(means.work[0].calls.total.band(&CallFigures::asa_s));
    EXPECT_TRUE(both.work[0].calls.total.band(&CallFigures::asa_s));
    EXPECT_FALSE(both.work[0].calls.total.band(&CallFigures::wait_all_s));
    EXPECT_EQ(means.work[0].calls.total.asa_s, both.work[0].calls.total.asa_s);
}

}  // namespace
}  // namespace freiton::simulation
