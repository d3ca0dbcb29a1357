// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/chat.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/chat_slots.hpp"
#include "freiton/analytic/fewest_agents.hpp"
#include "freiton/model/promises.hpp"

namespace freiton::analytic {

namespace {

constexpr double most_chat_states = 20'000;
constexpr int most_chat_slots = 1'000'000'000;  // a search ends here

// What becomes of those who find no room depends only on how fast all slots together get free: as if one agent were so
// fast. Without slots nobody gets free.
CallStream chats_of_one(const ChatCase& question) {
    const int slots = question.slots();
    CallStream chats = question.chats;
    if (slots == 0) return chats;
    chats.handling_time *= question.slowdown_with(question.concurrency) / slots;
    if (chats.lines) chats.lines = 1 + std::max(0, *chats.lines - slots);
    return chats;
}

double busy_share(const CallQueue& one) { return one.wait_probability() + one.blocked_share(); }

// P(a chat finds no room), from the slots without a queue and the queue that begins where they are full.
double no_room(const ChatSlots& slots, const CallQueue& one, Erlangs load_of_one) {
    if (load_of_one.value() == 0.0) return 0.0;
    const double idle = one.within(Seconds{0.0}).answered;
    const double longer = busy_share(one) / (idle * load_of_one.value());  // full with any queue, for full with none
    if (std::isinf(longer)) return 1.0;
    const double full = slots.full.weight * longer;
    return full / (slots.below.weight + full);
}

}  // namespace

double ChatCase::slowdown_with(int at_once) const { return slowdown_at(slowdown, at_once); }

double ChatCase::pace_with(int at_once) const {
    return at_once > 0 ? at_once / (chats.handling_time.count() * slowdown_with(at_once)) : 0.0;
}

int ChatCase::most_at_once() const { return std::min(slots(), chats.lines.value_or(slots())); }

ChatFigures chat_figures(const ChatCase& question, ChatChain chain) {
    EXPECTS(question.agents >= 0 && question.concurrency >= 1 && !question.slowdown.empty());
    EXPECTS(std::all_of(question.slowdown.begin(), question.slowdown.end(), [](double f) { return f > 0.0; }));
    const CallStream stream = chats_of_one(question);
    const CallQueue one{stream, Agents{question.slots() > 0 ? 1.0 : 0.0}};
    const ChatSlots slots = chain == ChatChain::exact ? exact_chat_slots(question) : balanced_chat_slots(question);
    const double full = no_room(slots, one, stream.load());
    const double more_often = full > 0.0 ? full / busy_share(one) : 0.0;
    const CallQueue all = one.waiting_more_often(more_often);
    const auto mixed = [&](double when_full, double below) { return full * when_full + (1.0 - full) * below; };
    return {.chain = chain,
            .stable = one.stable(),
            .within = all.within(question.threshold),
            .answered_share = all.answered_share(),
            .abandoned_share = all.abandoned_share(),
            .blocked_share = all.blocked_share(),
            .wait_probability = all.wait_probability(),
            .asa = all.asa(),
            .wait_all = all.wait_all(),
            .queue_mean = all.queue_mean(),
            .conversations = mixed(slots.full.conversations, slots.below.conversations),
            .busy_agents = mixed(slots.full.busy_agents, slots.below.busy_agents),
            .waits = all};
}

ChatFigures chat_figures(const ChatCase& question) {
    return chat_figures(question, chat_states(question) <= most_chat_states ? ChatChain::exact : ChatChain::balanced);
}

std::optional<int> least_chat_agents(ChatCase question, Share answered) {
    const auto enough = [&](Agents agents) {
        question.agents = static_cast<int>(agents.value());
        return chat_figures(question).service_level() >= answered.value() * (1.0 - promise_slack);
    };
    const double guess = question.chats.load().value() * question.slowdown_with(question.concurrency) /
                         static_cast<double>(question.concurrency);
    return fewest_agents(enough, guess, 0, most_chat_slots / question.concurrency);
}

}  // namespace freiton::analytic
