// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/day_variation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace freiton::study {
namespace {

// Two days alike, 90 and 110 in each of two intervals where the mean is 100: e = -10 and 10. Pairs: (20^2 - 200) = 200
// each, times n / (n - 1) = 2, by 2 * 100 * 100 each: day_cv^2 = 0.02. Own: 2 * 200 - 180 and 2 * 200 - 220, together
// 400, by 40,000: 0.01 = (1 + 0.02) (1 + interval_cv^2) - 1.
TEST(DayVariation, TwoDaysByHand) {
    const auto found = volume_variation({{{90, 90}, {100, 100}}, {{110, 110}, {100, 100}}});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->by_days_alike);
    EXPECT_NEAR(found->day.square, 0.02, 1e-12);
    EXPECT_NEAR(found->interval.square, 1.01 / 1.02 - 1.0, 1e-12);
    EXPECT_EQ(found->interval.cv(), 0.0);
    EXPECT_TRUE(std::isnan(found->day.square_error)) << "nobody can say from one pair";
    // If all were Poisson: 2 (2 / 1)^2 * 2 * 100 * 100 for each day, by 40,000 squared.
    EXPECT_NEAR(found->day.chance, std::sqrt(2.0 * 160'000.0) / 40'000.0, 1e-12);
    EXPECT_NEAR(found->day.at_most(), std::sqrt(0.02 + 2.0 * found->day.chance), 1e-12) << "two days say little";
}

// The same with other predictions for each day: against these, up to a common factor, here 200 / 210. Means 100, 110
// times it: 95.24, 104.76; e = -5.24 and 5.24 in each interval. Pairs: 2 (5.238^2 2) = 109.75 each, over (2 * 95.238^2)
// and (2 * 104.762^2).
TEST(DayVariation, DaysThatAreNotAlikeAreHeldAgainstTheirPrediction) {
    const auto found = volume_variation({{{90, 90}, {100, 100}}, {{110, 110}, {110, 110}}});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->by_days_alike);
    const double low = 100.0 * 400.0 / 420.0, high = 110.0 * 400.0 / 420.0, e = low - 90.0;
    EXPECT_NEAR(found->day.square, 2.0 * (4.0 * e * e) / (2.0 * low * low + 2.0 * high * high), 1e-12);
}

// Days that do not differ have less variation than chance alone would make: the factor is 0, and a limit is told.
TEST(DayVariation, LessThanChanceIsNothing) {
    const std::vector<DayCounts> same(6, {{100, 100, 100}, {100, 100, 100}});
    const auto found = volume_variation(same);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->day.square, 0.0, 1e-12);
    EXPECT_NEAR(found->interval.square, -0.01, 1e-12) << "Poisson counts of 100 would have 1 / 100";
    EXPECT_EQ(found->interval.cv(), 0.0);
    EXPECT_TRUE(std::isnan(found->interval.standard_error()));
    EXPECT_EQ(found->interval.at_most(), 0.0);
}

// The jackknife's variance of a sample variance of n values is n^2 (m4 - m2^2) / ((n - 1) (n - 2)^2), m their central
// moments; times 7 / 5 of Student's law. What is squared is also divided by a mean that a day left out moves by 3 %.
TEST(DayVariation, AJackknifeSaysHowWellItIsKnown) {
    std::vector<DayCounts> days;
    for (const double factor : {0.8, 1.2, 0.9, 1.1, 0.85, 1.15, 0.95, 1.05})
        days.push_back({{100 * factor, 100 * factor}, {100, 100}});
    const auto found = volume_variation(days);
    ASSERT_TRUE(found);
    // Squares of the eight factors less 1: twice 0.04, 0.01, 0.0225, 0.0025; mean 0.01875, times 8 / 7.
    EXPECT_NEAR(found->day.square, 0.01875 * 8.0 / 7.0, 1e-12);
    const double m4 = (2 * (0.02125 * 0.02125 + 0.00875 * 0.00875 + 0.00375 * 0.00375 + 0.01625 * 0.01625)) / 8.0;
    const double error = std::sqrt(64.0 * m4 / (7.0 * 36.0) * 7.0 / 5.0);
    EXPECT_NEAR(found->day.square_error, error, 0.05 * error);
    const double of_logarithm = found->day.square_error / (2.0 * found->day.square);
    EXPECT_NEAR(found->day.standard_error(), 0.5 * found->day.cv() * (std::exp(2.0 * of_logarithm) - 1.0), 1e-12);
    EXPECT_TRUE(std::isnan(found->day.at_most())) << "far beyond chance";
}

// Where the cv is hardly known its logarithm says nothing: the limit is that of the square, sqrt(1e-6 + 0.02).
TEST(DayVariation, NearNothingTheErrorIsThatOfTheSquare) {
    const Variation hardly{.square = 1e-6, .square_error = 0.01};
    EXPECT_NEAR(hardly.standard_error(), 0.5 * (std::sqrt(1e-6 + 0.02) - 1e-3), 1e-12);
}

// Ten days of twenty intervals, counts about 25 as they may come; days alike, or each predicted a little differently.
std::vector<DayCounts> usual_days(bool alike) {
    std::vector<DayCounts> days;
    unsigned state = 7;
    for (int day = 0; day < 10; ++day) {
        DayCounts& counts = days.emplace_back();
        for (int i = 0; i < 20; ++i) {
            double count = 0.0;  // of 50 that come with a chance of a half: less than Poisson's variance, 12.5
            for (int coin = 0; coin < 50; ++coin) {
                state = 1664525U * state + 1013904223U;
                count += state >> 31U;
            }
            counts.came.push_back(count);
            counts.predicted.push_back(alike ? 25.0 : 25.0 + 0.01 * day);
        }
    }
    return days;
}

// 400 in place of 25, in one half hour of two hundred: the squares of the others come to nothing beside it. Without it
// the variation is what the others tell, within what 199 in place of 200 may change.
TEST(DayVariation, OneOutageIsNoVariation) {
    for (const bool alike : {true, false}) {
        std::vector<DayCounts> days = usual_days(alike);
        const auto before = volume_variation(days);
        EXPECT_TRUE(before->outliers.empty());
        days[3].came[7] = 400.0;
        const auto found = volume_variation(days);
        ASSERT_EQ(found->outliers.size(), 1U);
        EXPECT_EQ(found->outliers[0].day, 3U);
        EXPECT_EQ(found->outliers[0].interval, 7U);
        EXPECT_EQ(found->outliers[0].came, 400.0);
        EXPECT_NEAR(found->day.square, before->day.square, 0.001);  // 1 / 25 / root(200): a tenth of what chance does
        EXPECT_NEAR(found->interval.square, before->interval.square, 0.002);
    }
}

// The second half of a day is missing: ten intervals of nothing, and its level is that of the first half.
TEST(DayVariation, HalfADayThatIsMissingIsNone) {
    for (const bool alike : {true, false}) {
        std::vector<DayCounts> days = usual_days(alike);
        const auto before = volume_variation(days);
        std::fill(days[5].came.begin() + 10, days[5].came.end(), 0.0);
        const auto found = volume_variation(days);
        EXPECT_EQ(found->outliers.size(), 10U);
        EXPECT_NEAR(found->day.square, before->day.square, 0.002);
        EXPECT_NEAR(found->interval.square, before->interval.square, 0.004);
    }
}

// Of a tenth and more that is far off nobody can say that it is the exception.
TEST(DayVariation, MoreThanATenthIsNoException) {
    std::vector<DayCounts> days = usual_days(false);
    for (DayCounts& day : days)
        for (std::size_t i = 0; i < 20; i += 4) day.came[i] = 400.0;
    EXPECT_LE(volume_variation(days)->outliers.size(), 20U);
}

TEST(DayVariation, OneDayTellsNothing) { EXPECT_FALSE(volume_variation({{{90, 90}, {100, 100}}})); }

}  // namespace
}  // namespace freiton::study
