// SPDX-License-Identifier: Apache-2.0
// Counts every allocation of the test program; only this file asks how many there were.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "simulation/plain/both_simulators.hpp"

namespace {
std::atomic<long> allocations{0};
}

void* operator new(std::size_t size) {
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace freiton::simulation {
namespace {

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
        const long before = allocations;
        some_days();
        ASSERT_EQ(allocations - before, 0) << "organisation " << i;
    }
}

TEST(Replication, ItsAllocationsAreSeenByThisTest) {
    const long before = allocations;
    const std::vector<int> one(1000);
    EXPECT_EQ(allocations - before, 1) << one.size();
}

}  // namespace
}  // namespace freiton::simulation
