// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/event_heap.hpp"

#include <gtest/gtest.h>

#include <set>
#include <tuple>

#include "freiton/simulation/kernel/generator.hpp"

namespace freiton::simulation::kernel {
namespace {

// The oracle: a sorted set of (time, running number, contact). Times come from a few values, so that many are equal.
TEST(EventHeap, PopsLikeASortedList) {
    Generator chance{1, 0, Purpose::choice, 0, 0};
    EventHeap heap;
    std::set<std::tuple<double, std::uint32_t, std::uint32_t>> sorted;
    double now = 0.0;
    for (std::uint32_t step = 0; step < 50'000; ++step) {
        const double time = now + static_cast<double>(static_cast<int>(20.0 * chance.uniform()));
        const bool grows = chance.uniform() < (step % 5'000 < 2'500 ? 0.6 : 0.4);
        if (grows || sorted.empty()) {
            sorted.emplace(time, heap.add(time, step), step);
            continue;
        }
        const auto [earliest, sequence, contact] = *sorted.begin();
        sorted.erase(sorted.begin());
        ASSERT_EQ(heap.next_time(), earliest);
        const EventHeap::Event event = heap.take();
        ASSERT_EQ(event.sequence, sequence);
        ASSERT_EQ(event.contact, contact);
        now = earliest;
    }
    EXPECT_EQ(heap.empty(), sorted.empty());
}

TEST(EventHeap, EqualTimesRunInTheOrderInWhichTheyWereScheduled) {
    EventHeap heap;
    for (std::uint32_t contact = 9; contact > 0; --contact) heap.add(60.0, contact);
    for (std::uint32_t contact = 9; contact > 0; --contact) EXPECT_EQ(heap.take().contact, contact);
    EXPECT_TRUE(heap.empty());
    EXPECT_EQ(heap.next_time(), EventHeap::never);
}

TEST(EventHeap, VisitsWhatIsScheduledAndNotWhatWasTaken) {
    EventHeap heap;
    for (std::uint32_t contact = 0; contact < 6; ++contact) heap.add(10.0 - contact, contact);
    heap.take();  // contact 5, at 5 s
    std::set<std::uint32_t> seen;
    heap.for_each([&](double, std::uint32_t, std::uint32_t contact) { seen.insert(contact); });
    EXPECT_EQ(seen, (std::set<std::uint32_t>{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace freiton::simulation::kernel
