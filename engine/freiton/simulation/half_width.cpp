// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/half_width.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

namespace freiton::simulation {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

}  // namespace

// A result has thousands of half-widths, of all its replications or of the few sections of its quantiles, and the
// quantile takes microseconds: the last of each is kept.
double student_t95(std::int64_t degrees_of_freedom) {
    if (degrees_of_freedom < 1) return unknown;
    struct Known {
        std::int64_t degrees_of_freedom = 0;
        double quantile = unknown;
    };
    thread_local Known of_few;
    thread_local Known of_many;
    Known& known = degrees_of_freedom < 10 ? of_few : of_many;
    if (known.degrees_of_freedom != degrees_of_freedom)
        known = {degrees_of_freedom,
                 boost::math::quantile(boost::math::students_t{static_cast<double>(degrees_of_freedom)}, 0.975)};
    return known.quantile;
}

Estimate mean_estimate(double sum, double square, std::int64_t n, bool count_of) {
    if (n == 0) return {unknown, unknown};
    const auto count = static_cast<double>(n);
    const double mean = sum / count;
    if (n < 2) return {mean, unknown};
    const double variance = std::max(0.0, square - sum * mean) / (count - 1.0);
    if (sum == 0.0) return {0.0, count_of ? never_seen / count : unknown};
    return {mean, student_t95(n - 1) * std::sqrt(variance / count)};
}

Estimate share_of_days(Estimate estimate, std::int64_t n) {
    if (n >= 2) estimate.half_width = std::max(estimate.half_width, std::min(1.0, never_seen / static_cast<double>(n)));
    return estimate;
}

Estimate ratio_estimate(double numerator, double denominator, double numerator2, double denominator2, double product,
                        std::int64_t n, bool share) {
    if (denominator <= 0.0) return {unknown, unknown};
    const double ratio = numerator / denominator;
    if (n < 2) return {ratio, unknown};
    if (share && (ratio <= 0.0 || ratio >= 1.0)) return {ratio, std::min(1.0, never_seen / denominator)};
    const auto count = static_cast<double>(n);
    const double squares = numerator2 - 2.0 * ratio * product + ratio * ratio * denominator2;
    const double variance = std::max(0.0, squares) / (count - 1.0);
    if (variance == 0.0 && numerator == 0.0) return {ratio, unknown};
    return {ratio, student_t95(n - 1) * std::sqrt(variance / count) / (denominator / count)};
}

}  // namespace freiton::simulation
