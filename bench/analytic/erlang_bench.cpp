// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

#include "freiton/analytic/call_queue.hpp"
#include "freiton/analytic/erlang_b.hpp"
#include "freiton/analytic/fewest_agents.hpp"

namespace freiton::analytic {
namespace {

constexpr double share = 0.8;
constexpr Seconds within{20.0};

struct Question {
    double load;
    Seconds handling_time;
};

// 400 loads from 5 to 2000 Erlang, evenly spaced on a logarithmic scale, by three handling times.
std::vector<Question> questions() {
    std::vector<Question> all;
    for (const double handling_time_s : {120.0, 300.0, 600.0})
        for (int i = 0; i < 400; ++i) all.push_back({5.0 * std::pow(400.0, i / 399.0), Seconds{handling_time_s}});
    return all;
}

CallDemand demand_of(const Question& question) {
    CallDemand demand;
    demand.first_attempts.rate = ArrivalRate{question.load, question.handling_time};
    demand.first_attempts.handling_time = question.handling_time;
    return demand;
}

// Item: one question, least agents for 80 % in 20 s.
template <class Answer>
void answer_all(benchmark::State& state, Answer answer) {
    const std::vector<Question> all = questions();
    for (auto _ : state)
        for (const Question& question : all) benchmark::DoNotOptimize(answer(question));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}

// What a textbook says: for each candidate Erlang B from one agent on, then Erlang C, then the service level.
int fewest_agents_plainly(double load, double threshold_in_handling_times) {
    for (int n = static_cast<int>(load) + 1;; ++n) {
        double blocking = 1.0;
        for (int i = 1; i <= n; ++i) blocking = load * blocking / (i + load * blocking);
        const double waiting = n * blocking / (n - load * (1.0 - blocking));
        if (1.0 - waiting * std::exp(-(n - load) * threshold_in_handling_times) >= share) return n;
    }
}

void fewest_agents_erlang_c_plain(benchmark::State& state) {
    answer_all(state, [](const Question& q) { return fewest_agents_plainly(q.load, within / q.handling_time); });
}
BENCHMARK(fewest_agents_erlang_c_plain)->Unit(benchmark::kMillisecond);

void fewest_agents_erlang_c_march(benchmark::State& state) {
    answer_all(state, [](const Question& q) {
        return fewest_agents_erlang_c(Erlangs{q.load}, within / q.handling_time, Share{share});
    });
}
BENCHMARK(fewest_agents_erlang_c_march)->Unit(benchmark::kMillisecond);

void fewest_agents_erlang_c_general(benchmark::State& state) {
    const CallTarget target{.answered = Share{share}, .within = within};
    answer_all(state, [&](const Question& q) { return fewest_agents(demand_of(q), target, 0, 1'000'000); });
}
BENCHMARK(fewest_agents_erlang_c_general)->Unit(benchmark::kMillisecond);

// Argument: mean patience in seconds.
void fewest_agents_erlang_a(benchmark::State& state) {
    const CallTarget target{.answered = Share{share}, .within = within};
    const Seconds patience{static_cast<double>(state.range(0))};
    answer_all(state, [&](const Question& q) {
        CallDemand demand = demand_of(q);
        demand.first_attempts.patience = patience;
        return fewest_agents(demand, target, 0, 1'000'000);
    });
}
BENCHMARK(fewest_agents_erlang_a)->Arg(60)->Arg(120)->Arg(300)->Unit(benchmark::kMillisecond);

// How the cost of a question grows; arguments: load in Erlang, mean patience in seconds (0: endless).
void fewest_agents_by_load(benchmark::State& state) {
    const CallTarget target{.answered = Share{share}, .within = within};
    CallDemand demand = demand_of({static_cast<double>(state.range(0)), Seconds{180.0}});
    if (state.range(1) > 0) demand.first_attempts.patience = Seconds{static_cast<double>(state.range(1))};
    for (auto _ : state) benchmark::DoNotOptimize(fewest_agents(demand, target, 0, 1'000'000));
}
BENCHMARK(fewest_agents_by_load)->ArgsProduct({{10, 100, 1'000, 10'000, 100'000}, {0, 120}});

// The same with another law of patience, mean 120 s; argument: load in Erlang.
void fewest_agents_with_law(benchmark::State& state, DurationLaw law) {
    law.mean = Seconds{120.0};
    CallDemand demand = demand_of({static_cast<double>(state.range(0)), Seconds{180.0}});
    demand.first_attempts.patience = law.mean;
    demand.first_attempts.patience_law = std::make_shared<const PatienceLaw>(law);
    const CallTarget target{.answered = Share{share}, .within = within};
    for (auto _ : state) benchmark::DoNotOptimize(fewest_agents(demand, target, 0, 1'000'000));
}
const std::vector<std::int64_t> law_loads = {5, 20, 100, 1'000};
BENCHMARK_CAPTURE(fewest_agents_with_law, lognormal, {.law = Law::lognormal, .cv = 1.5})->ArgsProduct({law_loads});
BENCHMARK_CAPTURE(fewest_agents_with_law, gamma, {.law = Law::gamma, .cv = 0.7})->ArgsProduct({law_loads});
BENCHMARK_CAPTURE(fewest_agents_with_law, weibull, {.law = Law::weibull, .cv = 2.0})->ArgsProduct({law_loads});
BENCHMARK_CAPTURE(fewest_agents_with_law, hyperexponential, {.law = Law::hyperexponential, .cv = 2.0})
    ->ArgsProduct({law_loads});
BENCHMARK_CAPTURE(fewest_agents_with_law, constant, {.law = Law::constant})->ArgsProduct({law_loads});

// A law made ready for them.
void patience_law(benchmark::State& state, const DurationLaw& law) {
    for (auto _ : state) benchmark::DoNotOptimize(PatienceLaw{law});
}
BENCHMARK_CAPTURE(patience_law, lognormal, {.law = Law::lognormal, .mean = Seconds{120.0}, .cv = 1.5});
BENCHMARK_CAPTURE(patience_law, gamma, {.law = Law::gamma, .mean = Seconds{120.0}, .cv = 0.7});
BENCHMARK_CAPTURE(patience_law, weibull, {.law = Law::weibull, .mean = Seconds{120.0}, .cv = 2.0});

// One evaluation; argument: load in Erlang, agents half a square root above it.
double agents_for(const benchmark::State& state) {
    const auto load = static_cast<double>(state.range(0));
    return std::ceil(load + 0.5 * std::sqrt(load));
}

void one_erlang_b(benchmark::State& state) {
    const Erlangs load{static_cast<double>(state.range(0))};
    const Agents agents{agents_for(state)};
    for (auto _ : state) benchmark::DoNotOptimize(blocking_probability(agents, load));
}
BENCHMARK(one_erlang_b)->RangeMultiplier(10)->Range(10, 100'000);

void one_erlang_c(benchmark::State& state) {
    const Erlangs load{static_cast<double>(state.range(0))};
    const Agents agents{agents_for(state)};
    for (auto _ : state) benchmark::DoNotOptimize(ErlangC{agents, load, Seconds{180.0}}.answered_within(within));
}
BENCHMARK(one_erlang_c)->RangeMultiplier(10)->Range(10, 100'000);

void one_erlang_a(benchmark::State& state) {
    const Erlangs load{static_cast<double>(state.range(0))};
    const Agents agents{agents_for(state)};
    for (auto _ : state) benchmark::DoNotOptimize(ErlangA{agents, load, Seconds{180.0}, Seconds{120.0}}.within(within));
}
BENCHMARK(one_erlang_a)->RangeMultiplier(10)->Range(10, 100'000);

}  // namespace
}  // namespace freiton::analytic
