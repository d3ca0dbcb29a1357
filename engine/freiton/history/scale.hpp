// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

namespace freiton::history {

/// The square-root scale: there counts of any size have about the noise of 1/2 that chance gives them.
///
/// Source: Brown et al. (2005), Statistical analysis of a telephone call center, section 4.1: root(N + 1/4).
struct RootScale {
    double shift = 0.25;  // 0 for what is no count
    double chance = 1.0;  // variance by chance over the mean: 1 of counts, 0 where it is not told apart

    double of(double value) const { return std::sqrt(value + shift); }
    double back(double root) const { return std::max(0.0, std::max(0.0, root) * std::max(0.0, root) - shift); }

    /// Standard deviation on the scale of what has this mean and varies by cv beyond chance.
    double unit(double value, double cv) const { return std::max(1e-9, 0.5 * std::sqrt(chance + cv * cv * value)); }

    /// The mean of what has this mean and variance on the scale.
    double mean(double root, double variance) const {
        const double positive = std::max(0.0, root);
        return std::max(0.0, positive * positive + variance - shift);
    }
};

}  // namespace freiton::history
