// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <variant>

#include "freiton/analytic/erlang_a.hpp"
#include "freiton/analytic/erlang_c.hpp"
#include "freiton/model/work.hpp"

namespace freiton::analytic {

/// A stream of calls in steady state.
struct CallStream {
    ArrivalRate rate{};
    Seconds handling_time{};
    double handling_cv = 1.0;
    std::optional<Seconds> patience{};                  // mean; none: callers wait for ever
    std::optional<int> lines{};                         // none: nobody finds the centre full
    double balk = 0.0;                                  // share that hangs up at once when nobody is free
    std::shared_ptr<const PatienceLaw> patience_law{};  // none: exponential; with unlimited lines only

    Erlangs load() const { return rate * handling_time; }
};

/// One answer for all kinds of callers: Erlang A where they give up or lines are limited, else Erlang C.
///
/// Handling times that are not exponential: waits are those of exponential ones stretched by (1 + cv^2) / 2 at the same
/// load, which for Erlang C is the approximation of Lee and Longton (1959): exact for one agent and Poisson arrivals,
/// and in heavy traffic; the wait probability is within a point or two. With patience the stretch is a heuristic in the
/// same spirit. Fewer lines than agents: only that many agents can ever be busy.
///
/// Agents who also do something else make callers wait more often: `wait_factor` times as often as if calls were alone,
/// and as much more often find no line. Whoever waits, waits as if they were, as whoever is free next takes a call.
class CallQueue {
  public:
    CallQueue(const CallStream& calls, Agents agents, double wait_factor = 1.0);

    /// The same queue with this factor instead.
    CallQueue waiting_more_often(double wait_factor) const {
        CallQueue queue = *this;
        queue.wait_factor_ = wait_factor;
        return queue;
    }

    bool stable() const;
    double answered_share() const;
    double abandoned_share() const;
    double blocked_share() const;
    double ln_blocked_share() const;
    double wait_probability() const;
    double ln_wait_probability() const;
    Seconds asa() const;           // mean wait of the answered
    Seconds wait_all() const;      // mean wait of the admitted
    Seconds wait_delayed() const;  // mean wait of those who wait
    WithinThreshold within(Seconds threshold) const;
    double waiting_after(Seconds t) const;  // P(an admitted call waits longer than t)
    double queue_mean() const;
    double busy_mean() const;

  private:
    double factor_of_admitted() const;

    double rate_per_s_;
    double load_;
    double wait_factor_;
    std::variant<ErlangC, ErlangA> queue_;
};

/// Numerator and denominator of the service level, as shares of the offered calls.
struct LevelParts {
    double in_time = 0.0;
    double base = 1.0;
};
/// The counting rules: of who is answered within the threshold, the share that is answered at all, and the share that
/// hangs up so early that it does not count.
LevelParts service_level_parts(const WithinThreshold& within, double answered_share, double left_out,
                               Counting counting);
/// `short_s`: who hangs up by then does not count; negative: they all do.
LevelParts service_level_parts(const CallQueue& queue, Seconds threshold, Counting counting, double short_s = -1.0);

}  // namespace freiton::analytic
