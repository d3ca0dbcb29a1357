// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {
namespace {

// Item: one plan by formula, from a scenario that is read already.
void plan_scenario(benchmark::State& state, const char* path) {
    const Scenario scenario = input::read_scenario(std::string{FREITON_SOURCE_DIR "/scenarios/"} + path);
    for (auto _ : state) benchmark::DoNotOptimize(plan(scenario));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(plan_scenario, quickstart, "quickstart.yaml")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(plan_scenario, large_bank, "large_bank/large_bank.yaml")->Unit(benchmark::kMillisecond);

// Item: one variation of the quickstart: 100 volumes by 100 handling times, each made and planned.
void plan_ten_thousand_variations(benchmark::State& state) {
    const Scenario base = input::read_scenario(FREITON_SOURCE_DIR "/scenarios/quickstart.yaml");
    for (auto _ : state)
        for (int volume = 0; volume < 100; ++volume)
            for (int length = 0; length < 100; ++length) {
                ScenarioParts parts = base.parts();
                parts.work[0].arrivals.scale = 0.5 + 0.01 * volume;
                parts.work[0].handling_time.mean = Seconds{120.0 + 3.0 * length};
                benchmark::DoNotOptimize(plan(Scenario{std::move(parts)}));
            }
    state.SetItemsProcessed(state.iterations() * 10'000);
}
BENCHMARK(plan_ten_thousand_variations)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace freiton::study
