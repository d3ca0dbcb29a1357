// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/tagged_caller.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace freiton::analytic {

namespace {

// One step of the uniformized chain; returns the weight that was answered in it.
double step(const TaggedCaller& caller, double pace, std::vector<std::vector<double>>& weight) {
    double answered = 0.0;
    std::vector<std::vector<double>> next(weight.size(), std::vector<double>(weight.front().size(), 0.0));
    for (std::size_t i = 0; i < weight.size(); ++i) {
        const double calls = static_cast<double>(i) * caller.call_rate / pace;
        const double items = (caller.agents - static_cast<double>(i)) * caller.item_rate / pace;
        for (std::size_t k = 0; k < weight[i].size(); ++k) {
            const double w = weight[i][k];
            if (w == 0.0) continue;
            const double before_him = static_cast<double>(k) * caller.abandon_rate / pace;
            const double he_himself = caller.abandon_rate / pace;
            next[i][k] += w * (1.0 - calls - items - before_him - he_himself);
            if (k == 0) {
                answered += w * (calls + items);
                continue;
            }
            next[i][k - 1] += w * (calls + before_him);
            if (items > 0.0) next[i + 1][k - 1] += w * items;
        }
    }
    weight.swap(next);
    return answered;
}

}  // namespace

double answered_within(const TaggedCaller& caller, std::vector<std::vector<double>> weight, double threshold_s) {
    const double most_waiting = static_cast<double>(weight.front().size());
    const double pace =
        caller.agents * std::max(caller.call_rate, caller.item_rate) + most_waiting * caller.abandon_rate;
    const double mean = pace * threshold_s;
    double tail = 1.0;               // P(more than so many steps)
    double log_probability = -mean;  // of exactly so many
    double answered = 0.0;
    for (int steps = 0; tail > 1e-16; ++steps) {
        tail -= std::exp(log_probability);
        log_probability += std::log(mean / (steps + 1.0));
        answered +=
            std::max(0.0, tail) * step(caller, pace, weight);  // answered in step k if more than k steps are made
        if (steps > mean + 40.0 * std::sqrt(mean) + 60.0) break;
    }
    return answered;
}

}  // namespace freiton::analytic
