// SPDX-License-Identifier: Apache-2.0
// Chats in the figures of a plan by formula.
#include <gtest/gtest.h>

#include "analytic/chat_office.hpp"
#include "freiton/analytic/formula_plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {
namespace {

// Four people, two conversations at once, one open hour: what they hold of the eight that they could, and how many of
// them hold any, are those of the chain.
TEST(ChatSums, OccupancyIsOfTimeAndOfSlots) {
    const ChatCase chats = test::chat_office(4, 2, {1.0, 1.3}, 0.8, Seconds{120.0});
    const ChatFigures chain = chat_figures(chats, ChatChain::exact);
    ScenarioParts parts = test::one_hour_of_sales();
    Work& work = parts.work[0];
    const double of_interval = chats.chats.rate.per_second() * Seconds{parts.calendar.interval}.count();
    work.kind = WorkKind::chat;
    work.concurrency = 2;
    work.slowdown = {1.0, 1.3};
    work.arrivals = test::listed(std::vector<double>(Scenario{parts}.intervals(), of_interval));
    work.handling_time = {.mean = chats.chats.handling_time};
    work.patience = DurationLaw{.mean = Seconds{120.0}};
    const Scenario scenario{parts};
    StaffingPlan plan;
    plan.agents.emplace_back(scenario.intervals(), 4);
    const TeamPerformance team = performance(scenario, plan).teams[0];
    EXPECT_NEAR(team.occupancy, chain.busy_agents / 4.0, 1e-9);
    ASSERT_TRUE(team.occupancy_slots);
    EXPECT_NEAR(*team.occupancy_slots, chain.conversations / 8.0, 1e-9);
}

TEST(ChatSums, WhoeverOnlyTakesCallsHasNoSlots) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_FALSE(performance(scenario, least_plan(scenario).staffing).teams[0].occupancy_slots);
}

}  // namespace
}  // namespace freiton::analytic
