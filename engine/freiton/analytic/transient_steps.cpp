// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_steps.hpp"

#include <algorithm>

namespace freiton::analytic {

namespace {

struct Bounds {
    std::ptrdiff_t low;
    std::ptrdiff_t high;

    void include(const StateWindow& window, std::ptrdiff_t below, std::ptrdiff_t above) {
        if (window.empty()) return;
        low = std::min(low, window.low + below);
        high = std::max(high, window.high + above);
    }
};

const StateWindow& row_or_none(const StateLayer& layer, std::ptrdiff_t b) {
    static const StateWindow none;
    return b >= layer.low && b <= layer.high ? layer[b] : none;
}

}  // namespace

ChainSteps::ChainSteps(const ChainRates& rates, const ChainExtent& extent, bool marked)
    : extent_{extent}, marked_{marked} {
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
        for (std::ptrdiff_t b = low; b <= high; ++b) {
            into_row(from, k, b, then[b]);
            then[b].trim(extent_.too_little);
        }
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

void ChainSteps::into_row(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const StateLayer& layer = from[k];
    const std::ptrdiff_t agents = extent_.agents;
    const std::ptrdiff_t last = extent_.last(k);
    Bounds bounds{last + 1, -1};
    bounds.include(row_or_none(layer, b), -1, 1);
    if (extent_.two_phases) {
        bounds.include(row_or_none(layer, b - 1), 0, 0);
        if (k == 0) bounds.include(row_or_none(layer, b + 1), -1, -1);
    }
    if (k + 1 < layers_.size()) {
        const std::ptrdiff_t shift = k == 0 ? agents : 0;
        bounds.include(row_or_none(from[k + 1], b), shift, shift);
        if (extent_.two_phases) bounds.include(row_or_none(from[k + 1], b + 1), shift, shift);
    }
    // Below `agents` a marked caller is answered; calls in their second phase are calls.
    const std::ptrdiff_t least = k > 0 ? 0 : marked_ ? agents : b;
    bounds = {std::max(bounds.low, least), std::min(bounds.high, last)};
    if (bounds.high < bounds.low) return to.clear();
    to.make_room(last);
    to.set_bounds(bounds.low, bounds.high);
    add_own(k, b, row_or_none(layer, b), to);
    if (extent_.two_phases) add_other_phases(from, k, b, to);
    if (k + 1 < layers_.size()) add_leavers(from[k + 1], k, b, to);
}

void ChainSteps::add_own(std::size_t k, std::ptrdiff_t b, const StateWindow& from, StateWindow& to) const {
    const LayerRates& steps = layers_[k];
    double* y = to.at();
    if (from.empty()) {
        std::fill(y + to.low, y + to.high + 1, 0.0);
        return;
    }
    const double* x = from.at();
    const double* stay = steps.stay.data() + 1;
    const double* up = steps.up.data() + 1;
    const double* down = steps.down.data() + 1;
    if (b == 0) {
        for (std::ptrdiff_t j = to.low; j <= to.high; ++j)
            y[j] = stay[j] * x[j] + up[j - 1] * x[j - 1] + down[j + 1] * x[j + 1];
        return;
    }
    const auto second = static_cast<double>(b);
    const double stay_less = second * steps.stay_less;
    const double down_less = second * steps.down_less;
    for (std::ptrdiff_t j = to.low; j <= to.high; ++j)
        y[j] = (stay[j] - stay_less) * x[j] + up[j - 1] * x[j - 1] + (down[j + 1] - down_less) * x[j + 1];
}

// A call goes on to its second phase; a second phase ends, and who waits takes the agent.
void ChainSteps::add_other_phases(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const LayerRates& steps = layers_[k];
    double* y = to.at();
    if (const StateWindow& before = row_or_none(from[k], b - 1); !before.empty()) {
        const double* x = before.at();
        const double* on = steps.on.data() + 1;
        const double less = static_cast<double>(b - 1) * steps.on_less;
        const std::ptrdiff_t high = std::min(before.high, to.high);
        for (std::ptrdiff_t j = std::max(before.low, to.low); j <= high; ++j) y[j] += (on[j] - less) * x[j];
    }
    if (const StateWindow& after = row_or_none(from[k], b + 1); k == 0 && !after.empty()) {
        const double* x = after.at();
        const double ends = static_cast<double>(b + 1) * steps.second;
        const std::ptrdiff_t high = std::min(after.high - 1, to.high);
        for (std::ptrdiff_t j = std::max(after.low - 1, to.low); j <= high; ++j) y[j] += ends * x[j + 1];
    }
}

// Whoever is about to leave does so at the end of a call.
void ChainSteps::add_leavers(const StateLayer& above, std::size_t k, std::ptrdiff_t b, StateWindow& to) const {
    const LayerRates& steps = layers_[k + 1];
    const std::ptrdiff_t shift = k == 0 ? extent_.agents : 0;
    const auto add = [&](const StateWindow& from, double part) {
        if (from.empty()) return;
        const double* x = from.at();
        double* y = to.at() + shift;
        const std::ptrdiff_t high = std::min(from.high, to.high - shift);
        for (std::ptrdiff_t j = from.low; j <= high; ++j) y[j] += part * x[j];
    };
    add(row_or_none(above, b), steps.leave - static_cast<double>(b) * steps.leave_less);
    if (extent_.two_phases) add(row_or_none(above, b + 1), static_cast<double>(b + 1) * steps.second);
}

}  // namespace freiton::analytic
