// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include <cmath>
#include <random>

#include "freiton/simulation/kernel/sampler.hpp"

namespace freiton::simulation::kernel {
namespace {

// Item: one draw. The sum keeps every draw alive, as an event loop's clock does.
template <class Draw>
void draws(benchmark::State& state, Draw draw) {
    constexpr int many = 10'000;
    for (auto _ : state) {
        double sum = 0.0;
        for (int i = 0; i < many; ++i) sum += draw();
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * many);
}

Generator fresh() { return {2024, 0, Purpose::handling, 0, 0}; }

void generator_bits(benchmark::State& state) {
    Generator generator = fresh();
    draws(state, [&] { return static_cast<double>(generator.bits() & 1); });
}
BENCHMARK(generator_bits);

void generator_made(benchmark::State& state) {
    std::uint32_t i = 0;
    draws(state, [&] {
        Generator generator{2024, 0, Purpose::absence, 0, i++};
        return static_cast<double>(generator.bits() & 1);
    });
}
BENCHMARK(generator_made);

void draw_uniform(benchmark::State& state) {
    Generator generator = fresh();
    draws(state, [&] { return generator.uniform(); });
}
BENCHMARK(draw_uniform);

void draw_exponential(benchmark::State& state) {
    Generator generator = fresh();
    draws(state, [&] { return exponential(generator); });
}
BENCHMARK(draw_exponential);

void draw_normal(benchmark::State& state) {
    Generator generator = fresh();
    draws(state, [&] { return normal(generator); });
}
BENCHMARK(draw_normal);

void sample(benchmark::State& state, const DurationLaw& law) {
    Generator generator = fresh();
    Sampler sampler = make_sampler(law);
    benchmark::DoNotOptimize(sampler);  // the kind is not known when compiling
    draws(state, [&] { return sampler(generator); });
}
constexpr Seconds mean{180.0};
const DurationLaw list{.law = Law::empirical, .values_s = {30.0, 45.0, 60.0, 90.0, 120.0, 300.0, 900.0}};
BENCHMARK_CAPTURE(sample, exponential, DurationLaw{.mean = mean});
BENCHMARK_CAPTURE(sample, lognormal, DurationLaw{.law = Law::lognormal, .mean = mean, .cv = 0.9});
BENCHMARK_CAPTURE(sample, gamma_cv_0_5, DurationLaw{.law = Law::gamma, .mean = mean, .cv = 0.5});
BENCHMARK_CAPTURE(sample, gamma_cv_2, DurationLaw{.law = Law::gamma, .mean = mean, .cv = 2.0});
BENCHMARK_CAPTURE(sample, erlang_3, DurationLaw{.law = Law::erlang, .mean = mean, .k = 3});
BENCHMARK_CAPTURE(sample, weibull, DurationLaw{.law = Law::weibull, .mean = mean, .cv = 0.7});
BENCHMARK_CAPTURE(sample, hyperexponential, DurationLaw{.law = Law::hyperexponential, .mean = mean, .cv = 2.0});
BENCHMARK_CAPTURE(sample, uniform, DurationLaw{.law = Law::uniform, .mean = mean, .cv = 0.3});
BENCHMARK_CAPTURE(sample, triangular,
                  DurationLaw{.law = Law::triangular, .min = Seconds{60}, .mode = Seconds{90}, .max = Seconds{600}});
BENCHMARK_CAPTURE(sample, constant, DurationLaw{.law = Law::constant, .mean = mean});
BENCHMARK_CAPTURE(sample, empirical, list);

template <class Distribution>
void standard_library(benchmark::State& state, Distribution distribution) {
    std::mt19937_64 generator{2024};
    draws(state, [&] { return static_cast<double>(distribution(generator)); });
}
BENCHMARK_CAPTURE(standard_library, uniform, std::uniform_real_distribution<>{});
BENCHMARK_CAPTURE(standard_library, exponential, std::exponential_distribution<>{1.0 / 180.0});
BENCHMARK_CAPTURE(standard_library, normal, std::normal_distribution<>{});
BENCHMARK_CAPTURE(standard_library, lognormal, std::lognormal_distribution<>{4.9, 0.77});
BENCHMARK_CAPTURE(standard_library, gamma_cv_0_5, std::gamma_distribution<>{4.0, 45.0});
BENCHMARK_CAPTURE(standard_library, gamma_cv_2, std::gamma_distribution<>{0.25, 720.0});
BENCHMARK_CAPTURE(standard_library, weibull, std::weibull_distribution<>{1.4, 200.0});

template <class Function>
void of_draws(benchmark::State& state, Function function) {
    Generator generator = fresh();
    draws(state, [&] { return function(generator.uniform()); });
}
BENCHMARK_CAPTURE(of_draws, portable_exp, [](double x) { return portable_exp(x); });
BENCHMARK_CAPTURE(of_draws, std_exp, [](double x) { return std::exp(x); });
BENCHMARK_CAPTURE(of_draws, portable_log, [](double x) { return portable_log(x); });
BENCHMARK_CAPTURE(of_draws, std_log, [](double x) { return std::log(x); });

}  // namespace
}  // namespace freiton::simulation::kernel
