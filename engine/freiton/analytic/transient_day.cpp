// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_day.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss.hpp>
#include <cmath>

#include "freiton/analytic/transient_callers.hpp"

namespace freiton::analytic {

namespace {

constexpr double nearly_empty = 1e-15;

struct ArrivalNode {
    double at_s;
    double weight_s;
};

// Nodes and weights of an integral from `from` to `to`, in rising order.
template <unsigned Order>
void add_nodes(double from, double to, double panels, std::vector<ArrivalNode>& nodes) {
    using Gauss = boost::math::quadrature::gauss<double, Order>;
    const double half = 0.5 * (to - from) / panels;
    const auto& abscissa = Gauss::abscissa();
    const auto& weight = Gauss::weights();
    for (double panel = 0.0; panel < panels; panel += 1.0) {
        const double middle = from + (2.0 * panel + 1.0) * half;
        for (std::size_t j = abscissa.size(); j-- > 0;)
            nodes.push_back({middle - half * abscissa[j], half * weight[j]});
        for (std::size_t j = 0; j < abscissa.size(); ++j)
            nodes.push_back({middle + half * abscissa[j], half * weight[j]});
    }
}

// What depends on the moment of arrival decays at most as fast as the chain has events. Gauss-Legendre integrates
// exp(-events x) over a panel to 1e-10 with 10 nodes for 10 events and with 30 nodes for 60.
void add_nodes(double from, double to, double pace, std::vector<ArrivalNode>& nodes) {
    const double events = pace * (to - from);
    if (events <= 10.0)
        add_nodes<10>(from, to, 1.0, nodes);
    else
        add_nodes<30>(from, to, std::ceil(events / 60.0), nodes);
}

// When those come who may still wait at the interval's end: pieces by the interval that they may see last.
std::vector<ArrivalNode> late_arrivals(double length, double threshold, double pace) {
    std::vector<ArrivalNode> nodes;
    double from = std::max(0.0, length - threshold);
    while (from < length) {
        const double seen = std::floor((from + threshold) / length + 1e-9) + 1.0;  // intervals, and the next begins
        const double to = std::min(length, seen * length - threshold);
        add_nodes(from, to, pace, nodes);
        from = to;
    }
    return nodes;
}

// The walk through one interval.
class IntervalWalk {
  public:
    IntervalWalk(const TransientDemand& demand, std::size_t interval, const std::vector<int>& agents,
                 const TransientStates& begin, TransientDepth depth)
        : demand_{demand},
          interval_{interval},
          agents_{agents},
          rates_{chain_rates(demand, demand.arrivals[interval])},
          spent_{.agents = agents[interval]},
          whole_{depth == TransientDepth::whole} {
        const bool hand_back = demand.when_staff_drops == WhenStaffDrops::hand_back;
        flow_.everybody = with_agents(begin, agents[interval], hand_back);
        if (whole_) flow_.waiting = flow_.waited = marked_.waiting = marked_.waited = spent_;
    }

    TransientInterval outcome() {
        if (rates_.arrival > 0.0) look_at_thresholds();
        go_to(demand_.interval_s);
        TransientInterval result{.end = *flow_.everybody};
        CallSums& sums = result.sums;
        sums.open_s = demand_.interval_s;
        sums.offered = demand_.arrivals[interval_];
        sums.load_s = sums.offered * demand_.handling_time.count();
        sums.blocked = rates_.arrival * sum_full(spent_, rates_.lines);
        sums.waited = rates_.arrival * where_callers_wait(spent_, rates_.lines).sum();
        sums.queue_s = spent_.sum_waiting();
        sums.busy_s = spent_.sum_busy();
        result.idle_s = spent_.sum_idle();
        result.queue_at_end = flow_.everybody->sum_waiting();
        const double at_once = std::max(0.0, sums.offered - sums.waited - sums.blocked);
        if (whole_) follow_everybody(at_once, sums);
        sums.in_time = at_once + in_time_ + (demand_.counting == Counting::early_counts ? early_ : 0.0);
        sums.level_base = demand_.counting == Counting::answered ? sums.answered : sums.offered;
        if (demand_.counting == Counting::offered_without_early) sums.level_base -= early_;
        return result;
    }

  private:
    void look_at_thresholds() {
        const double length = demand_.interval_s;
        const double threshold = demand_.threshold.count();
        if (length > threshold) {
            go_to(length - threshold);
            TransientStates early = spent_;
            follow_to_threshold(early *= rates_.arrival, length);  // within the interval it does not matter when
        }
        const double pace =
            rates_.arrival + agents_[interval_] * std::max(rates_.service, rates_.second) + rates_.abandon;
        TransientFlow late{.everybody = flow_.everybody};
        double at_s = now_s_;
        for (const ArrivalNode& node : late_arrivals(length, threshold, pace)) {
            late = advanced(rates_, late, node.at_s - at_s).end;
            at_s = node.at_s;
            TransientStates callers = *late.everybody;
            follow_to_threshold(callers *= rates_.arrival * node.weight_s, length - at_s);
        }
    }

    void go_to(double moment_s) {
        TransientCourse course = advanced(rates_, flow_, moment_s - now_s_);
        flow_ = std::move(course.end);
        now_s_ = moment_s;
        spent_ += *course.integral.everybody;
        if (!whole_) return;
        *marked_.waiting += *course.integral.waiting;
        *marked_.waited += *course.integral.waited;
    }

    void follow_to_threshold(const TransientStates& callers, double left_s) {
        TransientFlow waiting{.waiting = where_callers_wait(callers, rates_.lines)};
        const double all = waiting.waiting->sum();
        FollowedCallers followed{demand_, agents_, interval_, left_s, std::move(waiting)};
        followed.follow(demand_.threshold.count());
        in_time_ += followed.answered();
        early_ += all - followed.answered() - followed.remaining();
    }

    void follow_everybody(double at_once, CallSums& sums) {
        FollowedCallers later{demand_, agents_, interval_, 0.0, {.waiting = flow_.waiting, .waited = flow_.waited}};
        later.follow(infinity);
        sums.answered = at_once + answered_of(*marked_.waiting, rates_) + later.answered();
        sums.answered_wait_s = answered_of(*marked_.waited, rates_) + later.answered_wait_s();
        sums.admitted_wait_s = marked_.waiting->sum() + later.wait_s();
        sums.abandoned = std::max(0.0, sums.offered - sums.blocked - sums.answered);
    }

    const TransientDemand& demand_;
    std::size_t interval_;
    const std::vector<int>& agents_;
    ChainRates rates_;
    TransientFlow flow_{};
    TransientFlow marked_{};  // who waits, and how long he has waited: integrals over time
    TransientStates spent_;   // seconds in each state
    bool whole_;
    double now_s_ = 0.0;
    double in_time_ = 0.0;  // answered within the threshold, of those who wait
    double early_ = 0.0;    // lost within it
};

}  // namespace

TransientInterval TransientDay::interval(std::size_t i, const std::vector<int>& agents, const TransientStates& begin,
                                         TransientDepth depth) const {
    return IntervalWalk{demand_, i, agents, begin, depth}.outcome();
}

TransientStates TransientDay::before_next(std::size_t i, const TransientStates& end) const {
    double closed_s = demand_.closed_s[i];
    if (closed_s <= 0.0) return end;
    TransientFlow flow{.everybody = end};
    if (demand_.at_close == AtClose::drop) flow.everybody = without_waiting(end);
    const auto empty = [&] { return flow.everybody->sum() - flow.everybody->sum_empty() < nearly_empty; };
    while (closed_s > 0.0 && !empty()) {
        const double step = std::min(closed_s, closed_spell_s(demand_));
        flow = advanced(chain_rates(demand_, 0.0), flow, step).end;
        closed_s -= step;
        if (end.agents == 0) flow.everybody->in_system = {{flow.everybody->sum_in_system()}};  // nobody comes to them
    }
    return empty() ? TransientStates::nobody(end.agents) : *flow.everybody;
}

}  // namespace freiton::analytic
