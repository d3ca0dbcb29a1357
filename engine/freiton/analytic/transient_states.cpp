// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_states.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace freiton::analytic {

namespace {

void add_weights(std::vector<double>& to, const std::vector<double>& from, std::size_t shift = 0) {
    if (to.size() < from.size() + shift) to.resize(from.size() + shift, 0.0);
    for (std::size_t j = 0; j < from.size(); ++j) to[j + shift] += from[j];
}

// Calls `each` with weight, busy agents and callers waiting of every state.
template <class Each>
void for_each_state(const TransientStates& states, const Each& each) {
    const auto agents = static_cast<std::size_t>(states.agents);
    for (std::size_t n = 0; n < states.in_system.size(); ++n)
        each(states.in_system[n], std::min(n, agents), n - std::min(n, agents));
    for (std::size_t k = 0; k < states.leaving.size(); ++k)
        for (std::size_t q = 0; q < states.leaving[k].size(); ++q) each(states.leaving[k][q], agents + 1 + k, q);
}

template <class Value>
double weighted_sum(const TransientStates& states, const Value& value) {
    double sum = 0.0;
    for_each_state(states, [&](double weight, std::size_t busy, std::size_t waiting) {
        sum += weight * static_cast<double>(value(busy, waiting));
    });
    return sum;
}

}  // namespace

double TransientStates::sum() const {
    return weighted_sum(*this, [](std::size_t, std::size_t) { return 1; });
}
double TransientStates::sum_in_system() const { return std::accumulate(in_system.begin(), in_system.end(), 0.0); }
double TransientStates::sum_waiting() const {
    return weighted_sum(*this, [](std::size_t, std::size_t waiting) { return waiting; });
}
double TransientStates::sum_busy() const {
    return weighted_sum(*this, [](std::size_t busy, std::size_t) { return busy; });
}
double TransientStates::sum_idle() const {
    const auto there = static_cast<std::size_t>(agents);
    return weighted_sum(*this, [&](std::size_t busy, std::size_t) { return there - std::min(there, busy); });
}

TransientStates& TransientStates::operator+=(const TransientStates& other) {
    add_weights(in_system, other.in_system);
    if (leaving.size() < other.leaving.size()) leaving.resize(other.leaving.size());
    for (std::size_t k = 0; k < other.leaving.size(); ++k) add_weights(leaving[k], other.leaving[k]);
    return *this;
}

TransientStates& TransientStates::operator*=(double factor) {
    for (double& weight : in_system) weight *= factor;
    for (auto& layer : leaving)
        for (double& weight : layer) weight *= factor;
    return *this;
}

int TransientStates::most_in_system(double least) const {
    std::size_t most = 0;
    for_each_state(*this, [&](double weight, std::size_t busy, std::size_t waiting) {
        if (weight > least) most = std::max(most, busy + waiting);
    });
    return static_cast<int>(most);
}

TransientStates with_agents(const TransientStates& before, int agents, bool hand_back) {
    TransientStates after{.agents = agents};
    const auto there = static_cast<std::size_t>(agents);
    for_each_state(before, [&](double weight, std::size_t busy, std::size_t waiting) {
        if (weight == 0.0) return;
        const bool some_leave = busy > there && !hand_back;
        if (some_leave && after.leaving.size() < busy - there) after.leaving.resize(busy - there);
        std::vector<double>& layer = some_leave ? after.leaving[busy - there - 1] : after.in_system;
        const std::size_t at = some_leave ? waiting : busy + waiting;
        if (layer.size() <= at) layer.resize(at + 1, 0.0);
        layer[at] += weight;
    });
    return after;
}

TransientStates where_callers_wait(const TransientStates& states, int lines) {
    TransientStates waiting = states;
    const auto keep = [&](std::vector<double>& layer, int busy, int first) {
        for (int j = 0; j < static_cast<int>(layer.size()); ++j)
            if (j < first || busy + j >= lines) layer[static_cast<std::size_t>(j)] = 0.0;
    };
    keep(waiting.in_system, 0, states.agents);
    for (std::size_t k = 0; k < waiting.leaving.size(); ++k)
        keep(waiting.leaving[k], states.agents + 1 + static_cast<int>(k), 0);
    return waiting;
}

TransientStates without_waiting(const TransientStates& states) {
    TransientStates served{.agents = states.agents, .in_system = {}, .leaving = {}};
    served.leaving.resize(states.leaving.size());
    for_each_state(states, [&](double weight, std::size_t busy, std::size_t) {
        const bool some_leave = busy > static_cast<std::size_t>(states.agents);
        std::vector<double>& layer =
            some_leave ? served.leaving[busy - static_cast<std::size_t>(states.agents) - 1] : served.in_system;
        const std::size_t at = some_leave ? 0 : busy;
        if (layer.size() <= at) layer.resize(at + 1, 0.0);
        layer[at] += weight;
    });
    return served;
}

double sum_full(const TransientStates& states, int lines) {
    return weighted_sum(states, [&](std::size_t busy, std::size_t waiting) {
        return busy + waiting >= static_cast<std::size_t>(lines) ? 1 : 0;
    });
}

double take_answered(TransientStates& states) {
    const auto end = states.in_system.begin() + std::min<std::ptrdiff_t>(states.agents, std::ssize(states.in_system));
    const double answered = std::accumulate(states.in_system.begin(), end, 0.0);
    std::fill(states.in_system.begin(), end, 0.0);
    return answered;
}

}  // namespace freiton::analytic
