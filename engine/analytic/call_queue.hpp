// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <variant>

#include "freiton/analytic/erlang_a.hpp"
#include "freiton/analytic/erlang_c.hpp"

namespace freiton::analytic {

/// The demand of one interval, in steady state.
struct CallDemand {
    ArrivalRate rate{};
    Seconds handling_time{};
    std::optional<Seconds> patience{};  // none: callers wait for ever

    Erlangs load() const { return rate * handling_time; }
};

/// One answer for both kinds of callers: Erlang A where they give up, Erlang C where they wait for ever.
class CallQueue {
  public:
    CallQueue(const CallDemand& demand, Agents agents);

    bool stable() const;
    double answered_within(Seconds threshold) const;  // of all offered
    double answered_share() const;
    double abandoned_share() const;
    double blocked_share() const;
    double wait_probability() const;
    Seconds asa() const;
    Seconds wait_all() const;
    double waiting_after(Seconds t) const;  // P(an admitted call waits longer than t)
    double queue_mean() const;
    double busy_mean() const;

  private:
    std::variant<ErlangC, ErlangA> queue_;
};

/// Fewest agents in [least, most] that answer the wanted share within the threshold, or nothing if even `most` do not.
/// No demand needs `least`.
std::optional<int> fewest_agents(const CallDemand& demand, Share answered, Seconds within, int least, int most);

}  // namespace freiton::analytic
