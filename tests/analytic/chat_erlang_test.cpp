// SPDX-License-Identifier: Apache-2.0
// Chats that are calls: one at a time, or not slowed down by each other.
#include "analytic/chat_office.hpp"
#include "freiton/analytic/chat.hpp"

namespace freiton::analytic {
namespace {

using test::chat_office;
using test::told;

void expect_calls(const ChatFigures& got, const CallQueue& wanted, Seconds threshold) {
    constexpr double close = 1e-12;  // some hundred roundings
    const WithinThreshold within = wanted.within(threshold);
    EXPECT_NEAR(got.within.answered, within.answered, close);
    EXPECT_NEAR(got.within.abandoned, within.abandoned, close);
    EXPECT_NEAR(got.within.virtually, within.virtually, close);
    EXPECT_NEAR(got.wait_probability, wanted.wait_probability(), close);
    EXPECT_NEAR(got.answered_share, wanted.answered_share(), close);
    EXPECT_NEAR(got.abandoned_share, wanted.abandoned_share(), close);
    EXPECT_NEAR(got.blocked_share, wanted.blocked_share(), close);
    EXPECT_NEAR(got.waits.waiting_after(threshold), wanted.waiting_after(threshold), close);
    EXPECT_NEAR(got.conversations, wanted.busy_mean(), close * (1.0 + wanted.busy_mean()));
    EXPECT_EQ(got.stable, wanted.stable());
    const auto near = [](double value, double other) {
        return value == other || std::abs(value - other) <= close * (1.0 + std::abs(other));
    };
    EXPECT_TRUE(near(got.asa.count(), wanted.asa().count())) << got.asa.count() << ' ' << wanted.asa().count();
    EXPECT_TRUE(near(got.wait_all.count(), wanted.wait_all().count()));
    EXPECT_TRUE(near(got.queue_mean, wanted.queue_mean()));
}

std::vector<ChatCase> of_all_kinds(int agents, int concurrency, const std::vector<double>& slowdown) {
    std::vector<ChatCase> cases;
    for (const double occupancy : {0.02, 0.6, 0.95, 1.2})
        for (const double patience : {0.0, 90.0})
            for (const int places : {-2, 0, 3, 1000})  // 1000: no limit
                for (const double balk : {0.0, 0.4}) {
                    cases.push_back(chat_office(agents, concurrency, slowdown, occupancy));
                    CallStream& chats = cases.back().chats;
                    if (patience > 0.0) chats.patience = Seconds{patience};
                    if (places < 1000) chats.lines = agents * concurrency + places;
                    chats.balk = balk;
                }
    return cases;
}

TEST(ChatErlang, WithoutSlowdownItIsErlangOfAllSlots) {
    for (const ChatCase& c : of_all_kinds(4, 3, {1.0}))
        for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
            SCOPED_TRACE(told(c));
            expect_calls(chat_figures(c, chain), CallQueue{c.chats, Agents{12.0}}, c.threshold);
        }
}

// The second factor never counts, the first stretches everything: 600 s become 900 s.
TEST(ChatErlang, OneAtATimeItIsErlangOfAllAgents) {
    for (const ChatCase& c : of_all_kinds(7, 1, {1.5, 3.0}))
        for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
            SCOPED_TRACE(told(c));
            CallStream calls = c.chats;
            calls.handling_time = Seconds{900.0};
            const ChatFigures got = chat_figures(c, chain);
            expect_calls(got, CallQueue{calls, Agents{7.0}}, c.threshold);
            EXPECT_NEAR(got.busy_agents, got.conversations, 1e-11);
        }
}

TEST(ChatErlang, HandlingTimesThatVaryOtherwiseStretchWaitsAsThoseOfCalls) {
    ChatCase c = chat_office(5, 2, {1.0}, 0.9);
    c.chats.handling_cv = 0.4;
    expect_calls(chat_figures(c), CallQueue{c.chats, Agents{10.0}}, c.threshold);
}

}  // namespace
}  // namespace freiton::analytic
