// SPDX-License-Identifier: Apache-2.0
#pragma once

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

    static LayerRates of_layer(const ChainRates& rates, const ChainExtent& extent, int busy, bool marked);
    void into_row(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;
    void add_own(std::size_t k, std::ptrdiff_t b, const StateWindow& from, StateWindow& to) const;
    void add_other_phases(const StateLayers& from, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;
    void add_leavers(const StateLayer& above, std::size_t k, std::ptrdiff_t b, StateWindow& to) const;

    ChainExtent extent_;
    bool marked_;
    std::vector<LayerRates> layers_;
};

}  // namespace freiton::analytic
