// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/units.hpp"

namespace freiton::analytic {

/// Callers who wait for ever, exponential handling times, first come first served (Erlang C, M/M/n), in steady state.
///
///   C = n / ((n - a) / B(n, a) + a),    P(wait > t) = C exp(-(n - a) t / aht)
///
/// Of those who find nobody free the share `balk` hangs up at once (waits 0 s and is lost): the queue then sees only
/// the others, a' = a (1 - balk) in place of a wherever all are busy (a birth-death chain).
///
/// Source:   A. K. Erlang (1917); Cooper, "Introduction to Queueing Theory" (1981), section 3.5.
/// Domain:   n >= 0 (real), a >= 0, aht > 0. With a >= n there is no steady state: `stable()` is false, every caller
///           waits, the service level is 0 and mean waits are infinite. No load: nobody waits.
/// Accuracy: that of Erlang B; mean waits lose the digits that n - a loses: relative error about 1e-16 a / (n - a).
/// Cost:     that of one Erlang B; then O(1) a question.
class ErlangC {
  public:
    ErlangC(Agents agents, Erlangs offered, Seconds handling_time, double balk = 0.0);

    bool stable() const { return idle_ > 0.0 || offered_ == 0.0; }
    double wait_probability() const { return wait_probability_; }  // not answered at once
    double ln_wait_probability() const { return ln_wait_probability_; }
    double answered_within(Seconds threshold) const;    // the service level
    double unanswered_within(Seconds threshold) const;  // its complement, accurate when small
    double waiting_after(Seconds t) const;              // P(still waits after t)
    double balked_within(Seconds threshold) const;      // P(hangs up at once, and would have been answered by then)
    double abandoned_share() const { return (1.0 - joins_) * wait_probability_; }
    Seconds wait_all() const;               // mean over all calls; here also the ASA if nobody hangs up
    Seconds wait_delayed() const;           // mean over those who are not answered at once
    Seconds wait_quantile(double p) const;  // smallest w with P(wait <= w) >= p
    double occupancy() const;
    double queue_mean() const;  // callers waiting
    double busy_mean() const;
    double answered_share() const;  // of an overload the part that agents can carry

  private:
    double agents_;
    double offered_;
    double joins_;  // share of those who find nobody free and wait
    double idle_;   // n - a': mean number of idle agents, if nobody hangs up
    double handling_time_s_;
    double wait_probability_ = 1.0;
    double at_once_ = 0.0;  // 1 - C without cancellation
    double ln_wait_probability_ = 0.0;
};

}  // namespace freiton::analytic
