// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/analytic/chat_slots.hpp"

namespace freiton::analytic {

namespace {

// Conversations that all agents together finish per second while so many are spread evenly over them.
double even_pace(const ChatCase& question, int conversations) {
    const int each = conversations / question.agents;
    const int one_more = conversations % question.agents;
    return one_more * question.pace_with(each + 1) + (question.agents - one_more) * question.pace_with(each);
}

}  // namespace

void ChatSlots::Part::scale(double by) {
    for (double* sum : {&weight, &conversations, &busy_agents}) *sum *= by;
}

void ChatSlots::Part::make_means() {
    if (weight == 0.0) return;
    conversations /= weight;
    busy_agents /= weight;
}

ChatSlots balanced_chat_slots(const ChatCase& question) {
    constexpr double large = 1e250;
    const int most = question.most_at_once();
    ChatSlots slots;
    double weight = 1.0;
    for (int m = 0; m < most; ++m) {
        slots.below.weight += weight;
        slots.below.conversations += weight * m;
        slots.below.busy_agents += weight * std::min(m, question.agents);
        weight *= question.chats.rate.per_second() / even_pace(question, m + 1);
        if (weight <= large) continue;
        weight /= large;
        slots.below.scale(1.0 / large);
    }
    slots.below.make_means();
    slots.full = {weight, static_cast<double>(most), static_cast<double>(std::min(most, question.agents))};
    return slots;
}

}  // namespace freiton::analytic
