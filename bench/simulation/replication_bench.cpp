// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "simulation/bench_scenarios.hpp"

namespace freiton::simulation {
namespace {

// Item: one contact that came in, all statistics switched on.
void run(benchmark::State& state, const bench::StaffedScenario& staffed, std::int64_t replications) {
    const kernel::World world = compile_world(staffed.scenario, staffed.plan);
    const Views views = views_of(staffed.scenario, world);
    BlockRunner runner{world, views, 1};
    RunControl control;
    control.threads = static_cast<int>(state.range(0));
    runner.run(std::max<std::int64_t>(replications, 30), control, 0);  // warm; also the workers of all threads
    const std::int64_t before = runner.moments().contacts();
    for (auto _ : state) runner.run(replications, control, 0);
    state.SetItemsProcessed(runner.moments().contacts() - before);
}

void one_hotline(benchmark::State& state) { run(state, bench::one_hotline(), 1000); }
void three_sites(benchmark::State& state) { run(state, bench::three_sites(), 10); }
void calls_and_letters(benchmark::State& state) { run(state, bench::calls_and_letters(), 20); }
void thousand_agents(benchmark::State& state) { run(state, bench::thousand_agents(), 10); }
void service_firm(benchmark::State& state) { run(state, bench::service_firm(), 400); }

// Argument: threads. A run takes a quarter of a second or more, as one that a planner waits for.
BENCHMARK(one_hotline)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK(three_sites)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK(calls_and_letters)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK(thousand_agents)->Arg(1)->Arg(2)->UseRealTime();
BENCHMARK(service_firm)->Arg(1)->Arg(2)->UseRealTime();

}  // namespace
}  // namespace freiton::simulation
