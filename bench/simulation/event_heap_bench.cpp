// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <queue>
#include <tuple>

#include "freiton/simulation/kernel/event_heap.hpp"
#include "freiton/simulation/kernel/random.hpp"

namespace freiton::simulation::kernel {
namespace {

// Argument: events that are pending. Item: the earliest is taken and another one scheduled, as by a busy agent.
template <class Queue>
void hold(benchmark::State& state) {
    Queue queue;
    Generator generator{2024, 0, Purpose::handling, 0, 0};
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(state.range(0)); ++i) queue.add(exponential(generator), i);
    constexpr int many = 10'000;
    for (auto _ : state) {
        for (int i = 0; i < many; ++i) {
            const double now = queue.next_time();
            const std::uint32_t contact = queue.take().contact;
            queue.add(now + exponential(generator), contact);
        }
    }
    state.SetItemsProcessed(state.iterations() * many);
}

// The same order from the standard library: earliest first, then by running number.
class StandardQueue {
  public:
    double next_time() const { return events_.top().time; }
    EventHeap::Event take() {
        const Entry top = events_.top();
        events_.pop();
        return {top.sequence, top.contact};
    }
    void add(double time, std::uint32_t contact) { events_.push({time, ++sequence_, contact}); }

  private:
    struct Entry {
        double time;
        std::uint32_t sequence;
        std::uint32_t contact;
        bool operator<(const Entry& other) const {
            return std::tie(time, sequence) > std::tie(other.time, other.sequence);
        }
    };
    std::priority_queue<Entry> events_;
    std::uint32_t sequence_ = 0;
};

void event_heap(benchmark::State& state) { hold<EventHeap>(state); }
void standard_priority_queue(benchmark::State& state) { hold<StandardQueue>(state); }
BENCHMARK(event_heap)->RangeMultiplier(10)->Range(10, 10'000);
BENCHMARK(standard_priority_queue)->RangeMultiplier(10)->Range(10, 10'000);

}  // namespace
}  // namespace freiton::simulation::kernel
