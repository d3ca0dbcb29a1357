// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_a.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/analytic/erlang_b.hpp"
#include "freiton/analytic/stage_sums.hpp"
#include "freiton/analytic/wait_density.hpp"

namespace freiton::analytic {

namespace {

// With more arrivals, or overloads, the integrals are cheaper than the states, and just as exact
// (ErlangA.StatesAndIntegralsAgree); in a deep overload more so, as both sides then have the same scale.
bool few_states(QueueShape shape) {
    return (shape.y <= 4000.0 && shape.y - shape.c <= 100.0) || shape.y < 0.9 * shape.c;
}

QueueSums sums_of(const WaitIntegrals& all, double c, double ln_scale) {
    return {ln_scale, c * all.mass, c * all.served, c * all.abandoned, c * all.served_wait, c * all.abandoned_wait,
            0.0};
}

double ratio_or(double numerator, double denominator, double otherwise) {
    return denominator > 0.0 ? numerator / denominator : otherwise;
}

}  // namespace

ErlangA::ErlangA(Agents agents, Erlangs offered, Seconds handling_time, Seconds patience, double lines, double balk,
                 const std::shared_ptr<const PatienceLaw>& law)
    : agents_{agents.value()},
      offered_{offered.value()},
      handling_time_s_{handling_time.count()},
      patience_s_{patience.count()},
      places_{lines - agents_},
      joins_{1.0 - balk},
      law_{law} {
    EXPECTS(handling_time_s_ > 0.0 && patience_s_ > 0.0 && places_ >= 0.0);
    EXPECTS(!endless() || std::isfinite(places_));
    EXPECTS(balk >= 0.0 && balk <= 1.0);
    EXPECTS(!law_ || (std::isinf(places_) && !endless()));
    const double patience_in_handling_times = patience_s_ / handling_time_s_;
    shape_ = {agents_ * patience_in_handling_times, offered_ * joins_ * patience_in_handling_times};
    if (agents_ == 0.0 || offered_ == 0.0) {
        settle_degenerate();
        ln_wait_probability_ = std::log(wait_probability_);
        ln_blocked_share_ = std::log(blocked_share_);
        return;
    }
    if (law_ && shape_.y > 0.0) wait_.emplace(shape_, law_);
    const ReciprocalBlocking reciprocal = reciprocal_blocking(agents, offered);
    const QueueSums sums = queue_sums(places_);
    const double unit_s = endless() ? handling_time_s_ / agents_ : patience_s_;
    const double not_busy = std::isfinite(reciprocal.minus_one) ? reciprocal.minus_one : 1.0;
    const double ln_not_busy = std::isfinite(reciprocal.minus_one) ? 0.0 : reciprocal.ln;
    const double ln_largest = std::max(sums.ln_scale, ln_not_busy);
    const double all =
        not_busy * std::exp(ln_not_busy - ln_largest) + (sums.mass + sums.last) * std::exp(sums.ln_scale - ln_largest);
    all_ = all;
    ln_all_scale_ = ln_largest;
    const double to_share = std::exp(sums.ln_scale - ln_largest) / all;
    at_once_ = not_busy * std::exp(ln_not_busy - ln_largest) / all;
    wait_probability_ = sums.mass * to_share;
    abandoned_share_ = (joins_ * sums.abandoned + (1.0 - joins_) * sums.mass) * to_share;
    blocked_share_ = sums.last * to_share;
    const double ln_to_share = sums.ln_scale - ln_largest - std::log(all);
    ln_blocked_share_ = std::log(sums.last) + ln_to_share;
    ln_wait_probability_ =
        wait_probability_ > 0.5 ? std::log1p(-(at_once_ + blocked_share_)) : std::log(sums.mass) + ln_to_share;
    answered_share_ = at_once_ + joins_ * sums.served * to_share;
    served_wait_s_ = joins_ * sums.served_wait * to_share * unit_s;
    abandoned_wait_s_ = joins_ * sums.abandoned_wait * to_share * unit_s;
}

bool ErlangA::endless() const { return !std::isfinite(patience_s_); }

void ErlangA::settle_degenerate() {
    if (offered_ == 0.0) {  // nobody is there to wait
        at_once_ = agents_ > 0.0 ? 1.0 : 0.0;
        return;
    }
    answered_share_ = 0.0;
    blocked_share_ = endless() ? 1.0 : 0.0;
    if (std::isfinite(places_) && !endless())  // callers hold a line for as long as their patience lasts
        blocked_share_ = blocking_probability(Agents{places_}, Erlangs{shape_.y}).value();
    wait_probability_ = abandoned_share_ = 1.0 - blocked_share_;
    if (abandoned_share_ > 0.0) abandoned_wait_s_ = joins_ * abandoned_share_ * patience_s_;
}

QueueSums ErlangA::queue_sums(double places) const {
    if (endless()) return sum_endless_queue_states(offered_ * joins_ / agents_, places);
    if (wait_) return sums_of(wait_->between(0.0, infinity), shape_.c, wait_->ln_scale());
    if (few_states(shape_) || std::isfinite(places)) return sum_queue_states(shape_, places);
    return sums_of(integrate_wait_density(shape_, 0.0, infinity, true), shape_.c, largest_exponent(shape_));
}

double ErlangA::gone_by(double v) const { return law_ ? law_->upto(v).ended : -std::expm1(-v); }
double ErlangA::still_there(double v) const { return law_ ? law_->upto(v).lasts : std::exp(-v); }

Seconds ErlangA::asa() const {
    return Seconds{ratio_or(served_wait_s_, answered_share_, agents_ == 0.0 ? infinity : 0.0)};
}

Seconds ErlangA::wait_all() const {
    return Seconds{ratio_or(served_wait_s_ + abandoned_wait_s_, 1.0 - blocked_share_,
                            agents_ == 0.0 && offered_ > 0.0 ? infinity : 0.0)};
}

Seconds ErlangA::wait_abandoned() const { return Seconds{ratio_or(abandoned_wait_s_, abandoned_share_, 0.0)}; }

Seconds ErlangA::wait_delayed() const {
    return Seconds{ratio_or(served_wait_s_ + abandoned_wait_s_, wait_probability_, 0.0)};
}

double ErlangA::occupancy() const { return agents_ > 0.0 ? std::min(1.0, busy_mean() / agents_) : 0.0; }

double ErlangA::queue_mean() const { return (served_wait_s_ + abandoned_wait_s_) * offered_ / handling_time_s_; }

WithinThreshold ErlangA::within(Seconds threshold) const {
    const double t = threshold.count();
    EXPECTS(t >= 0.0);
    if (offered_ == 0.0) return {at_once_, 0.0, at_once_};
    const double balked = (1.0 - joins_) * wait_probability_;
    if (agents_ == 0.0) return {0.0, balked + joins_ * abandoned_share_ * gone_by(t / patience_s_), 0.0};
    if (t == 0.0) return {at_once_, balked + joins_ * wait_probability_ * gone_by(0.0), at_once_};
    const WithinThreshold joining = endless()                ? within_limited_endless(t / handling_time_s_)
                                    : std::isfinite(places_) ? within_limited(t / patience_s_)
                                                             : within_unlimited(t / patience_s_);
    if (joins_ == 1.0) return joining;
    return {at_once_ + joins_ * (joining.answered - at_once_), balked + joins_ * joining.abandoned, joining.virtually};
}

// The next three as if everybody joined the queue that the others leave. The virtual wait has the density exp(y (1 -
// e^-v) - c v) c / all, or that of OfferedWait.
WithinThreshold ErlangA::within_unlimited(double v) const {
    const WaitIntegrals until = wait_ ? wait_->between(0.0, v) : integrate_wait_density(shape_, 0.0, v, false);
    const double ln_scale = wait_ ? wait_->ln_scale() : largest_exponent(shape_);
    const double to_share = shape_.c * std::exp(ln_scale - ln_all_scale_) / all_;
    const double beyond = std::max(0.0, wait_probability_ - until.mass * to_share);
    return {std::min(1.0, at_once_ + until.served * to_share), until.abandoned * to_share + gone_by(v) * beyond,
            std::min(1.0, at_once_ + until.mass * to_share)};
}

// With k callers ahead the virtual wait is over after k + 1 stages of rates c + k, ..., c. The number of stages passed
// by the time v is negative binomial (Poisson if nobody gives up).
WithinThreshold ErlangA::within_limited(double v) const {
    const auto share = [&](double ln_sum) { return std::exp(ln_sum - ln_all_scale_) / all_; };
    const double c = shape_.c;  // no structured binding: clang 14 cannot capture it
    const double y = shape_.y;
    const double gone = -std::expm1(-v);
    const double answered =
        share(std::log(c / (c + 1.0)) + ln_stage_sum(
                                            -(c + 1.0) * v, places_, 0.0,
                                            [&](double i) { return (c + 1.0 + i) * gone / (i + 1.0); },
                                            [&](double k) { return y / (c + k + 2.0); }));
    const auto stages = [&](double i) { return (c + i) * gone / (i + 1.0); };
    const double virtually =
        share(ln_stage_sum(-c * v, places_, 0.0, stages, [&](double k) { return y / (c + k + 1.0); }));
    const double gone_before = share(-std::log(c + 1.0) + ln_stage_sum(-c * v, places_, 1.0, stages, [&](double k) {
        return y / (c + k + 2.0) * (k + 2.0) / (k + 1.0);
    }));
    const double beyond = std::max(0.0, wait_probability_ - virtually);
    return {at_once_ + answered, gone_before + gone * beyond, at_once_ + virtually};
}

WithinThreshold ErlangA::within_limited_endless(double handling_times) const {
    const double stages_mean = agents_ * handling_times;
    const double load_per_agent = offered_ * joins_ / agents_;
    const double ln_sum = ln_stage_sum(
        -stages_mean, places_, 0.0, [&](double i) { return stages_mean / (i + 1.0); },
        [&](double) { return load_per_agent; });
    const double answered = std::min(1.0, at_once_ + std::exp(ln_sum - ln_all_scale_) / all_);
    return {answered, 0.0, answered};
}

double ErlangA::waiting_after(Seconds t) const {
    if (offered_ == 0.0) return 0.0;
    const double still_here = still_there(t.count() / patience_s_);
    if (agents_ == 0.0) return joins_ * ratio_or(abandoned_share_, 1.0 - blocked_share_, 0.0) * still_here;
    const WithinThreshold done = within(t);
    const double beyond = std::max(0.0, wait_probability_ + at_once_ - done.virtually);
    return joins_ * ratio_or(beyond, 1.0 - blocked_share_, 0.0) * still_here;
}

}  // namespace freiton::analytic
