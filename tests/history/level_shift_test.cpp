// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "history/made_history.hpp"

namespace freiton::history {
namespace {

// Half a year of days of 1000 that vary by 5 %, the last `days` of which have so much more.
WorkHistory shifted(int weeks, std::size_t days, double factor, unsigned seed, double day_cv = 0.05) {
    WorkHistory history = chance_history(weeks, 1000.0, day_cv, 0.05, seed);
    for (std::size_t day = history.days.size() - days; day < history.days.size(); ++day)
        for (double& count : history.days[day].counts) count = std::round(count * factor);
    return history;
}

double mean_of(const WorkForecast& forecast) {
    double sum = 0.0;
    for (const ForecastDay& day : forecast.days) sum += day.arrivals.mean;
    return sum / static_cast<double>(forecast.days.size());
}

// A mean of four to six days is known within 5 % / root(4): two of those.
TEST(LevelShift, FourDaysOnOneSideAreTheNewLevel) {
    for (const double factor : {1.6, 0.6})
        for (const std::size_t days : {4U, 6U}) {
            const WorkForecast forecast = forecast_of(shifted(26, days, factor, 7), 26);
            ASSERT_TRUE(forecast.shift) << factor << " since " << days << " days";
            EXPECT_EQ(forecast.shift->days, static_cast<int>(days));
            EXPECT_NEAR(forecast.shift->share, factor - 1.0, 0.05 * factor);
            EXPECT_NEAR(mean_of(forecast), 1000.0 * factor, 50.0 * factor);
            EXPECT_EQ(forecast.outliers_at_end, 0);
            EXPECT_LT(forecast.day_cv.value(), 0.08) << "days after a shift are no usual ones of what was before";
        }
}

TEST(LevelShift, FewerDaysAreOutliersAndSaidToBeTheLast) {
    const WorkForecast high = forecast_of(shifted(26, 3, 1.6, 7), 26);
    EXPECT_FALSE(high.shift);
    EXPECT_EQ(high.outliers_at_end, 3);
    EXPECT_NEAR(mean_of(high), 1000.0, 50.0);
    EXPECT_EQ(forecast_of(shifted(26, 2, 0.5, 7), 26).outliers_at_end, -2);
}

TEST(LevelShift, UsualDaysHaveNone) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const WorkForecast forecast = forecast_of(shifted(26, 0, 1.0, seed), 26);
        EXPECT_FALSE(forecast.shift) << seed;
        EXPECT_EQ(forecast.outliers_at_end, 0) << seed;
    }
}

// A tenth is what days differ by: 30 % more are three deviations, over ten days 3 x root(10) of their mean's, less what
// the level has followed by then. 15 % over as many are seen about every second time.
TEST(LevelShift, TenDaysWithThirtyPercentMoreAreSeenThoughDaysDifferByATenth) {
    int seen = 0, half_seen = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const WorkForecast forecast = forecast_of(shifted(26, 10, 1.3, seed, 0.1), 26);
        if (forecast.shift && std::abs(forecast.shift->share - 0.3) < 0.12) ++seen;
        if (forecast_of(shifted(26, 10, 0.85, seed, 0.1), 26).shift) ++half_seen;
    }
    EXPECT_GE(seen, 10);
    EXPECT_GE(half_seen, 3);
}

// One history of a hundred at most, so in 40 more than two have hardly a chance (Poisson, 0.8 %).
TEST(LevelShift, DaysThatDifferByATenthHaveNone) {
    int seen = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) seen += forecast_of(shifted(26, 0, 1.0, seed, 0.1), 26).shift ? 1 : 0;
    for (unsigned seed = 21; seed <= 40; ++seed) seen += forecast_of(shifted(10, 0, 1.0, seed, 0.1), 10).shift ? 1 : 0;
    EXPECT_LE(seen, 2);
}

}  // namespace
}  // namespace freiton::history
