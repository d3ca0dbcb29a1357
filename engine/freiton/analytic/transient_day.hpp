// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/transient_demand.hpp"
#include "freiton/core/run_control.hpp"
#include "freiton/model/call_sums.hpp"

namespace freiton::analytic {

/// The calls of an interval, and time of agents without one.
struct TransientInterval {
    CallSums sums{};
    double idle_s = 0.0;
    double queue_at_end = 0.0;
    TransientStates end{};  // just before the staff of the next interval
};

/// What is asked about an interval.
enum class TransientDepth {
    level,  // who is answered within the threshold, who waits at all; answered, abandoned and waits are left out
    whole   // what becomes of everybody
};

/// The queue carried through the day: M(t)/M/s(t)+M with steps of demand and staff, empty at first.
///
/// The states of the office are carried forward (transient_chain.hpp). The service level is that of a marked caller:
/// who comes while nobody is idle is followed for as long as the threshold gives him, over changes of staff as well;
/// those who come so late that they see the next interval by Gauss-Legendre nodes over their arrival, ten nodes
/// for up to ten events of the chain, else thirty for each sixty. Everybody who comes in an interval is followed until
/// he is answered or gives up, so that waits and losses belong to the interval of arrival. After closing the people of
/// the last interval answer who waits.
///
/// Source:   staff that finishes what it has begun: A. Ingolfsson, E. Akhmetshina, S. Budge, Y. Li, X. Wu, "A survey
///           and experimental comparison of service-level-approximation methods for nonstationary M(t)/M/s(t) queueing
///           systems with exhaustive discipline" (2007).
/// Domain:   `counting` is not virtual.
/// Accuracy: absolute 1e-8 in shares and means of numbers (TransientDay.MeetsTheReference).
/// Cost:     an interval of 30 minutes, 25 people 0.2 ms, 210 people 3 to 4 ms; `whole` 2.5 times as much.
class TransientDay {
  public:
    explicit TransientDay(TransientDemand demand) : demand_{std::move(demand)} {}

    const TransientDemand& demand() const { return demand_; }
    std::size_t intervals() const { return demand_.arrivals.size(); }

    /// The interval, where `begin` is what it begins from. Depends on later agents as far as its callers see them.
    TransientInterval interval(std::size_t i, const std::vector<int>& agents, const TransientStates& begin,
                               TransientDepth depth) const;

    /// What the next interval begins from, from what interval i ended with: closed time is over.
    TransientStates before_next(std::size_t i, const TransientStates& end) const;

  private:
    TransientDemand demand_;
};

}  // namespace freiton::analytic
