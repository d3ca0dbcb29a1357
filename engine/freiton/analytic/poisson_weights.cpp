// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/poisson_weights.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace freiton::analytic {

PoissonWeights poisson_weights(double mean) {
    constexpr double least = 1e-18;  // of the weight at the mode
    const auto mode = static_cast<std::size_t>(mean);
    std::vector<double> below;  // mode - 1, mode - 2, ...
    double weight = 1.0;
    for (std::size_t k = mode; k > 0 && weight > least; --k) below.push_back(weight *= static_cast<double>(k) / mean);
    PoissonWeights weights{.first = mode - below.size()};
    weights.exactly.assign(below.rbegin(), below.rend());
    weight = 1.0;
    for (std::size_t k = mode; weight > least; ++k) {
        weights.exactly.push_back(weight);
        weight *= mean / (static_cast<double>(k) + 1.0);
    }
    const double sum = std::accumulate(weights.exactly.begin(), weights.exactly.end(), 0.0);
    for (double& one : weights.exactly) one /= sum;
    weights.more_than.assign(weights.first + weights.exactly.size(), 1.0);
    double tail = 0.0;
    for (std::size_t k = weights.exactly.size(); k-- > 0;) {
        weights.more_than[weights.first + k] = tail;
        tail += weights.exactly[k];
    }
    return weights;
}

}  // namespace freiton::analytic
