// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "freiton/core/parallel_for.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/study/contract.hpp"
#include "freiton/study/plan.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

// Item: one plan by formula, from a scenario that is read already.
void plan_scenario(benchmark::State& state, const char* path) {
    const Scenario scenario = input::read_scenario(test::in_source("scenarios/") + path);
    for (auto _ : state) benchmark::DoNotOptimize(plan_by_formula(scenario));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(plan_scenario, quickstart, "quickstart.yaml")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(plan_scenario, service_firm, "service_firm.yaml")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(plan_scenario, large_bank, "large_bank/large_bank.yaml")->Unit(benchmark::kMillisecond);

// Item: one plan of a day of 24 half hours with the queue carried through it, with all figures. So many times the
// quickstart's calls: 25 and 252 people at the peak.
void plan_through_the_day(benchmark::State& state) {
    ScenarioParts parts = input::read_scenario(test::in_source("scenarios/quickstart.yaml")).parts();
    parts.plan.method = Method::transient;
    parts.work[0].arrivals.scale = static_cast<double>(state.range(0));
    const Scenario scenario{std::move(parts)};
    for (auto _ : state) benchmark::DoNotOptimize(plan(scenario));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(plan_through_the_day)->Arg(1)->Arg(12)->Unit(benchmark::kMillisecond);

// Item: the service contract of the firm by formula: its plan, and those of fifteen other promises.
void contract_of_the_firm(benchmark::State& state) {
    ScenarioParts parts = input::read_scenario(test::in_source("scenarios/service_firm.yaml")).parts();
    parts.plan.method = Method::formula;
    const Scenario scenario{std::move(parts)};
    for (auto _ : state) benchmark::DoNotOptimize(contract(scenario));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(contract_of_the_firm)->Unit(benchmark::kMillisecond)->UseRealTime();

// Item: one plan by formula of a year of the service firm: 260 open days, two sites, two kinds of calls, three of post.
void plan_a_year(benchmark::State& state) {
    ScenarioParts parts = input::read_scenario(test::in_source("scenarios/service_firm.yaml")).parts();
    parts.calendar.days = 365;
    const Scenario scenario{std::move(parts)};
    for (auto _ : state) benchmark::DoNotOptimize(plan_by_formula(scenario));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(plan_a_year)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

// Item: one variation of the quickstart, made and planned by formula; 100 volumes by 100 handling times, all threads.
void plan_ten_thousand_variations(benchmark::State& state) {
    const Scenario base = input::read_scenario(test::in_source("scenarios/quickstart.yaml"));
    for (auto _ : state)
        parallel_for(10'000, 0, [&](std::size_t i) {
            ScenarioParts parts = base.parts();
            parts.work[0].arrivals.scale = 0.5 + 0.01 * static_cast<double>(i / 100);
            parts.work[0].handling_time.mean = Seconds{120.0 + 3.0 * static_cast<double>(i % 100)};
            benchmark::DoNotOptimize(plan_by_formula(Scenario{std::move(parts)}));
        });
    state.SetItemsProcessed(state.iterations() * 10'000);
}
BENCHMARK(plan_ten_thousand_variations)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

}  // namespace
}  // namespace freiton::study
