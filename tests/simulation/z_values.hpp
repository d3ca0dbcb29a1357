// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "freiton/simulation/half_width.hpp"

namespace freiton::test {

/// One exact value and what the simulation says of it.
struct Compared {
    std::string what;
    double exact;
    double simulated;
    double half_width;
    int replications = 0;
    double events = 1e9;  // expected number of contacts in which it shows; few of them are no sample

    /// Standard normal if the value is right: Student's t of so many replications, made normal by its quantile.
    double z() const {
        const double t = (simulated - exact) / half_width * simulation::student_t95(replications - 1);
        const boost::math::students_t law{static_cast<double>(replications - 1)};
        const double tail = boost::math::cdf(law, -std::abs(t));
        const double z = tail > 1e-300 ? -boost::math::quantile(boost::math::normal{}, tail) : 40.0;
        return t < 0.0 ? -z : z;
    }
    /// Seen often enough to have a spread; what was rightly never seen has only a bound.
    bool is_sample(double least_events) const {
        const bool never_seen = simulated == 0.0 && exact < half_width;
        return !std::isnan(half_width) && half_width > 0.0 && events >= least_events && !never_seen;
    }
};

/// What many z values say together.
struct Spread {
    int values = 0;
    double largest = 0.0;
    double rms = 0.0;
    double ks = 0.0;    // largest distance from the standard normal's distribution function
    double ks_p = 1.0;  // probability of a larger one, if the values were independent
};

/// P(D > d) of Kolmogorov and Smirnov for n values, by Kolmogorov's series with Stephens' correction (Press et al.,
/// Numerical Recipes, 3rd ed., section 14.3.3); good to a percent for n >= 5.
inline double kolmogorov_p(double d, int n) {
    const double root = std::sqrt(static_cast<double>(n));
    const double x = (root + 0.12 + 0.11 / root) * d;
    if (x < 0.3) return 1.0;
    double sum = 0.0;
    for (int k = 1; k <= 100; ++k) sum += (k % 2 == 1 ? 2.0 : -2.0) * std::exp(-2.0 * k * k * x * x);
    return std::clamp(sum, 0.0, 1.0);
}

inline Spread spread_of(std::vector<double> z) {
    Spread spread;
    spread.values = static_cast<int>(z.size());
    if (z.empty()) return spread;
    std::sort(z.begin(), z.end());
    double squares = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        squares += z[i] * z[i];
        spread.largest = std::max(spread.largest, std::abs(z[i]));
        const double cdf = boost::math::cdf(boost::math::normal{}, z[i]);
        const auto n = static_cast<double>(z.size());
        spread.ks = std::max({spread.ks, cdf - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - cdf});
    }
    spread.rms = std::sqrt(squares / static_cast<double>(z.size()));
    spread.ks_p = kolmogorov_p(spread.ks, spread.values);
    return spread;
}

}  // namespace freiton::test
