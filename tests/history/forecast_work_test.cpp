// SPDX-License-Identifier: Apache-2.0
#include "freiton/history/forecast_work.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "history/made_history.hpp"

namespace freiton::history {
namespace {

// The ridge of weekdays takes a millionth over the days of each, some 1e-7 of what they differ by.
TEST(ForecastWork, APureWeekIsForecastAsItIs) {
    const WorkForecast forecast = forecast_of(sure_history(8, of_week), 8);
    ASSERT_EQ(forecast.days.size(), 10U);
    for (const ForecastDay& day : forecast.days) {
        EXPECT_NEAR(day.arrivals.mean, of_week(day.date), 1e-3);
        ASSERT_EQ(day.intervals.size(), usual_course.size());
        for (std::size_t hour = 0; hour < usual_course.size(); ++hour) {
            EXPECT_EQ(day.intervals[hour].start, Minutes{60 * (8 + static_cast<int>(hour))});
            EXPECT_NEAR(day.intervals[hour].arrivals.mean, of_week(day.date) * usual_course[hour], 1e-3);
        }
    }
    EXPECT_LT(forecast.by_day->own.wape, 1e-5);
    EXPECT_EQ(forecast.by_day->last_week.wape, 0.0);
    EXPECT_TRUE(forecast.outliers.empty());
}

// Three times its usual calls in the last week. The day weighs 2 x 4 / u^2 with u = (root 360 - root 120) / 0.5 = 16,
// so a thirtieth: the level of the week, of which it is a fifth, is off by less than a hundredth.
TEST(ForecastWork, AnOutlierIsListedAndDoesNotMoveTheLevel) {
    const Date wild = first_monday + std::chrono::days{7 * 7};
    const WorkForecast forecast =
        forecast_of(sure_history(8, [&](Date date) { return of_week(date) * (date == wild ? 3.0 : 1.0); }), 8);
    for (const ForecastDay& day : forecast.days)
        EXPECT_NEAR(day.arrivals.mean / of_week(day.date), 1.0, 0.02) << date_text(day.date);
    ASSERT_EQ(forecast.outliers.size(), 1U);
    EXPECT_EQ(forecast.outliers[0].date, wild);
    EXPECT_EQ(forecast.outliers[0].actual, 360.0);
    EXPECT_NEAR(forecast.outliers[0].usual, 120.0, 3.0);
}

// A Monday with a tenth of its calls, known as a holiday, and another one in the second week to come. The effect is
// drawn to nothing by 0.02 of 1.02 days, and what is left of it lies on the Mondays: a fiftieth of it over seven of
// them.
TEST(ForecastWork, AHolidayIsNotTakenForAMonday) {
    const Date holiday = first_monday + std::chrono::days{5 * 7};
    const Date to_come = first_monday + std::chrono::days{9 * 7};
    Setting setting = weekday_office();
    setting.events[0].dates = {holiday, to_come};
    const WorkForecast forecast = forecast_of(
        sure_history(8, [&](Date date) { return of_week(date) * (date == holiday ? 0.1 : 1.0); }), 8, setting);
    EXPECT_NEAR(forecast.days[0].arrivals.mean, 120.0, 1.5);
    EXPECT_NEAR(forecast.days[5].arrivals.mean, 12.0, 2.0);
    EXPECT_THAT(forecast.days[5].events, testing::ElementsAre("holiday"));
    EXPECT_TRUE(forecast.outliers.empty());
    EXPECT_EQ(forecast.events[0].on.seen, 1);
    EXPECT_NEAR(forecast.events[0].on.share, -0.9, 0.02);
    EXPECT_EQ(forecast.events[0].after.seen, 1);
}

// After the promotions of weeks 3, 5 and 7 half as many call again; the next one is in the first week to come.
TEST(ForecastWork, TheDayAfterAnEventIsLearnt) {
    Setting setting = weekday_office();
    setting.events.push_back({"mailing", {}});
    for (const int week_of_mailing : {2, 4, 6, 8})
        setting.events[1].dates.push_back(first_monday + std::chrono::days{7 * week_of_mailing + 1});
    const auto total = [&](Date date) {
        const std::vector<Date>& mailings = setting.events[1].dates;
        const bool after = std::binary_search(mailings.begin(), mailings.end(), date - std::chrono::days{1});
        return of_week(date) * (after ? 1.5 : 1.0);
    };
    const WorkForecast forecast = forecast_of(sure_history(8, total), 8, setting);
    EXPECT_NEAR(forecast.days[2].arrivals.mean / 90.0, 1.5, 0.1);
    EXPECT_NEAR(forecast.days[7].arrivals.mean / 90.0, 1.0, 0.05);
    EXPECT_EQ(forecast.events[1].after.seen, 3);
    EXPECT_THAT(forecast.days[1].events, testing::ElementsAre("mailing"));
}

// Three more every day: in two weeks a level that stands still would be 50 of 700 behind.
TEST(ForecastWork, ATrendIsFollowed) {
    const auto total = [](Date date) { return 200.0 + 3.0 * static_cast<double>((date - first_monday).count()); };
    const WorkForecast forecast = forecast_of(sure_history(20, total), 20);
    EXPECT_TRUE(forecast.parts.trend);
    for (const ForecastDay& day : forecast.days) EXPECT_NEAR(day.arrivals.mean / total(day.date), 1.0, 0.01);
}

// Half more from the 1st to the 5th of each month.
TEST(ForecastWork, TheTurnOfTheMonthIsFound) {
    const auto total = [](Date date) {
        const std::chrono::year_month_day day{date};
        return of_week(date) * 10.0 * (day.day() <= std::chrono::day{5} ? 1.5 : 1.0);
    };
    const WorkForecast forecast = forecast_of(sure_history(30, total), 30);
    EXPECT_TRUE(forecast.parts.turn_of_month);
    EXPECT_LT(forecast.by_day->own.wape, forecast.by_day->four_weeks.wape / 2.0);
    for (const ForecastDay& day : forecast.days) EXPECT_NEAR(day.arrivals.mean / total(day.date), 1.0, 0.07);
}

// A fifth more in summer than on the mean, a fifth less in winter, of three and a half years; eight weeks ahead, where
// a level that stands still is late.
TEST(ForecastWork, TheTimeOfTheYearIsFound) {
    constexpr int weeks = 3 * 52 + 26;
    const auto total = [](Date date) {
        const double days = static_cast<double>((date - first_monday).count());
        return of_week(date) * 10.0 * (1.0 - 0.2 * std::cos(days * 2.0 * 3.14159265358979 / 365.25));
    };
    Chance chance{13};
    const WorkHistory history = sure_history(weeks, [&](Date date) { return total(date) * chance.factor(0.05); });
    const Date next = first_monday + std::chrono::days{7 * weeks};
    const WorkForecast forecast =
        forecast_work(history, weekday_office(), {.dates = open_dates(next, 8), .ahead = {3, 58}});
    EXPECT_TRUE(forecast.parts.season);
    EXPECT_LT(forecast.by_day->own.wape, forecast.by_day->four_weeks.wape);
}

TEST(ForecastWork, AQueueWithoutACallIsForecastToHaveNone) {
    const WorkForecast forecast = forecast_of(sure_history(8, [](Date) { return 0.0; }), 8);
    for (const ForecastDay& day : forecast.days) {
        EXPECT_NEAR(day.arrivals.mean, 0.0, 1e-6);
        EXPECT_NEAR(day.arrivals.high, 0.0, 1e-6);
    }
    EXPECT_FALSE(forecast.by_day);  // errors are shares of what came
    EXPECT_GT(forecast.origins, 0);
    EXPECT_FALSE(forecast.day_cv);
}

// Three calls a day: means near 3, and bands that hold whole numbers.
TEST(ForecastWork, SmallCountsAreForecastOnAverage) {
    const WorkForecast forecast = forecast_of(chance_history(30, 3.0, 0.0, 0.0, 7), 30);
    double sum = 0.0;
    for (const ForecastDay& day : forecast.days) sum += day.arrivals.mean;
    // The mean of the latest weeks: with a level that follows within weeks some 40 days, so 3 +- 2 x root(3 / 40).
    EXPECT_NEAR(sum / 10.0, 3.0, 0.55);
    EXPECT_LT(std::abs(forecast.by_day->own.bias), 0.1);
    EXPECT_LT(forecast.by_interval->own.wape, forecast.by_interval->last_week.wape);
    // 110 days of 3 tell the square of a variation within root((3 + 2 x 9) / 110) / 9 = 0.05 = 0.22^2 by chance alone.
    EXPECT_FALSE(forecast.day_cv);
    EXPECT_FALSE(forecast.interval_cv);
}

// Mondays run backwards. The latest of thirty weeks weigh as some fifteen Mondays, against which one day of all
// weekdays stands: a sixteenth of the difference is lost.
TEST(ForecastWork, AWeekdayHasItsOwnCourse) {
    WorkHistory history = sure_history(30, of_week);
    for (HistoryDay& day : history.days)
        if (weekday_index(day.date) == 0) std::reverse(day.counts.begin() + 8, day.counts.begin() + 18);
    const WorkForecast forecast = forecast_of(history, 30);
    EXPECT_NEAR(forecast.days[0].intervals[0].arrivals.mean / 120.0, usual_course[9], 0.03 / 12.0);
    EXPECT_NEAR(forecast.days[1].intervals[0].arrivals.mean / 100.0, usual_course[0], 0.03 / 12.0);
}

}  // namespace
}  // namespace freiton::history
