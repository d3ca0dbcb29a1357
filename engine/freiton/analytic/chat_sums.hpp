// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/pooled_calls.hpp"

namespace freiton::analytic {

/// How the chats of an interval fare with so many agents, by the chain of who holds how many (chat.hpp): exact where it
/// is small, else balanced. The kind must have `chat`. `day_cv` as in CallDemand.
KindOutcome chat_outcome(const CallKind& kind, double day_cv, int agents, Seconds length, bool with_waits);

/// Whether so many agents are beyond the exact chain.
bool is_chat_balanced(const ChatHolding& holding, int agents);

}  // namespace freiton::analytic
