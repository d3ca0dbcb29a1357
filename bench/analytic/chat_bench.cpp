// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>

#include "freiton/analytic/chat.hpp"

namespace freiton::analytic {
namespace {

// Nine tenths of what all slots carry, chats of ten minutes, patience of three.
ChatCase busy_chat_office(int agents, int concurrency) {
    constexpr Seconds handling_time{600.0};
    ChatCase question{.agents = agents, .concurrency = concurrency, .slowdown = {1.0, 1.2, 1.5}};
    const double carried = question.slots() / question.slowdown_with(concurrency);
    question.chats = {.rate = ArrivalRate{0.9 * carried, handling_time}, .handling_time = handling_time};
    question.chats.patience = Seconds{180.0};
    question.threshold = Seconds{30.0};
    return question;
}

// Arguments: agents, concurrency. Item: all figures of one office.
void chats_exact(benchmark::State& state) {
    const ChatCase question = busy_chat_office(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(chat_figures(question, ChatChain::exact));
}
BENCHMARK(chats_exact)
    ->Args({10, 3})
    ->Args({20, 3})
    ->Args({47, 3})
    ->Args({198, 2})
    ->Args({23, 4})
    ->Args({12, 6})
    ->Unit(benchmark::kMicrosecond);

void chats_balanced(benchmark::State& state) {
    const ChatCase question = busy_chat_office(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(chat_figures(question, ChatChain::balanced));
}
BENCHMARK(chats_balanced)->Args({10, 3})->Args({100, 3})->Args({1'000, 3})->Unit(benchmark::kMicrosecond);

// Least agents for 80 % in 30 s, for the load of so many agents.
void least_agents_for_chats(benchmark::State& state) {
    const ChatCase question = busy_chat_office(static_cast<int>(state.range(0)), 3);
    for (auto _ : state) benchmark::DoNotOptimize(least_chat_agents(question, Share{0.8}));
}
BENCHMARK(least_agents_for_chats)->Arg(10)->Arg(30)->Arg(100)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace freiton::analytic
