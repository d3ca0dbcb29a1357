// SPDX-License-Identifier: Apache-2.0
// A program of its own, as it counts every allocation.
#include <gtest/gtest.h>

#include "allocations/counted.hpp"
#include "freiton/simulation/simulate.hpp"
#include "simulation/plain/both_simulators.hpp"

namespace freiton::simulation {
namespace {

using test::allocations;

// Warm: it has met the most crowded day of those that follow once.
TEST(Replication, AllocatesNothingOnceItIsWarm) {
    for (std::uint64_t i = 0; i < 100; ++i) {
        const auto staffed = test::RandomOrganisation{i}.make();
        const kernel::World world = compile_world(staffed.scenario, staffed.plan);
        const Views views = views_of(staffed.scenario, world);
        Block block{world, Durations{views, world.rows}};
        Moments moments{views, world.teams.size()};
        kernel::Replication replication{world, block.tally, block.durations};
        const auto some_days = [&] {
            for (std::uint64_t r = 0; r < 5; ++r) {
                replication.run(1, r);
                moments.add(block.tally);
            }
        };
        some_days();
        const long before = allocations();
        some_days();
        ASSERT_EQ(allocations() - before, 0) << "organisation " << i;
    }
}

// A whole run: what one block of replications needs to be merged (a node, a worker out of turn), nothing for each
// replication. 24 are the most in a block.
TEST(Replication, ARunAllocatesForItsBlocksOnly) {
    for (std::uint64_t i = 0; i < 10; ++i) {
        const auto staffed = test::RandomOrganisation{i}.make();
        const auto allocated = [&](int replications) {
            ScenarioParts parts = staffed.scenario.parts();
            parts.simulation.replications = replications;
            const Scenario scenario{std::move(parts)};
            const long before = allocations();
            const Performance performance = simulate(scenario, staffed.plan, RunControl{.threads = 1});
            EXPECT_EQ(performance.replications, replications);
            return allocations() - before;
        };
        allocated(2400);  // whatever is made once
        EXPECT_LE(allocated(4800) - allocated(2400), 4 * 2400) << "organisation " << i;
    }
}

TEST(Replication, ItsAllocationsAreSeenByThisTest) {
    const long before = allocations();
    const std::vector<int> one(1000);
    EXPECT_EQ(allocations() - before, 1) << one.size();
}

}  // namespace
}  // namespace freiton::simulation
