// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/critical_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace freiton::analytic {
namespace {

Cohort cohort(std::size_t release, std::size_t due, double work_h) {
    Cohort made;
    made.release = release;
    made.due = due;
    made.work_h = work_h;
    return made;
}

TEST(CriticalInterval, IsTheOneWhoseOwnWorkAsksForMost) {
    // Over all three slots 3 people, in the second alone 5, in the second and third 3.5.
    const auto critical = critical_interval({cohort(0, 0, 2.0), cohort(1, 1, 5.0), cohort(1, 2, 2.0)}, {1.0, 1.0, 1.0});
    ASSERT_TRUE(critical);
    EXPECT_EQ(critical->release, 1U);
    EXPECT_EQ(critical->due, 1U);
    EXPECT_DOUBLE_EQ(critical->agents, 5.0);
}

TEST(CriticalInterval, WhereNobodyCanWorkAsksForInfinitelyMany) {
    for (const std::vector<double>& one_agent_h : {std::vector{0.0, 0.0}, std::vector{0.0, 2.0}}) {
        const auto critical = critical_interval({cohort(0, 0, 1.0), cohort(1, 1, one_agent_h[1])}, one_agent_h);
        ASSERT_TRUE(critical);
        EXPECT_EQ(critical->one_agent_h, 0.0);
        EXPECT_EQ(critical->work_h, 1.0);
        EXPECT_TRUE(std::isinf(critical->agents));
    }
}

TEST(CriticalInterval, IsNothingWithoutWork) {
    EXPECT_FALSE(critical_interval({}, {1.0}));
    EXPECT_FALSE(critical_interval({cohort(0, 0, 0.0)}, {1.0}));
}

}  // namespace
}  // namespace freiton::analytic
