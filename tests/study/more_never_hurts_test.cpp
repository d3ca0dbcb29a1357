// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/more_never_hurts.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

ScenarioParts one_queue() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].patience.reset();
    return parts;
}

TEST(MoreNeverHurts, WhereOneTeamServesOneQueueInWhichAllWait) { EXPECT_TRUE(more_never_hurts(Scenario{one_queue()})); }

// Trainees and experts, people with two skills, callers who give up: there a person more may do harm.
TEST(MoreNeverHurts, IsNotSaidWhereNoTheoremIsAtHand) {
    EXPECT_FALSE(more_never_hurts(Scenario{test::one_hour_of_sales()})) << "who gives up makes room";
    ScenarioParts parts = one_queue();
    parts.work[0].lines = 30;
    EXPECT_FALSE(more_never_hurts(Scenario{parts}));
    parts = one_queue();
    parts.teams.push_back({.name = "trainees", .handles = {"sales"}, .handling_time = {{"sales", {.mean = 30min}}}});
    EXPECT_FALSE(more_never_hurts(Scenario{parts}));
    parts = one_queue();
    parts.teams[0].max_occupancy = Share{0.8};
    EXPECT_FALSE(more_never_hurts(Scenario{parts}));
    parts = one_queue();
    parts.routing.when_staff_drops = WhenStaffDrops::hand_back;
    EXPECT_FALSE(more_never_hurts(Scenario{parts}));
    parts = one_queue();
    parts.work.push_back(parts.work[0]);
    parts.work[1].name = "orders";
    parts.teams[0].handles.emplace_back("orders");
    EXPECT_FALSE(more_never_hurts(Scenario{parts}));
}

}  // namespace
}  // namespace freiton::study
