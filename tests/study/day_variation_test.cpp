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

TEST(DayVariation, OneDayTellsNothing) { EXPECT_FALSE(volume_variation({{{90, 90}, {100, 100}}})); }

}  // namespace
}  // namespace freiton::study
