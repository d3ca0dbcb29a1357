// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/analytic/call_queue.hpp"

namespace freiton::analytic {

/// Chats that come to people who hold several conversations at once, in steady state.
struct ChatCase {
    int agents = 0;
    int concurrency = 1;                // conversations that an agent holds at most
    std::vector<double> slowdown{1.0};  // factors on the handling time with 1, 2, ... at once; the last one goes on
    CallStream chats{};                 // handling time: of one alone; lines: most chats in the system
    Seconds threshold{};

    int slots() const { return agents * concurrency; }
    double slowdown_with(int at_once) const;

    /// Conversations that an agent finishes per second while he holds so many.
    double pace_with(int at_once) const;

    /// Conversations from which on nobody else is taken on at once: all slots, or all lines if they are fewer.
    int most_at_once() const;
};

enum class ChatChain { exact, balanced };

/// How the chats fare; shares are of all offered, mean waits (for the first answer) of those that their names say.
struct ChatFigures {
    ChatChain chain{};
    bool stable = true;
    WithinThreshold within{};
    double answered_share = 1.0;
    double abandoned_share = 0.0;
    double blocked_share = 0.0;
    double wait_probability = 0.0;  // admitted, and not answered at once
    Seconds asa{};                  // mean wait of the answered
    Seconds wait_all{};             // mean wait of the admitted
    double queue_mean = 0.0;
    double conversations = 0.0;  // mean number that agents hold
    double busy_agents = 0.0;    // mean number of those who hold at least one
    CallQueue waits;             // for its waiting_after(t): P(an admitted chat waits longer than t)

    double service_level() const { return within.answered; }  // answered within the threshold, of all offered
};

/// A chat goes to whoever holds the fewest conversations, if he has a slot free, and waits in order of arrival
/// otherwise. Conversations stay with their agent; who waits longest gets the next slot. Who holds k finishes each at
/// the rate 1 / (handling time x slowdown with k).
///
///   exact     chain of how many agents hold 0, 1, ..., C conversations
///   balanced  birth-and-death chain of all conversations, as if they moved so that they were always spread evenly
///
/// In both, chats that find all slots taken meet a queue that empties at one rate, whoever holds what: Erlang C or A
/// (CallQueue) of one agent as fast as all slots closes the chain exactly. Without slowdown the balanced chain is
/// M/M/(agents x C), and exact but for the busy agents; so it is for one agent, or one conversation each.
///
/// Exact up to 20,000 states (198 agents with C = 2, 47 with 3, 23 with 4), where it takes 0.03 to 1 s and the balanced
/// chain has come near. How far its service level may be too high, and its ASA and abandonment too low, with chats of
/// 10 min to be answered in 30 s, no patience or one of 1 or 5 min, and occupancies (of all slots) of 0.3 to 1.1:
///
///   agents, concurrency     slowdown            service level   ASA               abandoned
///   1..12, 2..4             1, 1.2, 1.5         0.012           11 s of 1590 s    0.004
///                           1, 1.2, 1.5, 1.9    0.017           18 s of 1362 s    0.005
///                           1, 1.5, 2           0.021           24 s of 2048 s    0.008
///                           1, 2, 3             0.074           104 s of 1877 s   0.018
///   beyond 20,000 states    the same and on     0.013           7 s               0.002
///
/// It flatters wherever each conversation more adds less to what an agent finishes; elsewhere it may be too strict.
///
/// Source:   Luo and Zhang (2013); Tezcan and Zhang (2014); Cui and Tezcan (2016) for the model.
/// Domain:   agents >= 0, concurrency >= 1, at most 1e9 slots, slowdowns > 0. Where patient chats come faster than all
///           slots get free there is no steady state: `stable` is false and waits are infinite, as in Erlang C.
///           Handling times that are not exponential stretch the waits as those of calls (CallQueue).
/// Accuracy: of the exact chain a relative 1e-12; it loses what 1 - load / (what all slots carry) loses.
ChatFigures chat_figures(const ChatCase& question);
ChatFigures chat_figures(const ChatCase& question, ChatChain chain);

/// Fewest agents who answer this share of all chats within the threshold (to 1e-12 of it); nothing if no number does.
/// One fewer is not enough. Cost: a few chat_figures.
std::optional<int> least_chat_agents(ChatCase question, Share answered);

}  // namespace freiton::analytic
