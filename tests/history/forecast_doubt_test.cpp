// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "freiton/history/bands.hpp"
#include "history/made_history.hpp"

namespace freiton::history {
namespace {

// 60 weeks: 300 days tell a cv within 4 % of it (1 / root(2 x 300)), and the doubt about the level adds up to a tenth
// (a level that follows within weeks knows the mean of some 20 days). Of 3,000 intervals the cv is known within 2 %;
// the course of a weekday, of some 30 days, adds one in sixty.
TEST(ForecastDoubt, VariationThatWasPutInComesOut) {
    const WorkForecast forecast = forecast_of(chance_history(60, 2000.0, 0.08, 0.1, 11), 60);
    EXPECT_GT(*forecast.day_cv, 0.08 * 0.88);
    EXPECT_LT(*forecast.day_cv, 0.08 * 1.2);
    EXPECT_NEAR(*forecast.interval_cv, 0.1, 0.1 * 0.06);
    EXPECT_NEAR(*forecast.day_correlation, 0.1, 0.2);
}

// One day of three times the calls among 300 would make 0.14 of 0.08: root(0.08^2 + 2^2 / 300).
TEST(ForecastDoubt, AnOutlierIsNoVariation) {
    WorkHistory history = chance_history(60, 2000.0, 0.08, 0.1, 11);
    for (double& count : history.days[200].counts) count *= 3.0;
    const WorkForecast forecast = forecast_of(history, 60);
    EXPECT_EQ(forecast.outliers.size(), 1U);
    EXPECT_LT(*forecast.day_cv, 0.08 * 1.25);
}

// Twelve days with a tenth of their calls, which nothing told of when the first came; without a name they are outliers.
// Named they are no variation either: day_cv stays what it is without them, but for the two neighbours of each, which
// tell a little less.
TEST(ForecastDoubt, NamingPastHolidaysIsNoVariation) {
    WorkHistory history = chance_history(60, 2000.0, 0.08, 0.1, 11);
    const double without = *forecast_of(history, 60).day_cv;
    Setting setting = weekday_office();
    for (std::size_t day = 150; day < 300; day += 13) {
        for (double& count : history.days[day].counts) count = std::round(count / 10.0);
        setting.events[0].dates.push_back(history.days[day].date);
    }
    EXPECT_NEAR(*forecast_of(history, 60, setting).day_cv, without, 0.15 * without);
}

// The day after a closed one has twice its calls. Who is told of closed days beforehand forecasts it, once some were
// seen; who is not, only if he stands between the two: some 4 % of the days by half of what came, beside what both do
// not know at first.
TEST(ForecastDoubt, NoClosureIsKnownBeforeItComes) {
    WorkHistory history = sure_history(40, [](Date) { return 1000.0; });
    Setting told = weekday_office();
    for (std::size_t day = 20; day + 2 < history.days.size(); day += 24) {
        told.events[0].dates.push_back(history.days[day].date);
        for (double& count : history.days[day + 1].counts) count *= 2.0;
    }
    const auto is_closed = [&](const HistoryDay& day) {
        return std::binary_search(told.events[0].dates.begin(), told.events[0].dates.end(), day.date);
    };
    history.days.erase(std::remove_if(history.days.begin(), history.days.end(), is_closed), history.days.end());
    Setting seen = told;
    std::swap(seen.events[0].dates, seen.events[0].unannounced);
    const WorkForecast with = forecast_of(history, 40, told);
    const WorkForecast without = forecast_of(history, 40, seen);
    EXPECT_GT(without.by_day->own.wape, 1.5 * with.by_day->own.wape);
    EXPECT_EQ(without.events[0].after.seen, with.events[0].after.seen);
    for (std::size_t day = 0; day < with.days.size(); ++day)
        EXPECT_NEAR(without.days[day].arrivals.mean, with.days[day].arrivals.mean, 20.0);
}

// 100 origins within 300 days: a share of 0.8 is known within 2 x root(0.8 x 0.2 / 300) = 0.046.
TEST(ForecastDoubt, BandsHoldWhatTheySay) {
    for (const double total : {20.0, 2000.0}) {
        const WorkForecast forecast = forecast_of(chance_history(60, total, 0.1, 0.1, 3), 60);
        EXPECT_NEAR(*forecast.by_day->coverage, 0.8, 0.05) << total;
        // Counts of one or two cannot be cut at 80 %: what the steps leave over lies within.
        EXPECT_GT(*forecast.by_interval->coverage, 0.77) << total;
        EXPECT_LT(*forecast.by_interval->coverage, total > 1000.0 ? 0.83 : 1.0) << total;
        for (const ForecastDay& day : forecast.days) {
            EXPECT_LT(day.arrivals.low, day.arrivals.mean);
            EXPECT_GT(day.arrivals.high, day.arrivals.mean);
        }
    }
}

TEST(ForecastDoubt, WhatComesIsBetterKnownThanByNaiveForecasts) {
    const WorkForecast forecast = forecast_of(chance_history(30, 500.0, 0.05, 0.0, 5), 30);
    EXPECT_FALSE(forecast.by_day->naive_is_better());
    EXPECT_FALSE(forecast.by_interval->naive_is_better());
}

// Three weeks: nothing can be tried, and bands are what the fit leaves over.
TEST(ForecastDoubt, AShortHistoryHasNoTest) {
    const WorkForecast forecast = forecast_of(chance_history(3, 500.0, 0.05, 0.0, 5), 3);
    EXPECT_FALSE(forecast.by_day);
    EXPECT_FALSE(forecast.by_interval);
    EXPECT_EQ(forecast.origins, 0);
    EXPECT_FALSE(forecast.day_cv);
    EXPECT_FALSE(forecast.interval_cv);
    EXPECT_EQ(forecast.day_bands, BandSource::fit);
    EXPECT_LT(forecast.days[0].arrivals.low, forecast.days[0].arrivals.high);
}

// The level of days walks by 3 % a day, which big intervals share: after two weeks they are less sure than tomorrow.
TEST(ForecastDoubt, BandsOfIntervalsGrowAsThoseOfDaysDo) {
    Chance chance{17};
    double level = 200'000.0;
    const WorkHistory history = sure_history(60, [&](Date) { return level *= 1.0 + 0.03 * chance.normal(); });
    const WorkForecast forecast = forecast_of(history, 60);
    const auto width = [](const Expected& expected) { return (expected.high - expected.low) / expected.mean; };
    const ForecastDay& next = forecast.days.front();
    const ForecastDay& last = forecast.days.back();
    const double of_days = width(last.arrivals) / width(next.arrivals);
    EXPECT_GT(of_days, 1.1);
    for (std::size_t i = 0; i < next.intervals.size(); ++i)
        EXPECT_NEAR(width(last.intervals[i].arrivals) / width(next.intervals[i].arrivals), of_days, 0.1 * of_days);
}

// Ten days that were forecast five times each are ten: of ten values the 10 % quantile lies near the lowest,
// (0.1 x 11 - 0.5) / 10 = 6 % from below; of fifty at (0.1 x 51 - 0.5) / 50 = 9.2 %.
TEST(ForecastDoubt, AgainForecastIsNotSeenAgain) {
    Errors again{RootScale{}}, anew{RootScale{}};
    for (std::size_t i = 0; i < 50; ++i) {
        const double actual = 1000.0 + 2.0 * static_cast<double>(i);
        again.note(i % 10, actual, 1000.0, 1.0);
        anew.note(i, actual, 1000.0, 1.0);
    }
    EXPECT_FALSE(again.enough());
    EXPECT_TRUE(anew.enough());
    EXPECT_LT(again.units({}).low, anew.units({}).low);
    EXPECT_GT(again.units({}).high, anew.units({}).high);
}

// What came in the two weeks after each of so many histories, and how much of it lay within bands of 80 %.
struct Held {
    double days = 0.0;
    double intervals = 0.0;
};
Held held_after(int weeks, int histories) {
    Held held;
    for (int one = 0; one < histories; ++one) {
        WorkHistory history = chance_history(weeks + 2, 500.0, 0.1, 0.05, static_cast<unsigned>(one) + 100);
        const std::vector<HistoryDay> came(history.days.end() - 10, history.days.end());
        history.days.resize(history.days.size() - 10);
        const WorkForecast forecast = forecast_of(history, weeks);
        for (std::size_t d = 0; d < came.size(); ++d) {
            const ForecastDay& day = forecast.days[d];
            const double total = came[d].total();
            held.days += day.arrivals.low <= total && total <= day.arrivals.high ? 0.1 / histories : 0.0;
            for (std::size_t i = 0; i < day.intervals.size(); ++i) {
                const Expected& one_of = day.intervals[i].arrivals;
                const double count = came[d].counts[8 + i];
                held.intervals += one_of.low <= count && count <= one_of.high ? 0.01 / histories : 0.0;
            }
        }
    }
    return held;
}

// 1,500 days: a share of 0.8 is known within 2 x root(0.8 x 0.2 / 1500) = 0.02, and twice that as the days of a history
// share the doubt about its level. Weekdays known from three to seven days each make bands wider by a tenth and more;
// those of fifteen days are somewhat too wide.
TEST(ForecastDoubt, BandsAfterFewWeeksHoldWhatTheySay) {
    for (const int weeks : {3, 4, 7}) {
        const Held held = held_after(weeks, 150);
        EXPECT_NEAR(held.days, 0.8, weeks > 3 ? 0.05 : 0.07) << weeks;
        EXPECT_NEAR(held.intervals, 0.8, 0.05) << weeks;
    }
}

// All that came was more than its forecast, so every quantile lies above it.
TEST(ForecastDoubt, ABandHoldsItsMean) {
    Errors errors{RootScale{}};
    for (int day = 0; day < 30; ++day) errors.note(static_cast<std::size_t>(day), 150.0, 100.0, 1.0);
    const auto [low, high] = errors.band(errors.units({}), 100.0, 1.0);
    EXPECT_EQ(low, 100.0);
    EXPECT_GT(high, 140.0);
}

}  // namespace
}  // namespace freiton::history
