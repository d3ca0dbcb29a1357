// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/transient_carried.hpp"

#include <algorithm>

namespace freiton::analytic {

namespace {

void add_window(StateWindow& to, const StateWindow& now, double factor) {
    if (now.empty()) return;
    if (to.weight.empty()) to.weight.assign(now.weight.size(), 0.0);
    const double* x = now.at();
    double* y = to.at();
    for (std::ptrdiff_t j = now.low; j <= now.high; ++j) y[j] += factor * x[j];
}

void load_rows(const PhaseRows& rows, std::ptrdiff_t last, double too_little, StateLayer& layer) {
    for (std::size_t b = 0; b < std::min(rows.size(), layer.rows.size()); ++b) {
        StateWindow& window = layer.rows[b];
        const auto size = std::min(std::ssize(rows[b]), last + 1);
        if (size <= 0) continue;
        window.make_room(last);
        std::copy_n(rows[b].begin(), size, window.weight.begin() + 1);
        window.high = size - 1;
        window.trim(too_little);
        if (!window.empty()) layer.include(static_cast<std::ptrdiff_t>(b));
    }
}

}  // namespace

CarriedStates::CarriedStates(const TransientStates& begin, const ChainExtent& extent) : extent_{extent} {
    for (std::size_t k = 0; k < extent.layers(); ++k) {
        StateLayer layer;
        layer.rows.resize(extent.rows(k));
        for (StateLayers* layers : {&next_, &end_, &integral_}) layers->push_back(layer);
        if (k <= begin.leaving.size())
            load_rows(k == 0 ? begin.in_system : begin.leaving[k - 1], extent.last(k), extent.too_little, layer);
        now_.push_back(std::move(layer));
    }
}

void CarriedStates::count(double exactly, double more_than) {
    for (std::size_t k = 0; k < now_.size(); ++k)
        for (std::ptrdiff_t b = now_[k].low; b <= now_[k].high; ++b) {
            if (exactly > 0.0) add_window(end_[k][b], now_[k][b], exactly);
            if (more_than > 0.0) add_window(integral_[k][b], now_[k][b], more_than);
        }
}

void CarriedStates::join(const StateLayers& others, double part, int lines) {
    for (std::size_t k = 0; k < next_.size(); ++k) {
        const std::ptrdiff_t least = k == 0 ? extent_.agents : 0;
        const std::ptrdiff_t in_system = k == 0 ? 0 : extent_.agents + static_cast<std::ptrdiff_t>(k);
        for (std::ptrdiff_t b = others[k].low; b <= others[k].high; ++b) {
            const StateWindow& other = others[k][b];
            const std::ptrdiff_t low = std::max(other.low, least);
            const std::ptrdiff_t high = std::min<std::ptrdiff_t>(other.high, lines - 1 - in_system);
            if (high < low) continue;
            StateWindow& to = next_[k][b];
            to.make_room(extent_.last(k));
            const double* x = other.at();
            double* y = to.at();
            for (std::ptrdiff_t j = low; j <= high; ++j) y[j] += part * x[j];
            to.low = to.empty() ? low : std::min(to.low, low);
            to.high = std::max(to.high, high);
            next_[k].include(b);
        }
    }
}

bool CarriedStates::empty() const {
    return std::all_of(now_.begin(), now_.end(), [](const StateLayer& layer) { return layer.empty(); });
}

double CarriedStates::weight_at_top() const {
    double weight = 0.0;
    for (const StateLayer& layer : integral_)
        for (const StateWindow& row : layer.rows)
            if (!row.weight.empty()) weight += row.weight[row.weight.size() - 2];
    return weight;
}

TransientStates CarriedStates::states(const StateLayers& layers, double factor) const {
    TransientStates states{.agents = extent_.agents};
    for (std::size_t k = 0; k < layers.size(); ++k) {
        PhaseRows rows;
        for (const StateWindow& window : layers[k].rows) {
            std::vector<double> weights;
            if (!window.weight.empty()) weights.assign(window.weight.begin() + 1, window.weight.end() - 1);
            for (double& weight : weights) weight *= factor;
            while (!weights.empty() && weights.back() < extent_.too_little) weights.pop_back();
            rows.push_back(std::move(weights));
        }
        while (!rows.empty() && rows.back().empty()) rows.pop_back();
        if (k == 0)
            states.in_system = std::move(rows);
        else
            states.leaving.push_back(std::move(rows));
    }
    while (!states.leaving.empty() && states.leaving.back().empty()) states.leaving.pop_back();
    return states;
}

}  // namespace freiton::analytic
