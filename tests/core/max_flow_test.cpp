// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/max_flow.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

// Two ways from source to sink, one narrow at its beginning and one at its end, and a bridge between them.
TEST(MaxFlow, IsWhatTheNarrowestCutLetsThrough) {
    MaxFlow network{2};
    const std::size_t left = network.add_vertex();
    const std::size_t right = network.add_vertex();
    const std::size_t into_left = network.connect(MaxFlow::source, left, 3);
    const std::size_t into_right = network.connect(MaxFlow::source, right, 10);
    network.connect(right, left, 4);
    network.connect(left, MaxFlow::sink, 9);
    const std::size_t out_of_right = network.connect(right, MaxFlow::sink, 2);
    EXPECT_EQ(network.solve(), 9);  // 3 + 4 through the left, 2 through the right
    EXPECT_EQ(network.left_of(into_left), 0);
    EXPECT_EQ(network.left_of(into_right), 4);
    EXPECT_EQ(network.left_of(out_of_right), 0);
    EXPECT_TRUE(network.is_on_source_side(right));
    EXPECT_FALSE(network.is_on_source_side(left));
}

TEST(MaxFlow, IsNothingWhereNoWayLeads) {
    MaxFlow network{3};
    network.connect(MaxFlow::source, 2, 5);
    EXPECT_EQ(network.solve(), 0);
}

}  // namespace
}  // namespace freiton
