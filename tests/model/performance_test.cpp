// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/performance.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

TEST(Performance, IsMetWhenEveryTargetIs) {
    Performance performance;
    EXPECT_TRUE(performance.met());  // nothing was promised
    performance.targets.resize(2);
    EXPECT_TRUE(performance.met());
    performance.targets[1].met = false;
    EXPECT_FALSE(performance.met());
}

}  // namespace
}  // namespace freiton
