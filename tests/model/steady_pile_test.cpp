// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "freiton/model/falls_behind.hpp"
#include "model/two_kinds_of_post.hpp"

namespace freiton {
namespace {

using test::staff;
using test::two_kinds;

// Random walk of the work left: mean -s a week, variance of 5 x 100 items of E[S^2] = 2 x (0.1 h)^2 = 10 h^2.
TEST(SteadyPile, IsVarianceOverTwiceTheHoursToSpare) {
    ScenarioParts parts = two_kinds(0, 100);
    StaffingPlan plan{{std::vector<int>(80, 0), std::vector<int>(80, 1)}};
    for (std::size_t i = 0; i < 21; ++i) plan.agents[0][i] = 1;  // 50.5 h for 50
    const std::vector<SteadyPile> left = steady_pile(Scenario{parts}, plan);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_NEAR(left[0].items, 10.0 / (2.0 * 0.5) / 0.1, 1e-9);
}

// Two people, each of whom is away on a fifth of the days: 5 x 2 x 8 h x 0.8 = 64 hours for 50, and their variance of
// 5 x 2 x (8 h)^2 x 0.2 x 0.8 beside that of the items.
TEST(SteadyPile, AbsenceMakesMoreOfIt) {
    ScenarioParts parts = two_kinds(0, 100);
    parts.teams[1].absence = Absence{Share{0.2}, {}};
    const std::vector<SteadyPile> left = steady_pile(Scenario{parts}, staff({0, 2}));
    ASSERT_EQ(left.size(), 1u);
    EXPECT_NEAR(left[0].items, (10.0 + 102.4) / (2.0 * 14.0) / 0.1, 1e-9);
}

}  // namespace
}  // namespace freiton
