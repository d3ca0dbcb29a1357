// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_b.hpp"

#include <cmath>
#include <limits>

#include "freiton/analytic/gamma_ratio.hpp"

namespace freiton::analytic {

namespace {

// a/(n+1) + a^2/((n+1)(n+2)) + ...: the Poisson probabilities beyond n, relative to that of n. For a < n.
double tail_series(double n, double a) {
    double sum = 0.0;
    double term = 1.0;
    for (double k = 1.0; term > sum * std::numeric_limits<double>::epsilon() * 0.25 || k <= 1.0; ++k) {
        term *= a / (n + k);
        sum += term;
        if (term == 0.0) break;
    }
    return sum;
}

}  // namespace

ReciprocalBlocking reciprocal_blocking(Agents lines, Erlangs offered) {
    const double n = lines.value();
    const double a = offered.value();
    if (n == 0.0) return {0.0, 1.0, 0.0};
    if (a == 0.0) return {infinity, infinity, infinity};
    if (a >= n) {  // 1/B - 1 = (n/a) / B(n-1, a), all of it positive
        const double minus_one = n / a * upper_gamma_ratio(n - 1.0, a);
        return {std::log1p(minus_one), 1.0 + minus_one, minus_one};
    }
    // Gamma(n+1, a) = Gamma(n+1) - lower part; at a < n the lower part is at most about half.
    const double ln_all = ln_reciprocal_poisson(n, a);
    const double beyond = tail_series(n, a);
    const double ln_value = ln_all + std::log1p(-beyond * std::exp(-ln_all));
    const double value = std::exp(ln_all) - beyond;
    return {ln_value, value, value - 1.0};
}

Share blocking_probability(Agents lines, Erlangs offered) {
    return Share{1.0 / reciprocal_blocking(lines, offered).value};
}

double ln_blocking_probability(Agents lines, Erlangs offered) { return -reciprocal_blocking(lines, offered).ln; }

}  // namespace freiton::analytic
