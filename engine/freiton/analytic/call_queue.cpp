// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/call_queue.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::analytic {

namespace {

std::variant<ErlangC, ErlangA> make_queue(const CallStream& calls, Agents agents) {
    const Seconds stretched = calls.handling_time * ((1.0 + calls.handling_cv * calls.handling_cv) / 2.0);
    if (!calls.patience && !calls.lines) return ErlangC{agents, calls.load(), stretched, calls.balk};
    const double lines = calls.lines ? static_cast<double>(*calls.lines) : infinity;
    const Agents reachable{std::min(agents.value(), lines)};
    const double places = std::floor(lines - reachable.value() + 1e-9);  // whole ones, beside fractional agents
    return ErlangA{reachable,
                   calls.load(),
                   stretched,
                   calls.patience.value_or(Seconds{infinity}),
                   reachable.value() + places,
                   calls.balk,
                   calls.patience_law};
}

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

CallQueue::CallQueue(const CallStream& calls, Agents agents, double wait_factor)
    : rate_per_s_{calls.rate.per_second()},
      load_{calls.load().value()},
      wait_factor_{wait_factor},
      queue_{make_queue(calls, agents)} {
    EXPECTS(wait_factor >= 0.0);
}

bool CallQueue::stable() const {
    const auto* endless = std::get_if<ErlangC>(&queue_);
    return endless == nullptr || endless->stable();
}

double CallQueue::answered_share() const {
    if (wait_factor_ != 1.0) return std::max(0.0, 1.0 - abandoned_share() - blocked_share());
    return std::visit([](const auto& q) { return q.answered_share(); }, queue_);
}

double CallQueue::abandoned_share() const {
    return wait_factor_ * std::visit([](const auto& q) { return q.abandoned_share(); }, queue_);
}

double CallQueue::blocked_share() const {
    const auto* impatient = std::get_if<ErlangA>(&queue_);
    return impatient == nullptr ? 0.0 : wait_factor_ * impatient->blocked_share();
}

double CallQueue::ln_blocked_share() const {
    const auto* impatient = std::get_if<ErlangA>(&queue_);
    return impatient == nullptr ? -infinity : std::log(wait_factor_) + impatient->ln_blocked_share();
}

double CallQueue::ln_wait_probability() const {
    return std::log(wait_factor_) + std::visit([](const auto& q) { return q.ln_wait_probability(); }, queue_);
}

double CallQueue::wait_probability() const {
    return wait_factor_ * std::visit([](const auto& q) { return q.wait_probability(); }, queue_);
}

// The answered wait `asa` times their share in all; that sum grows with the factor, the share shrinks.
Seconds CallQueue::asa() const {
    if (const auto* endless = std::get_if<ErlangC>(&queue_)) {
        const double answered = answered_share();
        return answered > 0.0 ? wait_factor_ * endless->wait_all() / answered : endless->wait_all();
    }
    const auto& impatient = std::get<ErlangA>(queue_);
    if (wait_factor_ == 1.0) return impatient.asa();
    const double answered = answered_share();
    if (answered <= 0.0) return impatient.asa();
    return wait_factor_ * impatient.answered_share() * impatient.asa() / answered;
}

// Fewer are admitted where more find no line: of them so many more wait.
double CallQueue::factor_of_admitted() const {
    const auto* impatient = std::get_if<ErlangA>(&queue_);
    const double admitted = 1.0 - blocked_share();
    if (wait_factor_ == 1.0 || impatient == nullptr || admitted <= 0.0) return wait_factor_;
    return wait_factor_ * (1.0 - impatient->blocked_share()) / admitted;
}

Seconds CallQueue::wait_all() const {
    return factor_of_admitted() * std::visit([](const auto& q) { return q.wait_all(); }, queue_);
}

Seconds CallQueue::wait_delayed() const {
    return std::visit([](const auto& q) { return q.wait_delayed(); }, queue_);
}

WithinThreshold CallQueue::within(Seconds threshold) const {
    if (const auto* endless = std::get_if<ErlangC>(&queue_)) {
        const double answered = wait_factor_ == 1.0 ? endless->answered_within(threshold)
                                                    : 1.0 - wait_factor_ * endless->unanswered_within(threshold);
        return {answered, abandoned_share(), answered + wait_factor_ * endless->balked_within(threshold)};
    }
    const WithinThreshold alone = std::get<ErlangA>(queue_).within(threshold);
    if (wait_factor_ == 1.0) return alone;
    const auto more = [this](double share) { return std::max(0.0, 1.0 - wait_factor_ * (1.0 - share)); };
    return {more(alone.answered), wait_factor_ * alone.abandoned, more(alone.virtually)};
}

double CallQueue::waiting_after(Seconds t) const {
    return factor_of_admitted() * std::visit(Overloaded{[&](const ErlangC& q) { return q.waiting_after(t); },
                                                        [&](const ErlangA& q) { return q.waiting_after(t); }},
                                             queue_);
}

// Little's law, with the true arrival rate: the stretched handling time of the approximation has another.
double CallQueue::queue_mean() const {
    return rate_per_s_ > 0.0 ? rate_per_s_ * (1.0 - blocked_share()) * wait_all().count() : 0.0;
}

double CallQueue::busy_mean() const {
    if (wait_factor_ != 1.0) return load_ * answered_share();
    return std::visit([](const auto& q) { return q.busy_mean(); }, queue_);
}

LevelParts service_level_parts(const CallQueue& queue, Seconds threshold, Counting counting, double short_s) {
    const double left_out = short_s < 0.0 ? 0.0 : queue.within(Seconds{short_s}).abandoned;
    return service_level_parts(queue.within(threshold), queue.answered_share(), left_out, counting);
}

LevelParts service_level_parts(const WithinThreshold& w, double answered_share, double left_out, Counting counting) {
    switch (counting) {
        case Counting::offered:
            return {w.answered, 1.0 - left_out};
        case Counting::answered:
            return {w.answered, answered_share};
        case Counting::offered_without_early:
            return {w.answered, 1.0 - std::max(w.abandoned, left_out)};
        case Counting::early_counts:
            return {w.answered + std::max(0.0, w.abandoned - left_out), 1.0 - left_out};
        case Counting::virtual_wait:
            return {w.virtually, 1.0};
    }
    contract_violated("expects", "a known counting rule", __FILE__, __LINE__);
}

}  // namespace freiton::analytic
