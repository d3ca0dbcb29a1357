// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/half_width.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace freiton::simulation {
namespace {

// Student's t in closed form: one degree of freedom is Cauchy's law, tan(pi (p - 1/2)); two: (2p - 1) sqrt(2 / (4p (1 -
// p))). With many it is the normal's 1.9599639845.
TEST(HalfWidth, UsesStudentsT) {
    EXPECT_NEAR(student_t95(1), std::tan(std::acos(-1.0) * 0.475), 1e-9);
    EXPECT_NEAR(student_t95(2), 0.95 * std::sqrt(2.0 / (4.0 * 0.975 * 0.025)), 1e-12);
    EXPECT_NEAR(student_t95(1'000'000'000), 1.959963984540054, 1e-8);
    EXPECT_TRUE(std::isnan(student_t95(0)));
}

// 1, 2, 3, 4: mean 10/4; variance (30 - 25) / 3 = 5/3; standard error sqrt(5/12); t with 3 degrees is 3.182446305.
TEST(HalfWidth, OfAMeanIsThatOfTheTextbook) {
    const Estimate estimate = mean_estimate(10.0, 30.0, 4);
    EXPECT_EQ(estimate.value, 2.5);
    EXPECT_NEAR(estimate.half_width, 3.182446305284263 * std::sqrt(5.0 / 12.0), 1e-12);
}

// (1, 2), (2, 2), (3, 4): ratio 6/8; what is left, N - R D, is -1/2, 1/2, 0, with variance 1/4; mean denominator 8/3; t
// with 2 degrees is the closed form above.
TEST(HalfWidth, OfARatioComesFromWhatTheRatioLeaves) {
    const Estimate estimate = ratio_estimate(6.0, 8.0, 14.0, 24.0, 2.0 + 4.0 + 12.0, 3, false);
    EXPECT_EQ(estimate.value, 0.75);
    const double t = 0.95 * std::sqrt(2.0 / (4.0 * 0.975 * 0.025));
    EXPECT_NEAR(estimate.half_width, t * std::sqrt(0.25 / 3.0) / (8.0 / 3.0), 1e-12);
}

TEST(HalfWidth, OfARatioByAConstantIsThatOfTheMean) {
    const Estimate ratio = ratio_estimate(10.0, 4.0 * 5.0, 30.0, 4.0 * 25.0, 50.0, 4, false);
    const Estimate mean = mean_estimate(10.0, 30.0, 4);
    EXPECT_DOUBLE_EQ(ratio.value, mean.value / 5.0);
    EXPECT_NEAR(ratio.half_width, mean.half_width / 5.0, 1e-14);
}

// Rule of three: what was never seen in n trials may have a share up to 3 / n, as (1 - 3/n)^n is some 5 %.
TEST(HalfWidth, IsNeverZeroBecauseNothingWasMissed) {
    EXPECT_EQ(ratio_estimate(0.0, 600.0, 0.0, 12'000.0, 0.0, 30, true).half_width, 3.0 / 600.0);
    EXPECT_EQ(ratio_estimate(600.0, 600.0, 12'000.0, 12'000.0, 12'000.0, 30, true).half_width, 3.0 / 600.0);
    EXPECT_EQ(ratio_estimate(0.0, 2.0, 0.0, 2.0, 0.0, 30, true).half_width, 1.0);
    EXPECT_EQ(mean_estimate(0.0, 0.0, 30).half_width, 3.0 / 30.0);
}

TEST(HalfWidth, IsUnknownWhereNothingCanBeSaid) {
    EXPECT_TRUE(std::isnan(mean_estimate(0.0, 0.0, 30, false).half_width));  // no count: no rule of three
    EXPECT_TRUE(std::isnan(mean_estimate(5.0, 25.0, 1).half_width));         // one replication has no spread
    EXPECT_EQ(mean_estimate(5.0, 25.0, 1).value, 5.0);
    EXPECT_TRUE(std::isnan(mean_estimate(0.0, 0.0, 0).value));
    EXPECT_TRUE(std::isnan(ratio_estimate(0.0, 0.0, 0.0, 0.0, 0.0, 30, true).value));  // nobody came: no share
    EXPECT_TRUE(std::isnan(ratio_estimate(0.0, 50.0, 0.0, 90.0, 0.0, 30, false).half_width));
}

}  // namespace
}  // namespace freiton::simulation
