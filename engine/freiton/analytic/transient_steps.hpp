// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "freiton/analytic/transient_chain.hpp"
#include "freiton/analytic/transient_layers.hpp"

namespace freiton::analytic {

/// Steps of the uniformized chain.
///
/// Cost: a step adds three products to each state within reach, and two more where handling times have two phases.
class ChainSteps {
  public:
    /// `marked`: the callers before a waiting one; nobody joins them, and he himself may give up.
    ChainSteps(const ChainRates& rates, const ChainExtent& extent, bool marked);

    void step(const StateLayers& from, StateLayers& to) const;

  private:
    // Probabilities of a step out of each state of a layer with all calls in their first phase, with a zero before and
    // behind; and by how much less for each call in its second.
    struct LayerRates {
        std::vector<double> stay, up, down, on;
        double stay_less = 0.0, down_less = 0.0, on_less = 0.0;
        double leave = 0.0, leave_less = 0.0;  // to the layer with one busy agent less, as many waiting
        double second = 0.0;                   // a call in its second phase ends
    };

    struct Bounds {
        std::ptrdiff_t low;
        std::ptrdiff_t high;
        void include(const StateLayer& layer, std::ptrdiff_t b, std::ptrdiff_t below, std::ptrdiff_t above) {
            if (b < layer.low || b > layer.high || layer[b].empty()) return;
            low = std::min(low, layer[b].low + below);
            high = std::max(high, layer[b].high + above);
        }
    };

    static LayerRates of_layer(const ChainRates& rates, const ChainExtent& extent, int busy, bool marked);
    Bounds reached(const StateLayers& from, std::size_t k, std::ptrdiff_t b) const;
    const double* weights(const StateLayer& layer, std::ptrdiff_t b) const;
    void into_row(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;
    void of_one_phase(const StateLayer& from, std::size_t k, StateWindow& to) const;
    void of_two_phases(const StateLayer& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;
    void add_leavers(const StateLayer& above, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;

    ChainExtent extent_;
    bool marked_;
    std::vector<LayerRates> layers_;
    std::vector<double> nobody_;  // a row without weight
};

}  // namespace freiton::analytic
