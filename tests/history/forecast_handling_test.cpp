// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/history/forecast_work.hpp"
#include "history/made_history.hpp"

namespace freiton::history {
namespace {

// Mondays take 300 s, other days 240; every contact of the last hour takes a quarter longer than the others.
WorkHistory with_handling_times(int weeks) {
    WorkHistory history = sure_history(weeks, [](Date) { return 1000.0; });
    for (HistoryDay& day : history.days) {
        day.handled = day.counts;
        day.handling_s.assign(day.counts.size(), 0.0);
        const double mean = weekday_index(day.date) == 0 ? 300.0 : 240.0;
        for (std::size_t hour = 0; hour < 24; ++hour)
            day.handling_s[hour] = day.counts[hour] * mean * (hour == 17 ? 1.25 : 1.0) / (1.0 + 0.05 * 0.25);
    }
    return history;
}

// A hundred contacts of doubt stand against 8 x 5 x 50 of the last hour: its quarter is drawn in by a twentieth.
TEST(ForecastHandling, DaysAndHoursThatTakeLongerAreForecastSo) {
    const WorkHistory history = with_handling_times(8);
    WorkForecast forecast = forecast_work(history, weekday_office(), two_weeks_after(8));
    forecast_handling(history, weekday_office(), two_weeks_after(8), forecast);
    ASSERT_TRUE(forecast.days[0].handling_time_s);
    EXPECT_NEAR(forecast.days[0].handling_time_s->mean, 300.0, 0.01);
    EXPECT_NEAR(forecast.days[1].handling_time_s->mean, 240.0, 0.01);
    double sum = 0.0;
    for (const ForecastInterval& hour : forecast.days[1].intervals) sum += hour.arrivals.mean * *hour.handling_time_s;
    EXPECT_NEAR(sum / 1000.0, 240.0, 0.01);
    const auto& hours = forecast.days[1].intervals;
    EXPECT_NEAR(*hours.back().handling_time_s / *hours.front().handling_time_s, 1.25, 0.25 / 20.0 + 0.002);
    EXPECT_LT(forecast.handling_by_day->own.wape, 1e-5);
}

// Each contact takes 300 s, exponential, so means of days of 400 vary by 5 % by chance alone. What days have beyond it
// is put in. Some 300 days tell the square of a variation within 2 x root(2 / 300) x (0.05^2 + cv^2): 0.0004 of
// nothing, 0.002 of 0.01; the doubt about the level adds a tenth to that of chance and days together.
TEST(ForecastHandling, ChanceIsNoVariationOfDays) {
    for (const double cv : {0.0, 0.1}) {
        Chance chance{23};
        WorkHistory history = sure_history(60, [](Date) { return 400.0; });
        for (HistoryDay& day : history.days) {
            day.handled = day.counts;
            day.handling_s.assign(day.counts.size(), 0.0);
            const double mean = 300.0 * chance.factor(cv);
            for (std::size_t hour = 0; hour < 24; ++hour) {
                day.handled[hour] = std::round(day.counts[hour]);
                for (int contact = 0; contact < static_cast<int>(day.handled[hour]); ++contact)
                    day.handling_s[hour] += mean * chance.exponential();
            }
        }
        WorkForecast forecast = forecast_of(history, 60);
        forecast_handling(history, weekday_office(), two_weeks_after(60), forecast);
        const double squared = *forecast.handling_day_cv * *forecast.handling_day_cv;
        const double of_level = 0.1 * (0.05 * 0.05 + cv * cv);
        const double of_sample = 0.165 * (0.05 * 0.05 + cv * cv);
        EXPECT_GE(squared, std::max(0.0, cv * cv - of_sample)) << cv;
        EXPECT_LE(squared, cv * cv + of_level + of_sample) << cv;
    }
}

TEST(ForecastHandling, NothingIsSaidWhereNobodyRecordedIt) {
    const WorkHistory history = sure_history(8, [](Date) { return 100.0; });
    WorkForecast forecast = forecast_work(history, weekday_office(), two_weeks_after(8));
    forecast_handling(history, weekday_office(), two_weeks_after(8), forecast);
    EXPECT_FALSE(forecast.days[0].handling_time_s);
    EXPECT_FALSE(forecast.handling_by_day);
}

// Of eight weeks the last five days are half as long again: the forecast goes on from there, and says so.
TEST(ForecastHandling, ANewLevelOfTheLastDaysIsTold) {
    WorkHistory history = with_handling_times(8);
    for (std::size_t day = history.days.size() - 5; day < history.days.size(); ++day)
        for (double& seconds : history.days[day].handling_s) seconds *= 1.5;
    WorkForecast forecast = forecast_work(history, weekday_office(), two_weeks_after(8));
    forecast_handling(history, weekday_office(), two_weeks_after(8), forecast);
    ASSERT_TRUE(forecast.handling_shift);
    EXPECT_EQ(forecast.handling_shift->days, 5);
    EXPECT_NEAR(forecast.handling_shift->share, 0.5, 0.02);  // the level itself moves a little, too
    EXPECT_NEAR(forecast.days[1].handling_time_s->mean, 360.0, 3.6);
    WorkForecast usual = forecast_work(history, weekday_office(), two_weeks_after(8));
    forecast_handling(with_handling_times(8), weekday_office(), two_weeks_after(8), usual);
    EXPECT_FALSE(usual.handling_shift);
}

}  // namespace
}  // namespace freiton::history
