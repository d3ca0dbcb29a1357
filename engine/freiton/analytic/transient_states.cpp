// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_states.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

namespace freiton::analytic {

namespace {

// Calls `each` with weight, busy agents, how many of their calls are in the second phase, and callers waiting.
template <class Each>
void for_each_state(const TransientStates& states, const Each& each) {
    const auto agents = static_cast<std::size_t>(states.agents);
    for (std::size_t b = 0; b < states.in_system.size(); ++b)
        for (std::size_t n = 0; n < states.in_system[b].size(); ++n)
            each(states.in_system[b][n], std::min(n, agents), b, n - std::min(n, agents));
    for (std::size_t k = 0; k < states.leaving.size(); ++k)
        for (std::size_t b = 0; b < states.leaving[k].size(); ++b)
            for (std::size_t q = 0; q < states.leaving[k][b].size(); ++q)
                each(states.leaving[k][b][q], agents + 1 + k, b, q);
}

template <class Value>
double weighted_sum(const TransientStates& states, const Value& value) {
    double sum = 0.0;
    for_each_state(states, [&](double weight, std::size_t busy, std::size_t, std::size_t waiting) {
        sum += weight * static_cast<double>(value(busy, waiting));
    });
    return sum;
}

void add_rows(PhaseRows& to, const PhaseRows& from) {
    if (to.size() < from.size()) to.resize(from.size());
    for (std::size_t b = 0; b < from.size(); ++b) {
        if (to[b].size() < from[b].size()) to[b].resize(from[b].size(), 0.0);
        for (std::size_t j = 0; j < from[b].size(); ++j) to[b][j] += from[b][j];
    }
}

void add_weight(PhaseRows& to, std::size_t second, std::size_t at, double weight) {
    if (to.size() <= second) to.resize(second + 1);
    if (to[second].size() <= at) to[second].resize(at + 1, 0.0);
    to[second][at] += weight;
}

double row_difference(const PhaseRows& a, const PhaseRows& b) {
    const std::vector<double> nothing;
    double sum = 0.0;
    for (std::size_t s = 0; s < std::max(a.size(), b.size()); ++s) {
        const std::vector<double>& x = s < a.size() ? a[s] : nothing;
        const std::vector<double>& y = s < b.size() ? b[s] : nothing;
        for (std::size_t j = 0; j < std::max(x.size(), y.size()); ++j)
            sum += std::abs((j < x.size() ? x[j] : 0.0) - (j < y.size() ? y[j] : 0.0));
    }
    return sum;
}

}  // namespace

double TransientStates::sum() const {
    return weighted_sum(*this, [](std::size_t, std::size_t) { return 1; });
}
double TransientStates::sum_in_system() const {
    double sum = 0.0;
    for (const auto& row : in_system) sum = std::accumulate(row.begin(), row.end(), sum);
    return sum;
}
double TransientStates::sum_empty() const {
    return in_system.empty() || in_system.front().empty() ? 0.0 : in_system.front().front();
}
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
    add_rows(in_system, other.in_system);
    if (leaving.size() < other.leaving.size()) leaving.resize(other.leaving.size());
    for (std::size_t k = 0; k < other.leaving.size(); ++k) add_rows(leaving[k], other.leaving[k]);
    return *this;
}

TransientStates& TransientStates::operator*=(double factor) {
    const auto scale = [&](PhaseRows& rows) {
        for (auto& row : rows)
            for (double& weight : row) weight *= factor;
    };
    scale(in_system);
    for (auto& layer : leaving) scale(layer);
    return *this;
}

int TransientStates::most_in_system(double least) const {
    std::size_t most = 0;
    for_each_state(*this, [&](double weight, std::size_t busy, std::size_t, std::size_t waiting) {
        if (weight > least) most = std::max(most, busy + waiting);
    });
    return static_cast<int>(most);
}

TransientStates with_agents(const TransientStates& before, int agents, bool hand_back) {
    TransientStates after{.agents = agents};
    const auto there = static_cast<std::size_t>(agents);
    for_each_state(before, [&](double weight, std::size_t busy, std::size_t second, std::size_t waiting) {
        if (weight == 0.0) return;
        const bool some_leave = busy > there && !hand_back;
        if (some_leave && after.leaving.size() < busy - there) after.leaving.resize(busy - there);
        PhaseRows& layer = some_leave ? after.leaving[busy - there - 1] : after.in_system;
        add_weight(layer, second, some_leave ? waiting : busy + waiting, weight);
    });
    return after;
}

TransientStates where_callers_wait(const TransientStates& states, int lines) {
    TransientStates waiting = states;
    const auto keep = [&](PhaseRows& layer, int busy, int first) {
        for (auto& row : layer)
            for (int j = 0; j < static_cast<int>(row.size()); ++j)
                if (j < first || busy + j >= lines) row[static_cast<std::size_t>(j)] = 0.0;
    };
    keep(waiting.in_system, 0, states.agents);
    for (std::size_t k = 0; k < waiting.leaving.size(); ++k)
        keep(waiting.leaving[k], states.agents + 1 + static_cast<int>(k), 0);
    return waiting;
}

TransientStates without_waiting(const TransientStates& states) {
    TransientStates served{.agents = states.agents, .in_system = {}, .leaving = {}};
    served.leaving.resize(states.leaving.size());
    for_each_state(states, [&](double weight, std::size_t busy, std::size_t second, std::size_t) {
        const bool some_leave = busy > static_cast<std::size_t>(states.agents);
        PhaseRows& layer =
            some_leave ? served.leaving[busy - static_cast<std::size_t>(states.agents) - 1] : served.in_system;
        add_weight(layer, second, some_leave ? 0 : busy, weight);
    });
    return served;
}

double sum_full(const TransientStates& states, int lines) {
    return weighted_sum(states, [&](std::size_t busy, std::size_t waiting) {
        return busy + waiting >= static_cast<std::size_t>(lines) ? 1 : 0;
    });
}

double take_answered(TransientStates& states) {
    double answered = 0.0;
    for (auto& row : states.in_system) {
        const auto end = row.begin() + std::min<std::ptrdiff_t>(states.agents, std::ssize(row));
        answered = std::accumulate(row.begin(), end, answered);
        std::fill(row.begin(), end, 0.0);
    }
    return answered;
}

double weight_difference(const TransientStates& a, const TransientStates& b) {
    if (a.agents != b.agents) return std::numeric_limits<double>::infinity();
    double sum = row_difference(a.in_system, b.in_system);
    const PhaseRows nothing;
    for (std::size_t k = 0; k < std::max(a.leaving.size(), b.leaving.size()); ++k)
        sum += row_difference(k < a.leaving.size() ? a.leaving[k] : nothing,
                              k < b.leaving.size() ? b.leaving[k] : nothing);
    return sum;
}

}  // namespace freiton::analytic
