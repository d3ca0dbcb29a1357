// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/complete_grid.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace freiton::study {
namespace {

using testing::ElementsAre;

TEST(CompleteGrid, KeepsEveryRowOfOneThatIs) {
    EXPECT_THAT(complete_grid({{0, 0}, {0, 1}, {1, 0}, {1, 1}}), ElementsAre(0, 1, 2, 3));
    EXPECT_TRUE(complete_grid({}).empty());
}

// Three by two with (2, 1) missing: level 2 of the first input misses half of its two, level 1 of the second a third.
TEST(CompleteGrid, LeavesOutTheLevelThatMissesMost) {
    EXPECT_THAT(complete_grid({{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 0}}), ElementsAre(0, 1, 2, 3));
}

TEST(CompleteGrid, TheSameCombinationTwiceFillsNoGap) {
    EXPECT_THAT(complete_grid({{0, 0}, {0, 1}, {1, 0}, {1, 0}}).size(), 2u);
}

}  // namespace
}  // namespace freiton::study
