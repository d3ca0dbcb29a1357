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
    CallQueue waits;             // only for its waiting_after(t): P(an admitted chat waits longer than t)

    double service_level() const { return within.answered; }  // answered within the threshold, of all offered
};

/// A chat goes to whoever holds the fewest conversations, if one of his slots is free, and waits in order of arrival
/// otherwise. Conversations stay with their agent; who waits longest gets the next slot. Who holds k finishes each at
/// the rate 1 / (handling time x slowdown with k).
///
///   exact     Markov chain of how many agents hold 0, 1, ..., C, as long as it has no more than 20,000 states
///   balanced  birth-and-death chain of all conversations, as if they moved so that they were always spread evenly
///
/// In both, chats who find all slots taken meet one queue that empties at one rate: Erlang C or A (CallQueue) of one
/// agent who is as fast as all slots, which closes the chain exactly. Where slowdowns are all 1 it is M/M/(agents x C).
ChatFigures chat_figures(const ChatCase& question);
ChatFigures chat_figures(const ChatCase& question, ChatChain chain);

/// Fewest agents who answer this share of all chats within the threshold; nothing if no number does.
std::optional<int> least_chat_agents(ChatCase question, Share answered);

}  // namespace freiton::analytic
