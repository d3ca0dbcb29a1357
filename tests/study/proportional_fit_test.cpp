// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/proportional_fit.hpp"

#include <gtest/gtest.h>

namespace freiton::study {
namespace {

// Everything may go everywhere: rows 3 and 1 of columns 2 and 2 are halves.
TEST(ProportionalFit, IsTheOuterProductWhereEverythingIsAllowed) {
    const auto table = proportional_fit({3.0, 1.0}, {2.0, 2.0}, {{true, true}, {true, true}});
    EXPECT_DOUBLE_EQ(table[0][0], 1.5);
    EXPECT_DOUBLE_EQ(table[1][1], 0.5);
}

// The second row may only use the second column, so that its 1 is there and the first row gets what is left.
TEST(ProportionalFit, LeavesOutWhatIsNotAllowedAndStillKeepsAllSums) {
    const auto table = proportional_fit({3.0, 1.0}, {2.0, 2.0}, {{true, true}, {false, true}});
    EXPECT_EQ(table[1][0], 0.0);
    EXPECT_NEAR(table[0][0], 2.0, 1e-9);
    EXPECT_NEAR(table[0][1], 1.0, 1e-9);
    EXPECT_NEAR(table[1][1], 1.0, 1e-9);
}

TEST(ProportionalFit, KeepsTheColumnsWhereRowsDoNotFit) {
    const auto table = proportional_fit({1.0, 0.0}, {3.0, 0.0}, {{true, true}, {true, true}});
    EXPECT_DOUBLE_EQ(table[0][0], 3.0);
    EXPECT_DOUBLE_EQ(table[0][1] + table[1][0] + table[1][1], 0.0);
}

}  // namespace
}  // namespace freiton::study
