// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_steps.hpp"

#include <algorithm>

namespace freiton::analytic {

ChainSteps::ChainSteps(const ChainRates& rates, const ChainExtent& extent, bool marked)
    : extent_{extent}, marked_{marked}, nobody_(static_cast<std::size_t>(extent.top) + 3, 0.0) {
    for (int busy = extent.agents; busy <= extent.busiest; ++busy)
        layers_.push_back(of_layer(rates, extent, busy, marked));
}

void ChainSteps::step(const StateLayers& from, StateLayers& to) const {
    for (std::size_t k = 0; k < layers_.size(); ++k) {
        const StateLayer& own = from[k];
        const StateLayer* above = k + 1 < layers_.size() && !from[k + 1].empty() ? &from[k + 1] : nullptr;
        const std::ptrdiff_t most = std::ssize(own.rows) - 1;
        std::ptrdiff_t low = own.empty() ? most + 1 : std::max<std::ptrdiff_t>(0, own.low - (k == 0 ? 1 : 0));
        std::ptrdiff_t high = own.empty() ? -1 : std::min(most, own.high + 1);
        if (above != nullptr) {
            low = std::min(low, std::max<std::ptrdiff_t>(0, above->low - 1));
            high = std::max(high, std::min(most, above->high));
        }
        StateLayer& then = to[k];
        for (std::ptrdiff_t b = then.low; b <= then.high; ++b)
            if (b < low || b > high) then[b].clear();
        for (std::ptrdiff_t b = low; b <= high; ++b) into_row(from, k, b, then[b]);
        then.low = low;
        then.high = high;
        then.trim();
    }
}

ChainSteps::LayerRates ChainSteps::of_layer(const ChainRates& rates, const ChainExtent& extent, int busy, bool marked) {
    const bool leaving = busy > extent.agents;
    const int first = leaving ? busy : 0;  // callers in the system at index 0
    const std::vector<double> none(static_cast<std::size_t>(extent.top - first) + 3, 0.0);
    const double ends = 1.0 - rates.goes_on;
    const double service = rates.service / extent.pace;
    LayerRates layer{none, none, none, none};
    layer.second = rates.second / extent.pace;
    layer.stay_less = layer.second - service;
    layer.on_less = rates.goes_on * service;
    if (leaving) {
        layer.leave = busy * rates.service / extent.pace * ends;
        layer.leave_less = service * ends;
    } else
        layer.down_less = service * ends;
    for (int n = first; n <= extent.top; ++n) {
        const auto j = static_cast<std::size_t>(n - first) + 1;
        const int served = std::min(n, busy);
        const double gives_up = (n - served) * rates.abandon / extent.pace;
        const double himself = marked ? rates.abandon / extent.pace : 0.0;
        const double done = served * rates.service / extent.pace;
        const bool may_come = !marked && n < std::min(rates.lines, extent.top);
        layer.up[j] = may_come ? rates.arrival / extent.pace : 0.0;
        layer.down[j] = gives_up + (leaving ? 0.0 : done * ends);
        layer.on[j] = done * rates.goes_on;
        layer.stay[j] = 1.0 - layer.up[j] - gives_up - done - himself;
    }
    return layer;
}

ChainSteps::Bounds ChainSteps::reached(const StateLayers& from, std::size_t k, std::ptrdiff_t b) const {
    const std::ptrdiff_t last = extent_.last(k);
    Bounds bounds{last + 1, -1};
    bounds.include(from[k], b, -1, 1);
    if (extent_.two_phases) {
        bounds.include(from[k], b - 1, 0, 0);
        if (k == 0) bounds.include(from[k], b + 1, -1, -1);
    }
    if (k + 1 < layers_.size()) {
        const std::ptrdiff_t shift = k == 0 ? extent_.agents : 0;
        bounds.include(from[k + 1], b, shift, shift);
        if (extent_.two_phases) bounds.include(from[k + 1], b + 1, shift, shift);
    }
    // Below `agents` a marked caller is answered; calls in their second phase are calls.
    const std::ptrdiff_t least = k > 0 ? 0 : marked_ ? extent_.agents : b;
    return {std::max(bounds.low, least), std::min(bounds.high, last)};
}

void ChainSteps::into_row(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const Bounds bounds = reached(from, k, b);
    if (bounds.high < bounds.low) return to.clear();
    to.make_room(extent_.last(k));
    to.set_bounds(bounds.low, bounds.high);
    if (extent_.two_phases)
        of_two_phases(from[k], k, b, to);
    else
        of_one_phase(from[k], k, to);
    if (k + 1 < layers_.size() && !from[k + 1].empty()) add_leavers(from[k + 1], k, b, to);
    to.trim(extent_.too_little);
}

const double* ChainSteps::weights(const StateLayer& layer, std::ptrdiff_t b) const {
    return b < layer.low || b > layer.high || layer[b].empty() ? nobody_.data() + 1 : layer[b].at();
}

void ChainSteps::of_one_phase(const StateLayer& from, std::size_t k, StateWindow& to) const {
    const LayerRates& steps = layers_[k];
    const double* x = weights(from, 0);
    const double* stay = steps.stay.data() + 1;
    const double* up = steps.up.data() + 1;
    const double* down = steps.down.data() + 1;
    double* y = to.at();
    for (std::ptrdiff_t j = to.low; j <= to.high; ++j)
        y[j] = stay[j] * x[j] + up[j - 1] * x[j - 1] + down[j + 1] * x[j + 1];
}

// Beside that a call goes on to its second phase; or a second phase ends, and who waits takes the agent.
void ChainSteps::of_two_phases(const StateLayer& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const LayerRates& steps = layers_[k];
    const double* x = weights(from, b);
    const double* one_less = weights(from, b - 1);
    const double* one_more = weights(from, k == 0 ? b + 1 : -1);  // who leaves ends in another layer
    const double* stay = steps.stay.data() + 1;
    const double* up = steps.up.data() + 1;
    const double* down = steps.down.data() + 1;
    const double* on = steps.on.data() + 1;
    const auto second = static_cast<double>(b);
    const double stay_less = second * steps.stay_less;
    const double down_less = second * steps.down_less;
    const double on_less = (second - 1.0) * steps.on_less;
    const double ends = (second + 1.0) * steps.second;
    double* y = to.at();
    for (std::ptrdiff_t j = to.low; j <= to.high; ++j)
        y[j] = (stay[j] - stay_less) * x[j] + up[j - 1] * x[j - 1] + (down[j + 1] - down_less) * x[j + 1] +
               (on[j] - on_less) * one_less[j] + ends * one_more[j + 1];
}

// Whoever is about to leave does so at the end of a call.
void ChainSteps::add_leavers(const StateLayer& above, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const LayerRates& steps = layers_[k + 1];
    double* y = to.at() + (k == 0 ? extent_.agents : 0);
    const auto add = [&](std::ptrdiff_t row, double part) {
        if (row < above.low || row > above.high) return;
        const StateWindow& from = above[row];
        if (from.empty()) return;
        const double* x = from.at();
        const std::ptrdiff_t high = from.high;
        for (std::ptrdiff_t j = from.low; j <= high; ++j) y[j] += part * x[j];
    };
    const auto second = static_cast<double>(b);
    add(b, steps.leave - second * steps.leave_less);
    if (extent_.two_phases) add(b + 1, (second + 1.0) * steps.second);
}

}  // namespace freiton::analytic
