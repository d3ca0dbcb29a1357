// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/variation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace freiton::study {

namespace {

constexpr double unknown_error = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t fewest_units = 4;  // of a jackknife

}  // namespace

double Variation::cv() const { return std::sqrt(std::max(0.0, square)); }
double Variation::standard_error() const {
    if (square <= 0.0) return unknown_error;
    constexpr double farthest = 0.5;  // beyond it logarithms lead nowhere
    const double of_logarithm = square_error / (2.0 * square);
    const double limit =
        std::max(cv() * std::exp(2.0 * std::min(farthest, of_logarithm)), std::sqrt(square + 2.0 * square_error));
    return 0.5 * (limit - cv());
}
double Variation::at_most() const {
    if (square > 2.0 * chance) return unknown_error;
    const double error = std::isnan(square_error) ? chance : std::max(chance, square_error);
    return std::sqrt(std::max(0.0, square + 2.0 * error));
}

double jackknife_error(const std::vector<double>& without_each) {
    if (without_each.size() < fewest_units) return unknown_error;
    const double n = static_cast<double>(without_each.size());
    const double mean = std::accumulate(without_each.begin(), without_each.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : without_each) squares += (value - mean) * (value - mean);
    return std::sqrt((n - 1.0) / n * squares) * std::sqrt((n - 1.0) / (n - 3.0));
}

}  // namespace freiton::study
