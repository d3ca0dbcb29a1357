// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/model/erlang_case.hpp"

namespace freiton::analytic {

/// Answers a case: finds the agents or the load where they are asked for, and says how that performs. Nothing if no
/// number of agents (or no load) keeps the promises.
///
/// Domain: load to 1e9 Erlang; agents or load given; promises where one of them is not; with lines the agents are
///         whole. Fewer lines than agents: only that many agents can ever be busy.
std::optional<ErlangAnswer> answer(const ErlangCase& question);

/// The fewest agents that keep the promises at the case's load; nothing if no number of them does.
std::optional<Agents> fewest_agents(const ErlangCase& question);

/// The largest load at which the case's agents keep the promises: 0 if there is none, infinite if any load will do.
Erlangs largest_load(const ErlangCase& question);

/// How the case performs at this load with so many agents, whatever it asks.
ErlangAnswer answer_at(const ErlangCase& question, Erlangs load, Agents agents);

}  // namespace freiton::analytic
