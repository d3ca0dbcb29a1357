// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <optional>

#include "freiton/analytic/offered_wait.hpp"
#include "freiton/analytic/queue_states.hpp"
#include "freiton/core/units.hpp"

namespace freiton::analytic {

/// What became of a call within a threshold; shares of all offered calls.
struct WithinThreshold {
    double answered = 0.0;
    double abandoned = 0.0;
    double virtually = 0.0;  // a caller of endless patience would have been answered (blocked ones never)
};

/// Callers who give up and, where wanted, a limited number of lines (Erlang A, M/M/n+M and M/M/n/K+M), in steady state.
/// With unlimited lines patience may have any law (M/M/n+G).
///
/// Handling times are exponential, and so is patience if no law is given; first come first served. Of those who find
/// nobody free, and a line, the share `balk` hangs up at once (abandons after 0 s): wherever all are busy the queue
/// sees only the others. Shares are of all offered calls; mean waits are of the calls that their names say, zero waits
/// included.
///
/// Source:   C. Palm (1957); Garnett, Mandelbaum, Reiman (2002); Zeltyn and Mandelbaum (2005), whose integrals are
///           taken numerically here, and state sums where lines are limited. Other laws of patience: OfferedWait.
/// Domain:   agents >= 0 (real where lines are unlimited), load >= 0, aht > 0, patience > 0, lines >= agents (whole
///           difference). Patience may be infinite if lines are limited; without either use ErlangC.
/// Accuracy: relative error about 1e-13 (with a law: 1e-10), less where a result is the small difference of its inputs.
/// Cost:     O(1) beside one Erlang B for unlimited lines; O(lines - agents) or O(sqrt(load)) states with a limit.
class ErlangA {
  public:
    ErlangA(Agents agents, Erlangs offered, Seconds handling_time, Seconds patience,
            double lines = std::numeric_limits<double>::infinity(), double balk = 0.0,
            const std::shared_ptr<const PatienceLaw>& law = nullptr);

    double wait_probability() const { return wait_probability_; }        // admitted, and not answered at once
    double ln_wait_probability() const { return ln_wait_probability_; }  // accurate where the share underflows
    double abandoned_share() const { return abandoned_share_; }
    double blocked_share() const { return blocked_share_; }
    double ln_blocked_share() const { return ln_blocked_share_; }
    double answered_share() const { return answered_share_; }
    Seconds asa() const;             // mean wait of the answered
    Seconds wait_all() const;        // mean wait of the admitted
    Seconds wait_abandoned() const;  // mean wait of those who gave up
    Seconds wait_delayed() const;    // mean wait of those who wait
    double occupancy() const;
    double queue_mean() const;
    double busy_mean() const { return offered_ * answered_share_; }

    WithinThreshold within(Seconds threshold) const;

    /// P(an admitted call is still waiting after t).
    double waiting_after(Seconds t) const;

  private:
    bool endless() const;            // nobody gives up
    void settle_degenerate();        // no agents, or no load
    double gone_by(double v) const;  // P(patience <= v mean patiences)
    double still_there(double v) const;
    QueueSums queue_sums(double places) const;
    WithinThreshold within_unlimited(double v) const;
    WithinThreshold within_limited(double v) const;
    WithinThreshold within_limited_endless(double handling_times) const;

    double agents_;
    double offered_;
    double handling_time_s_;
    double patience_s_;
    double places_;  // lines - agents
    double joins_;   // share of those who find nobody free and wait
    QueueShape shape_;
    std::shared_ptr<const PatienceLaw> law_;  // none: exponential
    std::optional<OfferedWait> wait_{};       // by that law, if anybody can wait and be answered
    double all_ = 1.0;  // sum of all state weights, where "all busy, none waits" has 1, by exp(-scale)
    double ln_all_scale_ = 0.0;
    double wait_probability_ = 0.0;
    double ln_wait_probability_ = 0.0;
    double ln_blocked_share_ = 0.0;
    double at_once_ = 0.0;  // P(answered at once)
    double abandoned_share_ = 0.0;
    double blocked_share_ = 0.0;
    double answered_share_ = 1.0;
    double served_wait_s_ = 0.0;     // E[wait; answered]
    double abandoned_wait_s_ = 0.0;  // E[wait; gives up]
};

}  // namespace freiton::analytic
