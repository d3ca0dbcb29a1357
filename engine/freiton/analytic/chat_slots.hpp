// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/chat.hpp"

namespace freiton::analytic {

/// The states of a chat centre in which nobody waits: who finds no room is lost.
struct ChatSlots {
    /// Sums over states of their weights, and of weight x conversations and x busy agents; then means of those two.
    struct Part {
        double weight = 0.0;
        double conversations = 0.0;
        double busy_agents = 0.0;

        void scale(double by);
        void make_means();
    };
    Part below;  // a chat that comes is begun at once
    Part full;   // it is not
};

/// By the chain of how many agents hold 0, 1, ..., C conversations.
///
/// States are taken out from the fullest down, level by level of all conversations; nothing is ever subtracted.
///
/// Source:   Grassmann, Taksar, Heyman (1985); O'Cinneide (1993) for the accuracy, Gaver, Jacobs, Latouche (1984) for
///           the levels.
/// Accuracy: every sum to a relative 1e-13, however small.
/// Cost:     levels x (states in a level)^3: see chat_figures.
ChatSlots exact_chat_slots(const ChatCase& question);

/// Number of states of that chain, as a double since it may be large.
double chat_states(const ChatCase& question);

/// By the chain of all conversations, as if they were spread evenly at any moment. Cost: one step a slot.
ChatSlots balanced_chat_slots(const ChatCase& question);

}  // namespace freiton::analytic
