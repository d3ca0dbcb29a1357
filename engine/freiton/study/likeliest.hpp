// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

namespace freiton::study {

/// A square matrix by rows.
using SquareMatrix = std::vector<std::vector<double>>;

/// The inverse of a matrix of a few rows by Gauss and Jordan with pivots; empty if it has none.
SquareMatrix inverse_of(SquareMatrix matrix);

/// Where a smooth function is greatest, and how it bends there.
struct Summit {
    std::vector<double> at{};
    double height = 0.0;
    SquareMatrix covariance{};  // the inverse of the observed information; empty if the function is flat somewhere
};

/// Climbs from `start` by Newton's steps, where it does not bend down along the slope, halved until they lead upwards,
/// with derivatives by central differences.
///
/// Source:   Nocedal, Wright, "Numerical Optimization" (2006), chapters 3 and 8.
/// Domain:   a few parameters of order one (logarithms), a function that is finite at `start`.
/// Accuracy: the last step is below 1e-6 in every parameter, unless 60 steps did not get there; differences over 1e-3
///           move the place by some 1e-6 times the third derivative over the second.
/// Cost:     some 2 n^2 + 2 values for each of about ten steps.
Summit climb(const std::function<double(const std::vector<double>&)>& function, std::vector<double> start);

}  // namespace freiton::study
