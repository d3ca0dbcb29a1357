// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_callers.hpp"

#include <algorithm>

namespace freiton::analytic {

namespace {
constexpr double no_caller_left = 1e-15;
}

double answered_of(const TransientStates& integral, const ChainRates& rates) {
    const auto next = static_cast<std::size_t>(integral.agents);  // he is the first in the queue
    double answered = 0.0;
    for (std::size_t b = 0; b < integral.in_system.size(); ++b) {
        const std::vector<double>& row = integral.in_system[b];
        if (next >= row.size()) continue;
        const auto second = static_cast<double>(b);
        const double ends = (integral.agents - second) * rates.service * (1.0 - rates.goes_on) + second * rates.second;
        answered += ends * row[next];
    }
    return answered;
}

FollowedCallers::FollowedCallers(const TransientDemand& demand, const std::vector<int>& agents, std::size_t interval,
                                 double left_s, TransientFlow callers)
    : demand_{demand},
      agents_{agents},
      rates_{chain_rates(demand, 0.0)},
      interval_{interval},
      left_s_{left_s},
      flow_{std::move(callers)} {}

void FollowedCallers::follow(double seconds) {
    while (seconds > 0.0 && remaining() > no_caller_left) {
        if (left_s_ <= 0.0) go_on();
        const double step = std::min({seconds, left_s_, closed_spell_s(demand_)});
        advance(step);
        seconds -= step;
        left_s_ -= step;
    }
}

void FollowedCallers::advance(double seconds) {
    TransientCourse course = advanced(rates_, flow_, seconds);
    answered_ += answered_of(*course.integral.waiting, rates_);
    wait_s_ += course.integral.waiting->sum();
    if (course.integral.waited) answered_wait_s_ += answered_of(*course.integral.waited, rates_);
    flow_ = std::move(course.end);
    lose_stranded();
}

/// The end of an open interval, or of the closed time after it.
void FollowedCallers::go_on() {
    const double closed_s = demand_.closed_s[interval_];
    if (!closed_ && closed_s > 0.0) {
        closed_ = true;
        left_s_ = closed_s;
        if (demand_.at_close == AtClose::drop) *flow_.waiting *= 0.0;
        lose_stranded();
        return;
    }
    closed_ = false;
    ++interval_;
    left_s_ = demand_.interval_s;
    const bool hand_back = demand_.when_staff_drops == WhenStaffDrops::hand_back;
    flow_.waiting = with_agents(*flow_.waiting, agents_[interval_], hand_back);
    answered_ += take_answered(*flow_.waiting);
    if (!flow_.waited) return;
    flow_.waited = with_agents(*flow_.waited, agents_[interval_], hand_back);
    answered_wait_s_ += take_answered(*flow_.waited);
}

/// After closing nobody comes to those who have no agent left.
void FollowedCallers::lose_stranded() {
    if (closed_ && flow_.waiting->agents == 0) flow_.waiting->in_system.clear();
}

}  // namespace freiton::analytic
