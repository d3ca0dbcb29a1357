// SPDX-License-Identifier: Apache-2.0
// Chats of people who hold several at once: against the chain of named agents, and laws that hold everywhere.
#include "freiton/analytic/chat.hpp"

#include "analytic/chat_office.hpp"
#include "analytic/named_chat_agents.hpp"

namespace freiton::analytic {
namespace {

using test::chat_office;
using test::NamedChatAgents;
using test::told;

std::vector<ChatCase> small_offices() {
    std::vector<ChatCase> cases;
    for (int agents = 1; agents <= 3; ++agents)
        for (int concurrency = 1; concurrency <= 3; ++concurrency) {
            cases.push_back(chat_office(agents, concurrency, {1.0, 1.2, 1.5}, 0.7));
            cases.push_back(chat_office(agents, concurrency, {1.0, 1.2, 1.5}, 1.1, Seconds{120.0}));
            cases.push_back(chat_office(agents, concurrency, {1.0, 2.5}, 0.8, Seconds{300.0}));
            cases.back().chats.balk = 0.3;
            cases.push_back(chat_office(agents, concurrency, {1.1, 1.0, 2.0}, 1.3));
            cases.back().chats.balk = 0.5;
            cases.push_back(chat_office(agents, concurrency, {1.0, 1.4}, 1.2));
            cases.back().chats.lines = agents * concurrency + 2;
            cases.push_back(chat_office(agents, concurrency, {1.0, 1.4}, 0.9, Seconds{200.0}));
            cases.back().chats.lines = agents * concurrency + 1;
            cases.push_back(chat_office(agents, concurrency, {1.0, 1.4, 1.9}, 0.9, Seconds{200.0}));
            cases.back().chats.lines = std::max(1, agents * concurrency - 2);  // fewer than slots
        }
    return cases;
}

// Gaussian elimination of some 300 states loses about 300 x 1e-16 x the condition of the chain, below 1e4.
constexpr double solved = 3e-10;

TEST(Chat, TheExactChainIsThatOfNamedAgents) {
    for (const ChatCase& c : small_offices()) {
        SCOPED_TRACE(told(c));
        const NamedChatAgents wanted{c};
        const ChatFigures got = chat_figures(c);
        EXPECT_EQ(got.chain, ChatChain::exact);
        EXPECT_TRUE(got.stable);
        EXPECT_LT(wanted.cut_off(), 1e-15);
        EXPECT_NEAR(got.conversations, wanted.conversations(), solved * c.slots());
        EXPECT_NEAR(got.busy_agents, wanted.busy_agents(), solved * c.agents);
        EXPECT_NEAR(got.queue_mean, wanted.queue_mean(), solved * (1.0 + wanted.queue_mean()));
        EXPECT_NEAR(got.wait_probability, wanted.waits(), solved);
        EXPECT_NEAR(got.blocked_share, wanted.blocked(), solved);
        EXPECT_NEAR(got.answered_share, wanted.finished(), solved);
        EXPECT_NEAR(got.abandoned_share, 1.0 - wanted.finished() - wanted.blocked(), solved);
    }
}

TEST(Chat, WaitsAreThoseOfAChatThatIsFollowedThroughTheQueue) {
    for (ChatCase c : small_offices()) {
        const NamedChatAgents wanted{c};
        for (const double t : {0.0, 30.0, 200.0}) {
            SCOPED_TRACE(told(c) + " after " + std::to_string(t));
            c.threshold = Seconds{t};
            const ChatFigures got = chat_figures(c);
            const auto [answered, abandoned, waiting] = wanted.after(t);
            EXPECT_NEAR(got.service_level(), answered, solved);
            EXPECT_NEAR(got.within.abandoned, abandoned, solved);
            EXPECT_NEAR(got.waits.waiting_after(Seconds{t}), waiting / (1.0 - wanted.blocked()), solved);
        }
    }
}

// Who waits is in the queue (Little). The oracle is solved for the queue; a wait is so many arrivals or handling times.
TEST(Chat, MeanWaitsAreThoseOfTheQueue) {
    for (const ChatCase& c : small_offices()) {
        SCOPED_TRACE(told(c));
        const NamedChatAgents wanted{c};
        const ChatFigures got = chat_figures(c);
        const double all = wanted.queue_mean() / c.chats.rate.per_second();
        const double handling_time_s = c.chats.handling_time.count();
        EXPECT_NEAR(got.wait_all.count() * (1.0 - wanted.blocked()), all, solved * (handling_time_s + all));
        EXPECT_NEAR(got.asa.count() * wanted.finished(), wanted.answered_wait(), solved * (handling_time_s + all));
    }
}

// Two agents, two chats at once, a slowdown of 2: everybody busy finishes one chat per handling time, however many he
// holds. All slots get free at the rate 2, in handling times, and three chats come: too many for ever.
TEST(Chat, AnOverloadOfThePatientWaitsForEver) {
    for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
        const ChatFigures got = chat_figures(chat_office(2, 2, {1.0, 2.0}, 1.5), chain);
        EXPECT_FALSE(got.stable);
        EXPECT_EQ(got.service_level(), 0.0);
        EXPECT_EQ(got.wait_probability, 1.0);
        EXPECT_EQ(got.asa.count(), infinity);
        EXPECT_EQ(got.wait_all.count(), infinity);
        EXPECT_EQ(got.queue_mean, infinity);
        EXPECT_DOUBLE_EQ(got.answered_share, 2.0 / 3.0);
        EXPECT_DOUBLE_EQ(got.conversations, 4.0);
        EXPECT_DOUBLE_EQ(got.busy_agents, 2.0);
    }
}

// A conversation takes as long as its slowdown at any moment says: at least by the least factor, at most by the
// largest.
TEST(Chat, ConversationsLastAsLongAsTheyAreSlowedDown) {
    for (const double occupancy : {0.2, 0.7, 1.1})
        for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
            const ChatCase c = chat_office(6, 3, {1.0, 1.2, 1.5}, occupancy, Seconds{120.0});
            const ChatFigures got = chat_figures(c, chain);
            const double load = c.chats.load().value() * got.answered_share;
            EXPECT_GT(got.conversations, load);
            EXPECT_LT(got.conversations, 1.5 * load);
            EXPECT_LE(got.busy_agents, std::min(6.0, got.conversations));
            EXPECT_GE(got.busy_agents, got.conversations / 3.0);
        }
}

// Of two conversations each, 198 agents make 19,900 states, and 199 make 20,100.
TEST(Chat, AnotherAgentNeverMakesChatsWaitLonger) {
    for (const auto& [from, to, concurrency] : {std::tuple{1, 12, 3}, {197, 200, 2}}) {
        ChatCase c = chat_office(from, concurrency, {1.0, 1.2, 1.5}, from == 1 ? 4.0 : 1.0, Seconds{180.0});
        ChatFigures before = chat_figures(c);
        while (c.agents < to) {
            ++c.agents;
            const ChatFigures now = chat_figures(c);
            EXPECT_EQ(now.chain, c.agents <= 198 ? ChatChain::exact : ChatChain::balanced);
            EXPECT_GT(now.service_level(), before.service_level()) << c.agents;
            EXPECT_LT(now.asa.count(), before.asa.count()) << c.agents;
            EXPECT_LT(now.abandoned_share, before.abandoned_share) << c.agents;
            before = now;
        }
    }
}

TEST(Chat, WithNobodyThereAllGiveUpAndWithoutChatsNobodyWaits) {
    ChatCase c = chat_office(3, 2, {1.0, 1.3}, 0.5, Seconds{60.0});
    c.agents = 0;
    const ChatFigures nobody = chat_figures(c);
    EXPECT_EQ(nobody.service_level(), 0.0);
    EXPECT_EQ(nobody.abandoned_share, 1.0);
    EXPECT_EQ(nobody.conversations, 0.0);
    EXPECT_DOUBLE_EQ(nobody.wait_all.count(), 60.0);
    c.agents = 3;
    c.chats.rate = {};
    for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
        const ChatFigures idle = chat_figures(c, chain);
        EXPECT_EQ(idle.service_level(), 1.0);
        EXPECT_EQ(idle.wait_probability, 0.0);
        EXPECT_EQ(idle.wait_all.count(), 0.0);
        EXPECT_EQ(idle.conversations, 0.0);
        EXPECT_EQ(idle.busy_agents, 0.0);
    }
}

TEST(Chat, TheLeastAgentsAnswerEnoughAndOneFewerDoesNot) {
    ChatCase c = chat_office(1, 3, {1.0, 1.2, 1.5}, 7.3, Seconds{180.0});
    for (const double wanted : {0.5, 0.8, 0.95}) {
        const std::optional<int> agents = least_chat_agents(c, Share{wanted});
        ASSERT_TRUE(agents);
        c.agents = *agents;
        EXPECT_GE(chat_figures(c).service_level(), wanted);
        --c.agents;
        EXPECT_LT(chat_figures(c).service_level(), wanted);
    }
    c.chats.lines = 2;  // for a load of 15: most find none
    EXPECT_FALSE(least_chat_agents(c, Share{0.8}));
    c.chats.rate = {};
    EXPECT_EQ(least_chat_agents(c, Share{0.8}), 0);
}

}  // namespace
}  // namespace freiton::analytic
