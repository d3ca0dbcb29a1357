// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace freiton::study {

/// A coefficient of variation: its square may be estimated below 0, where there is less than chance alone makes.
struct Variation {
    double square = 0.0;
    double square_error = 0.0;  // standard error by a jackknife over days; not a number of fewer than four
    double chance = 0.0;        // standard deviation of the square if there were no variation

    double cv() const;  // 0 where the square is below
    /// Of the cv: half the distance to its limit two standard errors of its logarithm up, as the spread of a few days
    /// is rather far below the true one than above. Not a number where the cv is 0.
    double standard_error() const;
    double at_most() const;  // where chance alone makes such a square: a 95 % limit; else not a number
};

/// Standard error of what is estimated with each unit left out in turn, as wide as Student's law is with so few of
/// them; not a number of fewer than four.
double jackknife_error(const std::vector<double>& without_each);

}  // namespace freiton::study
