// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/index.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <vector>

#include "freiton/model/indices.hpp"

namespace freiton {
namespace {

static_assert(!std::is_convertible_v<std::size_t, TeamIndex>, "a number is no team by itself");
static_assert(!std::is_convertible_v<TeamIndex, IntervalIndex>, "a team is no interval");
static_assert(!std::is_assignable_v<WorkIndex&, TeamIndex>, "a team is no work");
static_assert(std::is_convertible_v<TeamIndex, std::size_t>, "lists are indexed by it");

TEST(Index, WalksThroughAList) {
    const std::vector<int> agents = {3, 5, 7};
    int sum = 0;
    for (TeamIndex team{0}; team < agents.size(); ++team) sum += agents[team];
    EXPECT_EQ(sum, 15);
    EXPECT_EQ(TeamIndex{2}, TeamIndex{2});
    EXPECT_LT(TeamIndex{1}, TeamIndex{2});
    EXPECT_EQ(TeamIndex{}, TeamIndex{0});
}

}  // namespace
}  // namespace freiton
