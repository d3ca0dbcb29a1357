// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/likeliest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace freiton::study {
namespace {

// 2 x 2 by hand: det = 3 * 2 - 1 * 1 = 5.
TEST(Likeliest, InverseOfAMatrix) {
    const SquareMatrix inverse = inverse_of({{3.0, 1.0}, {1.0, 2.0}});
    EXPECT_NEAR(inverse[0][0], 0.4, 1e-15);
    EXPECT_NEAR(inverse[0][1], -0.2, 1e-15);
    EXPECT_NEAR(inverse[1][1], 0.6, 1e-15);
    EXPECT_NEAR(inverse_of({{0.0, 2.0}, {4.0, 0.0}})[0][1], 0.25, 1e-15) << "with a pivot";
    EXPECT_TRUE(inverse_of({{1.0, 2.0}, {2.0, 4.0}}).empty()) << "has none";
}

// -(3 x^2 + 2 x y + 2 y^2) / 2 about (1, -2): its information is the matrix above.
TEST(Likeliest, ASummitAndHowItBends) {
    const auto hill = [](const std::vector<double>& at) {
        const double x = at[0] - 1.0, y = at[1] + 2.0;
        return -0.5 * (3.0 * x * x + 2.0 * x * y + 2.0 * y * y);
    };
    const Summit summit = climb(hill, {4.0, 4.0});
    EXPECT_NEAR(summit.at[0], 1.0, 1e-6);
    EXPECT_NEAR(summit.at[1], -2.0, 1e-6);
    EXPECT_NEAR(summit.covariance[0][0], 0.4, 1e-6);
    EXPECT_NEAR(summit.covariance[0][1], -0.2, 1e-6);
}

// Where it starts it bends upwards, so that Newton's own step would lead down.
TEST(Likeliest, ClimbsFromWhereAFunctionBendsUpwards) {
    const Summit summit = climb([](const std::vector<double>& at) { return std::exp(-at[0] * at[0]); }, {2.0});
    EXPECT_NEAR(summit.at[0], 0.0, 1e-5);
    EXPECT_NEAR(summit.height, 1.0, 1e-9);
}

// Rosenbrock's ridge, from where its second derivative along x is 1,998. Differences over 1e-3 of a fourth power whose
// curvature is 1 move the summit by 400 * 1e-6 / 2 along x.
TEST(Likeliest, ClimbsACurvedRidge) {
    const auto ridge = [](const std::vector<double>& at) {
        const double off = at[1] - at[0] * at[0];
        return -(1.0 - at[0]) * (1.0 - at[0]) - 100.0 * off * off;
    };
    const Summit summit = climb(ridge, {0.0, 5.0});
    EXPECT_NEAR(summit.at[0], 1.0, 3e-4);
    EXPECT_NEAR(summit.at[1], 1.0, 6e-4);
}

TEST(Likeliest, AFlatFunctionHasNoCovariance) {
    EXPECT_TRUE(climb([](const std::vector<double>& at) { return -at[0] * at[0]; }, {1.0, 1.0}).covariance.empty());
}

}  // namespace
}  // namespace freiton::study
