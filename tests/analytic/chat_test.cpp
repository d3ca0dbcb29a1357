// SPDX-License-Identifier: Apache-2.0
// Chats of people who hold several at once: against the chain of named agents, Erlang, and laws that hold everywhere.
#include "freiton/analytic/chat.hpp"

#include "analytic/named_chat_agents.hpp"

namespace freiton::analytic {
namespace {

using test::NamedChatAgents;

constexpr Seconds handling_time{600.0};

// `occupancy`: load as a share of what all slots can carry while they are all taken.
ChatCase office(int agents, int concurrency, std::vector<double> slowdown, double occupancy,
                std::optional<Seconds> patience = {}) {
    ChatCase question{.agents = agents, .concurrency = concurrency, .slowdown = std::move(slowdown)};
    const double carried = question.slots() / question.slowdown_with(concurrency);
    question.chats = {.rate = ArrivalRate{occupancy * carried, handling_time}, .handling_time = handling_time};
    question.chats.patience = patience;
    question.threshold = Seconds{30.0};
    return question;
}

std::string told(const ChatCase& c) {
    return std::to_string(c.agents) + " agents of " + std::to_string(c.concurrency) + ", slowed to " +
           std::to_string(c.slowdown_with(c.concurrency)) + ", load " + std::to_string(c.chats.load().value()) +
           ", patience " + std::to_string(c.chats.patience.value_or(Seconds{0.0}).count()) + ", lines " +
           std::to_string(c.chats.lines.value_or(-1)) + ", balk " + std::to_string(c.chats.balk);
}

std::vector<ChatCase> small_offices() {
    std::vector<ChatCase> cases;
    for (int agents = 1; agents <= 3; ++agents)
        for (int concurrency = 1; concurrency <= 3; ++concurrency) {
            cases.push_back(office(agents, concurrency, {1.0, 1.2, 1.5}, 0.7));
            cases.push_back(office(agents, concurrency, {1.0, 1.2, 1.5}, 1.1, Seconds{120.0}));
            cases.push_back(office(agents, concurrency, {1.0, 2.5}, 0.8, Seconds{300.0}));
            cases.back().chats.balk = 0.3;
            cases.push_back(office(agents, concurrency, {1.1, 1.0, 2.0}, 1.3));
            cases.back().chats.balk = 0.5;
            cases.push_back(office(agents, concurrency, {1.0, 1.4}, 1.2));
            cases.back().chats.lines = agents * concurrency + 2;
            cases.push_back(office(agents, concurrency, {1.0, 1.4}, 0.9, Seconds{200.0}));
            cases.back().chats.lines = agents * concurrency + 1;
            cases.push_back(office(agents, concurrency, {1.0, 1.4, 1.9}, 0.9, Seconds{200.0}));
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

// Mean waits from the queue: who waits is in it (Little). Of the answered alone, where nobody gives up.
TEST(Chat, MeanWaitsAreThoseOfTheQueue) {
    for (const ChatCase& c : small_offices()) {
        SCOPED_TRACE(told(c));
        const NamedChatAgents wanted{c};
        const ChatFigures got = chat_figures(c);
        const double rate = c.chats.rate.per_second();
        const double wait = wanted.queue_mean() / (rate * (1.0 - wanted.blocked()));
        EXPECT_NEAR(got.wait_all.count(), wait, solved * (1.0 + wait) * 10.0);
        if (!c.chats.patience)
            EXPECT_NEAR(got.asa.count(), wanted.queue_mean() / (rate * wanted.finished()),
                        solved * (1.0 + wait) * 10.0);
        else  // who gives up waits, too; both parts make up the queue
            EXPECT_LE(rate * wanted.finished() * got.asa.count(), wanted.queue_mean() * (1.0 + solved) + solved);
    }
}

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
                    cases.push_back(office(agents, concurrency, slowdown, occupancy));
                    CallStream& chats = cases.back().chats;
                    if (patience > 0.0) chats.patience = Seconds{patience};
                    if (places < 1000) chats.lines = agents * concurrency + places;
                    chats.balk = balk;
                }
    return cases;
}

TEST(Chat, WithoutSlowdownItIsErlangOfAllSlots) {
    for (const ChatCase& c : of_all_kinds(4, 3, {1.0}))
        for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
            SCOPED_TRACE(told(c));
            expect_calls(chat_figures(c, chain), CallQueue{c.chats, Agents{12.0}}, c.threshold);
        }
}

// The second factor never counts, the first stretches everything: 600 s become 900 s.
TEST(Chat, OneAtATimeItIsErlangOfAllAgents) {
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

TEST(Chat, HandlingTimesThatVaryOtherwiseStretchWaitsAsThoseOfCalls) {
    ChatCase c = office(5, 2, {1.0}, 0.9);
    c.chats.handling_cv = 0.4;
    expect_calls(chat_figures(c), CallQueue{c.chats, Agents{10.0}}, c.threshold);
}

// Two agents, two chats at once, a slowdown of 2: everybody busy finishes one chat per handling time, however many he
// holds. All slots get free at the rate 2, in handling times, and three chats come: too many for ever.
TEST(Chat, AnOverloadOfThePatientWaitsForEver) {
    for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced}) {
        const ChatFigures got = chat_figures(office(2, 2, {1.0, 2.0}, 1.5), chain);
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
            const ChatCase c = office(6, 3, {1.0, 1.2, 1.5}, occupancy, Seconds{120.0});
            const ChatFigures got = chat_figures(c, chain);
            const double load = c.chats.load().value() * got.answered_share;
            EXPECT_GT(got.conversations, load);
            EXPECT_LT(got.conversations, 1.5 * load);
            EXPECT_LE(got.busy_agents, std::min(6.0, got.conversations));
            EXPECT_GE(got.busy_agents, got.conversations / 3.0);
        }
}

// With 47 agents the chain has 19,600 states, with 48 it has 20,825.
TEST(Chat, AnotherAgentNeverMakesChatsWaitLonger) {
    for (const auto& [from, to] : {std::pair{1, 12}, {46, 49}}) {
        ChatCase c = office(from, 3, {1.0, 1.2, 1.5}, from == 1 ? 4.0 : 1.0, Seconds{180.0});
        ChatFigures before = chat_figures(c);
        while (c.agents < to) {
            ++c.agents;
            const ChatFigures now = chat_figures(c);
            EXPECT_EQ(now.chain, c.agents <= 47 ? ChatChain::exact : ChatChain::balanced);
            EXPECT_GT(now.service_level(), before.service_level()) << c.agents;
            EXPECT_LT(now.asa.count(), before.asa.count()) << c.agents;
            EXPECT_LT(now.abandoned_share, before.abandoned_share) << c.agents;
            before = now;
        }
    }
}

}  // namespace
}  // namespace freiton::analytic
