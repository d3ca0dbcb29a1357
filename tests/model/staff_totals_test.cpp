// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staff_totals.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

Performance two_teams() {
    Performance performance;
    performance.teams.push_back({.agent_hours = 8, .paid_hours = 10, .paid_fte = 0.25, .cost = 300, .peak_agents = 2});
    performance.teams.push_back({.agent_hours = 4, .paid_hours = 5, .paid_fte = 0.5, .cost = 200, .peak_agents = 3});
    return performance;
}

TEST(StaffTotals, AreTheSumsOfAllTeams) {
    const StaffTotals totals = staff_totals(two_teams());
    EXPECT_EQ(totals.agent_hours, 12);
    EXPECT_EQ(totals.paid_hours, 15);
    EXPECT_EQ(totals.paid_fte, 0.75);
    EXPECT_EQ(totals.peak_agents, 5);
    EXPECT_EQ(totals.cost, 500);
}

TEST(StaffTotals, HaveNoCostWhereThatOfATeamIsUnknown) {
    for (const std::size_t unknown : {0U, 1U}) {
        Performance performance = two_teams();
        performance.teams[unknown].cost.reset();
        EXPECT_FALSE(staff_totals(performance).cost) << unknown;
    }
}

}  // namespace
}  // namespace freiton
