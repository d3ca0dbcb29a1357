// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/gamma_ratio.hpp"

#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/log1p.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "freiton/core/contracts.hpp"

namespace freiton::analytic {

namespace {

using Policy = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

// Stirling's correction ln Gamma(n+1) - [ (n + 1/2) ln n - n + 1/2 ln 2 pi ]; the first term left out is 3e-17 at 10.
double stirling_correction(double n) {
    const double z = 1.0 / (n * n);
    return (1.0 / 12 -
            z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z * (1.0 / 1188 - z * (691.0 / 360360 - z / 156)))))) /
           n;
}

}  // namespace

double ln_reciprocal_poisson(double n, double a) {
    constexpr double small = 10.0;  // below it Stirling's series is not accurate enough
    if (n < small) return boost::math::lgamma(n + 1.0, Policy{}) + a - n * std::log(a);
    const double d = (n - a) / a;
    const double deviance = std::abs(d) > 0.5 ? n * (std::log(n) - std::log(a)) - (n - a)
                                              : a * ((1.0 + d) * boost::math::log1pmx(d, Policy{}) + d * d);
    return 0.5 * std::log(2.0 * std::numbers::pi * n) + stirling_correction(n) + deviance;
}

double upper_gamma_ratio(double n, double a) {
    EXPECTS(n > -1.0 && a > 0.0 && a >= n);
    // Modified Lentz evaluation of a / (b0 + c1 / (b1 + c2 / (b2 + ...))), b_i = a - n + 2 i, c_i = i (n + 1 - i).
    constexpr double epsilon = std::numeric_limits<double>::epsilon();
    constexpr double tiny = 1e-300;
    double b = a - n;
    double value = b > tiny ? b : tiny;
    double c = value;
    double d = 0.0;
    for (double i = 1.0; i <= n + 1.0 || i < 1e6; ++i) {
        const double numerator = i * (n + 1.0 - i);
        if (numerator == 0.0) break;
        b += 2.0;
        d = 1.0 / (b + numerator * d);
        c = b + numerator / c;
        const double factor = c * d;
        value *= factor;
        if (std::abs(factor - 1.0) < epsilon) break;
    }
    return a / value;
}

}  // namespace freiton::analytic
