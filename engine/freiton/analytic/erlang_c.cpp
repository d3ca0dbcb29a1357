// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_c.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "freiton/analytic/erlang_b.hpp"

namespace freiton::analytic {

ErlangC::ErlangC(Agents agents, Erlangs offered, Seconds handling_time, double balk)
    : agents_{agents.value()},
      offered_{offered.value()},
      joins_{1.0 - balk},
      idle_{agents_ - offered_ * joins_},
      handling_time_s_{handling_time.count()} {
    EXPECTS(handling_time_s_ > 0.0 && balk >= 0.0 && balk <= 1.0);
    if (!stable()) return;
    if (offered_ == 0.0) {
        wait_probability_ = 0.0;
        at_once_ = 1.0;
        ln_wait_probability_ = -infinity;
        return;
    }
    const ReciprocalBlocking reciprocal = reciprocal_blocking(agents, offered);
    if (std::isfinite(reciprocal.value)) {
        const double denominator = idle_ * reciprocal.value + offered_ * joins_;
        wait_probability_ = agents_ / denominator;
        at_once_ = idle_ * reciprocal.minus_one / denominator;
        ln_wait_probability_ = wait_probability_ < 0.5 ? std::log(wait_probability_) : std::log1p(-at_once_);
    } else {  // B is below the smallest double: C = n B / (n - a)
        ln_wait_probability_ = std::log(agents_ / idle_) - reciprocal.ln;
        wait_probability_ = std::exp(ln_wait_probability_);
        at_once_ = 1.0;
    }
}

double ErlangC::unanswered_within(Seconds threshold) const {
    if (!stable()) return 1.0;
    if (joins_ < 1.0) return std::min(1.0, abandoned_share() + waiting_after(threshold));
    return std::min(1.0, std::exp(ln_wait_probability_ - idle_ * threshold.count() / handling_time_s_));
}

double ErlangC::waiting_after(Seconds t) const {
    if (!stable()) return joins_;
    return std::min(1.0, joins_ * std::exp(ln_wait_probability_ - idle_ * t.count() / handling_time_s_));
}

double ErlangC::balked_within(Seconds threshold) const {
    if (!stable()) return 0.0;
    return -abandoned_share() * std::expm1(-idle_ * threshold.count() / handling_time_s_);
}

double ErlangC::answered_within(Seconds threshold) const {
    if (!stable()) return 0.0;
    // 1 - C e^-x without balking, written as a sum of positive parts
    return std::min(1.0,
                    at_once_ - joins_ * wait_probability_ * std::expm1(-idle_ * threshold.count() / handling_time_s_));
}

Seconds ErlangC::wait_delayed() const {
    if (!stable()) return Seconds{infinity};
    return Seconds{idle_ > 0.0 ? joins_ * handling_time_s_ / idle_ : 0.0};
}

Seconds ErlangC::wait_all() const { return stable() ? wait_probability_ * wait_delayed() : Seconds{infinity}; }

Seconds ErlangC::wait_quantile(double p) const {
    EXPECTS(p >= 0.0 && p < 1.0);
    if (!stable()) return Seconds{infinity};
    if (offered_ == 0.0) return Seconds{0.0};
    return handling_time_s_ / idle_ * Seconds{std::max(0.0, ln_wait_probability_ + std::log(joins_) - std::log1p(-p))};
}

double ErlangC::occupancy() const {
    if (agents_ == 0.0) return offered_ > 0.0 ? 1.0 : 0.0;
    return std::min(1.0, busy_mean() / agents_);
}

double ErlangC::queue_mean() const {
    if (!stable()) return infinity;
    return offered_ == 0.0 ? 0.0 : wait_probability_ * offered_ * joins_ / idle_;
}

double ErlangC::answered_share() const { return stable() ? 1.0 - abandoned_share() : agents_ / offered_; }

double ErlangC::busy_mean() const { return std::min(offered_ * answered_share(), agents_); }

}  // namespace freiton::analytic
