// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/staff.hpp"

#include <gtest/gtest.h>

namespace freiton::simulation::kernel {
namespace {

// Three people of one team, who lose time when they go to other work.
World three_people() {
    World world;
    world.slots = {{.start = 0.0, .end = 3600.0}};
    world.cells = 1;
    world.teams.push_back({.most = 3, .switching_s = 10.0});
    world.pools.push_back({.team = 0});
    world.switches = true;
    return world;
}

TEST(Staff, KnowsSinceWhenEachIsIdleAndWhatHeDidTheLongestFirst) {
    const World world = three_people();
    Tally tally;
    DurationCounts durations;
    Recorder recorder{world, tally, durations};
    Staff staff{world, recorder};
    staff.add_idle(0, 1.0, 7);
    staff.add_idle(0, 2.0, 8);
    staff.add_idle(0, 3.0, 9);
    EXPECT_EQ(staff.take_longest_idle(0), 7);
    const Staff::State& pool = staff.pools()[0];
    ASSERT_EQ(pool.idle(), 2U);
    EXPECT_EQ(pool.did_last(0), 8);
    EXPECT_EQ(pool.did_last(1), 9);
    EXPECT_EQ(pool.idle_since(0), 2.0);
    EXPECT_EQ(pool.idle_since(1), 3.0);
    EXPECT_EQ(staff.take_latest_idle(0), 9);
    EXPECT_EQ(staff.take_longest_idle(0), 8);
    EXPECT_EQ(staff.idle(0), 0);
}

}  // namespace
}  // namespace freiton::simulation::kernel
