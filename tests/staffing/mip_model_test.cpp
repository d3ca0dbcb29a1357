// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/mip_model.hpp"

#include <gtest/gtest.h>

#include <random>

namespace freiton::staffing {
namespace {

TEST(MipModel, FindsTheCheapestWholeNumbers) {
    MipModel model;
    const int a = model.add_column(3.0, 0.0, 10.0, true);
    const int b = model.add_column(2.0, 0.0, 10.0, true);
    model.add_row({{a, 2.0}, {b, 1.0}}, 7.5);
    model.add_row({{a, 1.0}, {b, 1.0}}, 4.2);
    const auto solution = model.solve(0.0, 1000);
    ASSERT_TRUE(solution);
    EXPECT_EQ(3.0 * (*solution)[0] + 2.0 * (*solution)[1], 13.0);  // 3, 2
}

TEST(MipModel, SaysThatThereIsNone) {
    MipModel model;
    const int a = model.add_column(1.0, 0.0, 1.0, true);
    model.add_row({{a, 1.0}}, 3.0);
    EXPECT_FALSE(model.solve(0.0, 10));
}

// Three columns from 0 to 4, two rows of chance: beside all 125 plans.
TEST(MipModel, IsAsCheapAsTheCheapestOfAllPlans) {
    std::mt19937 chance{1};
    const auto drawn = [&] { return static_cast<double>(chance() % 9 + 1); };
    for (int round = 0; round < 50; ++round) {
        double cost[3], weight[2][3], least[2];
        MipModel model;
        for (double& c : cost) model.add_column(c = drawn(), 0.0, 4.0, true);
        for (int r = 0; r < 2; ++r) {
            for (double& w : weight[r]) w = drawn();
            least[r] = 3.0 * drawn();
            model.add_row({{0, weight[r][0]}, {1, weight[r][1]}, {2, weight[r][2]}}, least[r]);
        }
        double cheapest = 1e9;
        for (int plan = 0; plan < 125; ++plan) {
            const int x[3] = {plan % 5, plan / 5 % 5, plan / 25};
            const auto sum = [&](const double* of) { return of[0] * x[0] + of[1] * x[1] + of[2] * x[2]; };
            if (sum(weight[0]) >= least[0] && sum(weight[1]) >= least[1]) cheapest = std::min(cheapest, sum(cost));
        }
        const auto solution = model.solve(0.0, 10'000);
        ASSERT_EQ(solution.has_value(), cheapest < 1e9) << round;
        if (!solution) continue;
        EXPECT_EQ(cost[0] * (*solution)[0] + cost[1] * (*solution)[1] + cost[2] * (*solution)[2], cheapest) << round;
    }
}

}  // namespace
}  // namespace freiton::staffing
