// SPDX-License-Identifier: Apache-2.0
// The two chains of chats beside each other, in offices that the oracle is too slow for.
#include "analytic/chat_office.hpp"
#include "freiton/analytic/chat_slots.hpp"
#include "freiton/analytic/markov_chain.hpp"

namespace freiton::analytic {
namespace {

using test::chat_office;
using test::told;

struct Differences {
    double service_level = 0.0;
    double asa_s = 0.0;
    double abandoned = 0.0;
};

// The largest by which the balanced chain is off: agents 1 to 12, concurrency 2 to 4. Of occupancies from 0.3 on they
// are all at 0.9 or more.
Differences largest_differences(const std::vector<double>& slowdown) {
    Differences largest;
    const auto see = [](double& most, double difference) { most = std::max(most, std::abs(difference)); };
    for (int agents = 1; agents <= 12; ++agents)
        for (int concurrency = 2; concurrency <= 4; ++concurrency)
            for (int twentieths = 16; twentieths <= 22; ++twentieths)
                for (const double patience_s : {0.0, 60.0, 300.0}) {
                    if (patience_s == 0.0 && twentieths >= 20) continue;  // waits for ever in both
                    ChatCase c = chat_office(agents, concurrency, slowdown, twentieths / 20.0);
                    if (patience_s > 0.0) c.chats.patience = Seconds{patience_s};
                    const ChatFigures exact = chat_figures(c, ChatChain::exact);
                    const ChatFigures balanced = chat_figures(c, ChatChain::balanced);
                    see(largest.service_level, balanced.service_level() - exact.service_level());
                    see(largest.asa_s, (balanced.asa - exact.asa).count());
                    see(largest.abandoned, balanced.abandoned_share - exact.abandoned_share);
                }
    return largest;
}

// The table of errors in the header, which rounds up in the last digit.
TEST(ChatBalanced, IsAsNearAsItsHeaderSays) {
    struct Row {
        std::vector<double> slowdown;
        double service_level;
        double asa_s;
        double abandoned;
    };
    for (const Row& row : {Row{{1.0, 1.2, 1.5}, 0.012, 11.0, 0.004},
                           {{1.0, 1.2, 1.5, 1.9}, 0.017, 18.0, 0.005},
                           {{1.0, 1.5, 2.0}, 0.021, 24.0, 0.008},
                           {{1.0, 2.0, 3.0}, 0.074, 104.0, 0.018}}) {
        const Differences got = largest_differences(row.slowdown);
        SCOPED_TRACE(row.slowdown.back());
        EXPECT_LE(got.service_level, row.service_level);
        EXPECT_LE(got.asa_s, row.asa_s);
        EXPECT_LE(got.abandoned, row.abandoned);
        EXPECT_GE(got.service_level, row.service_level - 0.001);
        EXPECT_GE(got.asa_s, row.asa_s - 1.0);
        EXPECT_GE(got.abandoned, row.abandoned - 0.001);
    }
}

// Where each conversation more speeds an agent up by less (he finishes 1, 1.67, 2 at a time), even spreads finish most.
TEST(ChatBalanced, FlattersWhereEachConversationMoreBringsLess) {
    for (const double occupancy : {0.5, 0.8, 1.0}) {
        const ChatCase c = chat_office(20, 3, {1.0, 1.2, 1.5}, occupancy, Seconds{120.0});
        EXPECT_GT(chat_figures(c, ChatChain::balanced).service_level(),
                  chat_figures(c, ChatChain::exact).service_level());
    }
}

// 1.5 Erlang on 30 slots: fewer than 1e-27 wait. Nothing is subtracted on the way, so that all digits are there.
TEST(ChatChains, BothKeepTheDigitsOfWhatHardlyEverHappens) {
    const ChatCase c = chat_office(10, 3, {1.0}, 0.05);
    const double wanted = CallQueue{c.chats, Agents{30.0}}.wait_probability();
    EXPECT_LT(wanted, 1e-27);
    for (const ChatChain chain : {ChatChain::exact, ChatChain::balanced})
        EXPECT_NEAR(chat_figures(c, chain).wait_probability / wanted, 1.0, 1e-12);
}

// A hundredfold overload: weights grow by more than a double holds. Of 100 chats one is answered (all slots are always
// taken), and the others give up.
TEST(ChatChains, BothCarryOverloadsWithoutOverflow) {
    for (const auto& [agents, chain] : {std::pair{150, ChatChain::exact}, {2'000, ChatChain::balanced}}) {
        const ChatCase c = chat_office(agents, 2, {1.0, 1.4}, 100.0, Seconds{300.0});
        SCOPED_TRACE(told(c));
        const ChatFigures got = chat_figures(c, chain);
        EXPECT_NEAR(got.answered_share, 0.01, 1e-12);
        EXPECT_NEAR(got.abandoned_share, 0.99, 1e-12);
        EXPECT_NEAR(got.conversations, 2.0 * agents, 1e-9);
        EXPECT_NEAR(got.busy_agents, agents, 1e-9);
    }
}

// Fewer lines than slots, in a hundredfold overload: nearly always all of them are taken, and everybody else is lost.
TEST(ChatChains, FewerLinesThanSlotsAreWhatIsTaken) {
    for (const auto& [agents, chain] : {std::pair{150, ChatChain::exact}, {2'000, ChatChain::balanced}}) {
        ChatCase c = chat_office(agents, 2, {1.0, 1.4}, 100.0, Seconds{300.0});
        c.chats.lines = agents + agents / 2;
        SCOPED_TRACE(told(c));
        const ChatFigures got = chat_figures(c, chain);
        EXPECT_EQ(got.wait_probability, 0.0);
        EXPECT_NEAR(got.conversations, 1.5 * agents, 0.1);
        EXPECT_GT(got.blocked_share, 0.98);
        EXPECT_NEAR(got.answered_share + got.blocked_share, 1.0, 1e-14);
    }
}

// States: agents who hold one, two and three conversations.
Moves moves_of(const ChatCase& c) {
    return [c](const ChainState& s, const auto& go) {
        const int idle = c.agents - s[0] - s[1] - s[2];
        const auto to = [&](int one, int two, int three) {
            return ChainState{s[0] + one, s[1] + two, s[2] + three, 0};
        };
        const double rate = c.chats.rate.per_second();
        if (idle > 0)
            go(to(1, 0, 0), rate);
        else if (s[0] > 0)
            go(to(-1, 1, 0), rate);
        else if (s[1] > 0)
            go(to(0, -1, 1), rate);
        if (s[0] > 0) go(to(-1, 0, 0), s[0] * c.pace_with(1));
        if (s[1] > 0) go(to(1, -1, 0), s[1] * c.pace_with(2));
        if (s[2] > 0) go(to(0, 1, -1), s[2] * c.pace_with(3));
    };
}

// 1,771 states, up to 44 in a level, so that they are taken out by halves of halves. The library's sparse LU is good to
// 1e-12 or so of the likeliest.
TEST(ChatChains, LargeLevelsAreTakenOutExactly) {
    for (const double occupancy : {0.5, 0.9, 1.1}) {
        const ChatCase c = chat_office(20, 3, {1.0, 1.5, 1.9}, occupancy);
        const StationaryChain chain = stationary_chain({10, 10, 0, 0}, moves_of(c), 2'000);
        ASSERT_EQ(chain.states.size(), 1'771u);
        double full = 0.0;
        double conversations = 0.0;
        double busy = 0.0;
        for (std::size_t k = 0; k < chain.states.size(); ++k) {
            const ChainState& s = chain.states[k];
            (s[2] == 20 ? full : conversations) += chain.probability[k] * (s[2] == 20 ? 1 : s[0] + 2 * s[1] + 3 * s[2]);
            if (s[2] < 20) busy += chain.probability[k] * (s[0] + s[1] + s[2]);
        }
        const ChatSlots got = exact_chat_slots(c);
        const double all = got.below.weight + got.full.weight;
        EXPECT_NEAR(got.full.weight / all, full, 1e-11);
        EXPECT_NEAR(got.below.weight / all * got.below.conversations, conversations, 1e-10);
        EXPECT_NEAR(got.below.weight / all * got.below.busy_agents, busy, 1e-10);
    }
}

}  // namespace
}  // namespace freiton::analytic
