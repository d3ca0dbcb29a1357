// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/estimate_log.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

constexpr Date monday = std::chrono::sys_days{2026y / 3 / 2};
constexpr std::chrono::days week{7};

TEST(EstimateDayCv, IsWhatPoissonDoesNotExplainOfDaysOfTheSameWeekday) {
    // Mondays: squares 800, of which Poisson explains 100 of a mean of 100; Tuesdays likewise 5000 of a mean of 200.
    const std::chrono::days one{1};
    EXPECT_DOUBLE_EQ(estimate_day_cv({{monday, 80}, {monday + week, 120}}).value(), std::sqrt(700.0 / 10'000.0));
    EXPECT_DOUBLE_EQ(
        estimate_day_cv({{monday, 80}, {monday + one, 150}, {monday + week, 120}, {monday + week + one, 250}}).value(),
        std::sqrt((700.0 + 4800.0) / (10'000.0 + 40'000.0)));
}

TEST(EstimateDayCv, OfThreeDaysTwoAreFree) {
    const double squares = 30.0 * 30.0 + 30.0 * 30.0;
    EXPECT_DOUBLE_EQ(estimate_day_cv({{monday, 70}, {monday + week, 100}, {monday + 2 * week, 130}}).value(),
                     std::sqrt((squares - 2.0 * 100.0) / (2.0 * 10'000.0)));
}

TEST(EstimateDayCv, IsNothingWhereNoWeekdayWasSeenTwiceAndZeroWherePoissonExplainsAll) {
    EXPECT_FALSE(estimate_day_cv({{monday, 80}, {monday + std::chrono::days{1}, 120}}));
    EXPECT_EQ(estimate_day_cv({{monday, 100}, {monday + week, 104}}), 0.0);
}

}  // namespace
}  // namespace freiton::analytic
