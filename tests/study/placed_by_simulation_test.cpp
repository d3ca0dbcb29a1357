// SPDX-License-Identifier: Apache-2.0
// Where a plan by simulation places the people of one pool.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {
namespace {

std::string office(const std::string& teams, const std::string& rest = "", int days = 1) {
    return "freiton: 1\n"
           "calendar: {first_day: 2026-03-02, days: " +
           std::to_string(days) +
           ", open: '08:00-10:00', interval: 30 min}\n"
           "sites: [x, y]\n"
           "work:\n"
           "  calls: {kind: call, arrivals: {per_day: {x: 70, y: 70}}, handling_time: 4 min, patience: 2 min,"
           " target: 80/20}\n"
           "teams: {" +
           teams + "}\n" + rest;
}

PlanResult planned(const std::string& yaml) {
    const Scenario scenario = input::parse_scenario(yaml, "test.yaml", ".");
    return plan(scenario, {.explain = true, .control = {.threads = 2}});
}

const std::string two_sites =
    "tx: {site: x, handles: [calls], cost: 20 / h}, ty: {site: y, handles: [calls], cost: 60 / h}";

TEST(PlacedBySimulation, ByTheLoadOfTheSitesAndNotByPriceOrChance) {
    const PlanResult found = planned(office(two_sites, "plan: {method: simulation}\n"));
    const PlanResult one = planned(office("t: {handles: [calls]}", "plan: {method: simulation}\n"));
    ASSERT_TRUE(found.met());
    for (std::size_t i = 0; i < 4; ++i) {
        const int x = found.plan.agents[0][i];
        const int y = found.plan.agents[1][i];
        EXPECT_TRUE(x == y || x == y + 1) << "half hour " << i << ": " << x << " and " << y;
        EXPECT_EQ(x + y, one.plan.agents[0][i]) << "as one team finds, half hour " << i;
        for (std::size_t t = 0; t < 2; ++t) {
            EXPECT_TRUE(found.explanation->one_fewer[t][i]) << "nobody there is without a reason";
            EXPECT_TRUE(found.explanation->one_more[t][i]);
        }
    }
}

TEST(PlacedBySimulation, AtTheCheapestWhereTheyAreFree) {
    const PlanResult by_load = planned(office(two_sites, "plan: {method: simulation}\n"));
    const PlanResult free = planned(office(two_sites, "plan: {method: simulation, locate: free}\n"));
    ASSERT_TRUE(free.met());
    EXPECT_THAT(free.plan.agents[1], testing::Each(0));
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(free.plan.agents[0][i], by_load.plan.agents[0][i] + by_load.plan.agents[1][i]);
}

// Days that are planned apart are placed by the load of all days, days that are alike as well.
TEST(PlacedBySimulation, OnEachDayAlike) {
    for (const std::string rest : {"plan: {method: simulation}\n", "plan: {method: simulation, alike: [mon, tue]}\n"}) {
        const PlanResult found = planned(office(two_sites, rest, 2));
        ASSERT_TRUE(found.met());
        for (std::size_t i = 0; i < 8; ++i) {
            const int more = found.plan.agents[0][i] - found.plan.agents[1][i];
            EXPECT_TRUE(more == 0 || more == 1) << rest << i;
        }
    }
}

// Whoever may not be there sits at the other site.
TEST(PlacedBySimulation, WithinTheLimitsOfEachTeam) {
    const PlanResult found = planned(office("tx: {site: x, handles: [calls], max: 2}, ty: {site: y, handles: [calls]}",
                                            "plan: {method: simulation}\n"));
    ASSERT_TRUE(found.met());
    EXPECT_THAT(found.plan.agents[0], testing::Each(2));
    EXPECT_THAT(found.plan.agents[1], testing::Each(testing::Gt(2)));
}

}  // namespace
}  // namespace freiton::study
