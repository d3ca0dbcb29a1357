// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/handling_variation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace freiton::study {
namespace {

// Two days of two intervals with 10 calls each, means 0.9, 1.1 and 1.1, 1.3: within 10 * 4 * 0.01 = 0.4 with 2 degrees
// of freedom, so 0.2 a call. Between: 20 * 2 * 0.1^2 = 0.4; less (2 - 1) * 0.2, by (40 - 800 / 40) 1.1^2.
TEST(HandlingVariation, TwoDaysByHand) {
    const auto found = handling_variation({{{10, 10}, {0.9, 1.1}}, {{10, 10}, {1.1, 1.3}}});
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->square, (0.4 - 0.2) / (20.0 * 1.21), 1e-12);
    EXPECT_NEAR(found->chance, std::sqrt(2.0) * 0.2 / (20.0 * 1.21), 1e-12) << "a chi-square with one degree";
}

TEST(HandlingVariation, OneDayTellsNothing) { EXPECT_FALSE(handling_variation({{{10, 10}, {1.0, 1.1}}})); }

}  // namespace
}  // namespace freiton::study
