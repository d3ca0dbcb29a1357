// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/analytic/poisson_weights.hpp"
#include "freiton/analytic/transient_carried.hpp"

namespace freiton::analytic {

namespace {

// What is left out. With two phases each number of callers has many states, and a step clears some of each.
struct Negligible {
    double too_little;    // weights below are taken for 0
    double seldom_s;      // seconds at the highest state, beyond which more states are needed
    double hardly_there;  // weight of a state that the next interval need not start from
};
constexpr Negligible negligible_of_one = {1e-19, 1e-12, 1e-16};
constexpr Negligible negligible_of_two = {1e-15, 1e-9, 1e-12};

// Mean handling time, and how much longer than with exponential ones the queue is.
struct Handling {
    double mean_s;
    double stretch;
};

Handling handling_of(const ChainRates& rates) {
    const double first_s = 1.0 / rates.service;
    if (rates.goes_on == 0.0) return {first_s, 1.0};
    const double second_s = 1.0 / rates.second;
    const double mean_s = first_s + rates.goes_on * second_s;
    return {mean_s, (first_s * first_s + rates.goes_on * second_s * (first_s + second_s)) / (mean_s * mean_s)};
}

// States from `from` callers on that are within reach in this time; an estimate, which is checked.
int within_reach(const ChainRates& rates, int agents, int from, double seconds, double hardly_there) {
    const Handling handling = handling_of(rates);
    const double served = agents / handling.mean_s;
    const double drift = std::max(0.0, rates.arrival - served) * seconds;
    const double farthest =
        from + drift + 9.0 * std::sqrt(std::max(1.0, handling.stretch) * (rates.arrival + served) * seconds) + 10.0;
    const double decay = 1.0 / (rates.abandon > 0.0 ? 0.75 + 0.25 * handling.stretch : handling.stretch);
    double weight = 1.0;
    int n = agents;  // all states that are likely in the long run
    for (; weight > hardly_there && n < farthest; ++n) {
        const double step = rates.arrival / (std::min(n + 1, agents) / handling.mean_s +
                                             std::max(0, n + 1 - agents) * rates.abandon + 1e-300);
        weight *= decay == 1.0 ? step : std::pow(step, decay);
    }
    return std::max(n, from) + 3;
}

TransientCourse carried_course(const ChainRates& rates, const TransientFlow& begin, double seconds,
                               const ChainExtent& extent, double& at_top) {
    std::optional<ChainSteps> of_everybody, of_marked;
    if (begin.everybody) of_everybody.emplace(rates, extent, false);
    if (begin.waiting) of_marked.emplace(rates, extent, true);
    const auto carried = [&](const std::optional<TransientStates>& states) {
        std::optional<CarriedStates> result;
        if (states) result.emplace(*states, extent);
        return result;
    };
    std::optional<CarriedStates> everybody = carried(begin.everybody);
    std::optional<CarriedStates> waiting = carried(begin.waiting);
    std::optional<CarriedStates> waited = carried(begin.waited);
    const std::array<std::optional<CarriedStates>*, 3> all = {&everybody, &waiting, &waited};
    const PoissonWeights weights = poisson_weights(extent.pace * seconds);
    for (std::size_t k = 0; k < weights.end(); ++k) {
        for (auto* one : all)
            if (*one) (*one)->count(weights.at(k), weights.more_than[k]);
        if (!everybody && waiting->empty() && (!waited || waited->empty())) break;
        if (everybody) everybody->step(*of_everybody);
        if (waiting) waiting->step(*of_marked);
        if (waited) waited->step(*of_marked);
        if (everybody && waiting) waiting->join(everybody->now(), rates.arrival / extent.pace, rates.lines);
        if (waited) waited->join(waiting->now(), 1.0 / extent.pace, std::numeric_limits<int>::max());
        for (auto* one : all)
            if (*one) (*one)->go_on();
    }
    TransientCourse result;
    if (everybody) result = {{.everybody = everybody->end()}, {.everybody = everybody->integral()}};
    if (waiting) result.end.waiting = waiting->end(), result.integral.waiting = waiting->integral();
    if (waited) result.end.waited = waited->end(), result.integral.waited = waited->integral();
    at_top = everybody ? everybody->weight_at_top() / extent.pace : 0.0;
    return result;
}

TransientCourse standing_still(const TransientFlow& begin, double seconds) {
    TransientCourse result{begin, begin};
    for (auto* one : {&result.integral.everybody, &result.integral.waiting, &result.integral.waited})
        if (*one) **one *= seconds;
    return result;
}

}  // namespace

TransientCourse advanced(const ChainRates& rates, const TransientFlow& begin, double seconds) {
    const TransientStates& leader = begin.everybody ? *begin.everybody : *begin.waiting;
    const bool two_phases = rates.goes_on > 0.0;
    const Negligible& least = two_phases ? negligible_of_two : negligible_of_one;
    ChainExtent extent{.agents = leader.agents,
                       .busiest = leader.most_busy(),
                       .two_phases = two_phases,
                       .too_little = least.too_little};
    for (const auto* one : {&begin.everybody, &begin.waiting, &begin.waited})
        if (*one) {
            extent.busiest = std::max(extent.busiest, (*one)->most_busy());
            extent.top = std::max(extent.top, (*one)->most_in_system(least.hardly_there));
        }
    extent.top = std::max(extent.top, extent.busiest);
    if (begin.everybody) {
        const int most = std::max(extent.agents, leader.most_in_system(least.hardly_there));
        extent.top = std::max(extent.top, within_reach(rates, extent.agents, most, seconds, least.hardly_there));
    }
    for (;;) {
        const bool all_lines = extent.top >= rates.lines;
        if (all_lines) extent.top = std::max(rates.lines, extent.busiest);
        extent.pace = rates.arrival + extent.busiest * std::max(rates.service, rates.second) +
                      (extent.top - extent.agents + 1) * rates.abandon;
        if (extent.pace * seconds == 0.0) return standing_still(begin, seconds);
        double at_top = 0.0;
        TransientCourse result = carried_course(rates, begin, seconds, extent, at_top);
        if (all_lines || at_top < least.seldom_s) return result;
        extent.top += two_phases ? 10 + (extent.top - extent.agents) / 5 : 50 + (extent.top - extent.agents) / 2;
    }
}

}  // namespace freiton::analytic
