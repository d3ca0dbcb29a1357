// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/chat_sums.hpp"

#include "freiton/analytic/chat.hpp"
#include "freiton/analytic/chat_slots.hpp"

namespace freiton::analytic {

namespace {

// A plan asks hundreds of times: up to here one answer takes some milliseconds (bench/README.md).
constexpr double most_states_of_a_plan = 2'000;

}  // namespace

bool is_chat_balanced(const ChatHolding& holding, int agents) {
    return chat_states({.agents = agents, .concurrency = holding.concurrency, .slowdown = holding.slowdown}) >
           most_states_of_a_plan;
}

KindOutcome chat_outcome(const CallKind& kind, double day_cv, int agents, Seconds length, bool with_waits) {
    const ChatHolding& holding = *kind.chat;
    ChatCase question{.agents = agents,
                      .concurrency = holding.concurrency,
                      .slowdown = holding.slowdown,
                      .chats = kind.first_attempts,
                      .threshold = kind.threshold};
    question.chats.handling_time = holding.alone;
    const ChatChain chain = is_chat_balanced(holding, agents) ? ChatChain::balanced : ChatChain::exact;
    KindOutcome outcome;
    CallSums& sums = outcome.sums;
    const double t = length.count();
    for (const auto& [factor, probability] : day_factors(day_cv)) {
        question.chats.rate = ArrivalRate{kind.first_attempts.rate.per_second() * factor, Seconds{1.0}};
        const ChatFigures figures = chat_figures(question, chain);
        const double n = question.chats.rate.per_second() * t * probability;
        const double admitted = n * (1.0 - figures.blocked_share);
        const LevelParts level = service_level_parts(figures.within, figures.answered_share, 0.0, kind.counting);
        sums.offered += n;
        sums.answered += n * figures.answered_share;
        sums.abandoned += n * figures.abandoned_share;
        sums.blocked += n * figures.blocked_share;
        sums.in_time += n * level.in_time;
        sums.level_base += n * level.base;
        sums.waited += n * figures.wait_probability;
        sums.answered_wait_s += figures.answered_share > 0.0 ? n * figures.answered_share * figures.asa.count() : 0.0;
        sums.admitted_wait_s += admitted > 0.0 ? admitted * figures.wait_all.count() : 0.0;
        sums.queue_s += figures.queue_mean * t * probability;
        sums.busy_s += figures.busy_agents * t * probability;
        sums.conversations_s += figures.conversations * t * probability;
        if (with_waits) outcome.waits.push_back({admitted, figures.waits});
    }
    sums.load_s = sums.offered * kind.first_attempts.handling_time.count();
    sums.open_s = t;
    return outcome;
}

}  // namespace freiton::analytic
