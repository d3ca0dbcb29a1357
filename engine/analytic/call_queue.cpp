// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/call_queue.hpp"

#include <cmath>

namespace freiton::analytic {

namespace {

std::variant<ErlangC, ErlangA> make_queue(const CallDemand& demand, Agents agents) {
    if (demand.patience) return ErlangA{agents, demand.load(), demand.handling_time, *demand.patience};
    return ErlangC{agents, demand.load(), demand.handling_time};
}

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

CallQueue::CallQueue(const CallDemand& demand, Agents agents) : queue_{make_queue(demand, agents)} {}

bool CallQueue::stable() const {
    const auto* endless = std::get_if<ErlangC>(&queue_);
    return endless == nullptr || endless->stable();
}

double CallQueue::answered_within(Seconds threshold) const {
    return std::visit(Overloaded{[&](const ErlangC& q) { return q.answered_within(threshold); },
                                 [&](const ErlangA& q) { return q.within(threshold).answered; }},
                      queue_);
}

double CallQueue::answered_share() const {
    return std::visit(Overloaded{[](const ErlangC& q) { return q.answered_share(); },
                                 [](const ErlangA& q) { return q.answered_share(); }},
                      queue_);
}

double CallQueue::abandoned_share() const {
    return std::visit(
        Overloaded{[](const ErlangC&) { return 0.0; }, [](const ErlangA& q) { return q.abandoned_share(); }}, queue_);
}

double CallQueue::blocked_share() const {
    return std::visit(
        Overloaded{[](const ErlangC&) { return 0.0; }, [](const ErlangA& q) { return q.blocked_share(); }}, queue_);
}

double CallQueue::wait_probability() const {
    return std::visit([](const auto& q) { return q.wait_probability(); }, queue_);
}

Seconds CallQueue::asa() const {
    return std::visit(
        Overloaded{[](const ErlangC& q) { return q.wait_all(); }, [](const ErlangA& q) { return q.asa(); }}, queue_);
}

Seconds CallQueue::wait_all() const {
    return std::visit([](const auto& q) { return q.wait_all(); }, queue_);
}

double CallQueue::waiting_after(Seconds t) const {
    return std::visit(Overloaded{[&](const ErlangC& q) { return q.unanswered_within(t); },
                                 [&](const ErlangA& q) { return q.waiting_after(t); }},
                      queue_);
}

double CallQueue::queue_mean() const {
    return std::visit([](const auto& q) { return q.queue_mean(); }, queue_);
}

double CallQueue::busy_mean() const {
    return std::visit([](const auto& q) { return q.busy_mean(); }, queue_);
}

std::optional<int> fewest_agents(const CallDemand& demand, Share answered, Seconds within, int least, int most) {
    EXPECTS(0 <= least && least <= most);
    if (demand.load().value() == 0.0) return least;
    const auto enough = [&](int agents) {
        return CallQueue{demand, Agents{static_cast<double>(agents)}}.answered_within(within) >= answered.value();
    };
    if (enough(least)) return least;
    // The answer lies near the load: steps that double from there bracket it, halving finds it.
    int too_few = least;
    int step = 1;
    int candidate = std::max(least + 1, static_cast<int>(std::min<double>(most, demand.load().value())));
    while (candidate < most && !enough(candidate)) {
        too_few = candidate;
        candidate = most - candidate > step ? candidate + step : most;
        step *= 2;
    }
    if (candidate >= most) {
        candidate = most;
        if (most == least || !enough(most)) return std::nullopt;
    }
    while (candidate - too_few > 1) {
        const int middle = too_few + (candidate - too_few) / 2;
        (enough(middle) ? candidate : too_few) = middle;
    }
    return candidate;
}

}  // namespace freiton::analytic
