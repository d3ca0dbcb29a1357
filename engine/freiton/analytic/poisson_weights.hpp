// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace freiton::analytic {

/// Probabilities of a Poisson law, from `first` on, and of more than so many events, from 0 on.
struct PoissonWeights {
    std::size_t first = 0;
    std::vector<double> exactly{};    // [k - first]
    std::vector<double> more_than{};  // [k]

    std::size_t end() const { return more_than.size(); }
    double at(std::size_t k) const { return k < first ? 0.0 : exactly[k - first]; }
};

/// From the mode outwards by the ratio of neighbours, then scaled to the sum 1.
///
/// Source:   B. Fox, P. Glynn, "Computing Poisson probabilities" (1988).
/// Domain:   mean >= 0.
/// Accuracy: relative 1e-13 for means to 1e6; what is left out has less than 1e-18 of the greatest weight.
/// Cost:     O(mean).
PoissonWeights poisson_weights(double mean);

}  // namespace freiton::analytic
