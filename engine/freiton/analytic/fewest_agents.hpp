// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "freiton/analytic/call_demand.hpp"

namespace freiton::analytic {

/// Fewest agents of an Erlang C centre that answer this share within the threshold (given in handling times).
///
/// Marches 1/B up from the load: with x = 1/B(n, a) the target holds when n K <= (n - a) x + a, where
/// K = exp(-(n - a) T / aht) / (1 - share) changes by a constant factor from n to n + 1. The march begins with the
/// expansion of 1/B(n, a) for n near a in powers of 1/sqrt(a), or at n = 0 for small loads. Near ties are decided by
/// ErlangC.
///
/// Source:   recurrence of Erlang B; expansion by Laplace's method on Fortet's integral (as Jagerman 1974 for n = a).
/// Domain:   a >= 0, 0 <= share < 1. At least the smallest stable number; 0 without load.
/// Accuracy: exact: the least n for which ErlangC meets the share to 1e-12.
/// Cost:     O(sqrt(a)) steps of one multiplication and addition.
int fewest_agents_erlang_c(Erlangs offered, double threshold_in_handling_times, Share answered);

/// Whether so many agents keep every promise. Comparisons allow for 1e-12 of the target, so that 70 % is met by 7/10.
/// An overload without patience or lines keeps none.
bool keeps_promises(const CallDemand& demand, const CallTarget& target, Agents agents);

/// Whether so many agents are enough; must never turn from true to false as agents are added.
using Enough = std::function<bool(Agents)>;

/// Fewest agents in [least, most] that keep every promise, or nothing if even `most` do not. No demand needs `least`.
/// Every promise gets easier with more agents; so the answer is the least: one fewer fails.
std::optional<int> fewest_agents(const CallDemand& demand, const CallTarget& target, int least, int most);

/// The same for any question; only the cost depends on the guess.
std::optional<int> fewest_agents(const Enough& enough, double guess, int least, int most);

/// Fractional agents, to a relative 1e-12, from above.
std::optional<double> fewest_fractional_agents(const CallDemand& demand, const CallTarget& target, double most);
std::optional<double> fewest_fractional_agents(const Enough& enough, double most);

/// Largest load at which so many agents keep every promise, to a relative 1e-12, from below; 0 if there is none,
/// infinite if the promises hold at every load.
Erlangs largest_load(const CallDemand& demand, const CallTarget& target, Agents agents);
Erlangs largest_load(const std::function<bool(Erlangs)>& carried, Agents agents);

}  // namespace freiton::analytic
