// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/analytic/erlang_c.hpp"
#include "freiton/analytic/fewest_agents.hpp"

namespace freiton::analytic {

namespace {

constexpr double least_expanded_load = 40.0;  // from here on the expansion below is good to 1e-10
constexpr double doubtful = 1e-8;             // nearer to a tie ErlangC decides

// 1/B(a + d, a) for 0 <= d < 1. With e = 1/sqrt(a) and t = u/e in Fortet's integral of exp(-t) (1 + t/a)^n,
//   1/B = 1/e * integral of exp(-u^2/2) (1 + e c1(u, d) + e^2 c2(u, d) + ...) du over u > 0,
// whose moments give the polynomials in d below (even orders times sqrt(pi/2)).
double reciprocal_blocking_near_load(double a, double d) {
    const double e2 = 1.0 / a;
    const double g0 = 1.0;
    const double g1 = 2.0 / 3 + d;
    const double g2 = 1.0 / 12 + d * (1.0 / 2 + d / 2);
    const double g3 = -4.0 / 135 + d * d * (1.0 / 3 + d / 3);
    const double g4 = 1.0 / 288 + d * (-1.0 / 24 + d * (-1.0 / 12 + d * (1.0 / 12 + d / 8)));
    const double g5 = 8.0 / 2835 + d * (4.0 / 135 + d * (-2.0 / 135 + d * (-1.0 / 9 + d * d / 15)));
    const double g6 = -139.0 / 51840 +
                      d * (-1.0 / 192 + d * (19.0 / 576 + d * (1.0 / 36 + d * (-5.0 / 96 + d * (-1.0 / 48 + d / 48)))));
    const double g7 =
        16.0 / 8505 +
        d * (-16.0 / 2835 +
             d * (-16.0 / 567 + d * (8.0 / 405 + d * (7.0 / 135 + d * (-1.0 / 45 + d * (-1.0 / 45 + d / 105))))));
    const double g8 =
        -571.0 / 2488320 +
        d * (139.0 / 20736 +
             d * (67.0 / 12960 +
                  d * (-101.0 / 3456 + d * (-7.0 / 768 + d * (91.0 / 2880 + d * d * (-1.0 / 96 + d / 384))))));
    const double even = g0 + e2 * (g2 + e2 * (g4 + e2 * (g6 + e2 * g8)));
    const double odd = g1 + e2 * (g3 + e2 * (g5 + e2 * g7));
    constexpr double sqrt_half_pi = 1.2533141373155002512;
    return std::sqrt(a) * sqrt_half_pi * even + odd;
}

bool enough(double n, double a, double threshold, double share) {
    return ErlangC{Agents{n}, Erlangs{a}, Seconds{1.0}}.answered_within(Seconds{threshold}) >= share * (1.0 - 1e-12);
}

// For ties and near ties: from the candidate to the least that is enough.
int decide_exactly(double n, double a, double threshold, double share) {
    while (n - 1.0 > a && enough(n - 1.0, a, threshold, share)) --n;
    while (!enough(n, a, threshold, share)) ++n;
    return static_cast<int>(n);
}

}  // namespace

int fewest_agents_erlang_c(Erlangs offered, double threshold, Share answered) {
    const double a = offered.value();
    const double share = answered.value();
    EXPECTS(threshold >= 0.0 && share < 1.0);
    if (a == 0.0) return 0;
    const double per_load = 1.0 / a;
    double n = 0.0;  // the smallest stable number
    double x = 1.0;  // 1/B(n, a)
    if (a < least_expanded_load) {
        while (n <= a) {
            n += 1.0;
            x = 1.0 + n * per_load * x;
        }
    } else {
        n = std::ceil(a);
        x = reciprocal_blocking_near_load(a, n - a);
        if (n == a) {
            n += 1.0;
            x = 1.0 + n * per_load * x;
        }
    }
    const double step = std::exp(-threshold);
    double k = std::exp(-(n - a) * threshold) / (1.0 - share);  // K
    // A comparison that allows for 1e-12 of the share allows for more of its complement.
    const double doubt = std::max(doubtful, 2e-12 / (1.0 - share));
    double short_by = -1.0;  // relative, of the last number that was not enough
    while (true) {
        const double right = (n - a) * x + a;
        const double left = n * k;
        if (left <= right) {
            const bool sure = right - left > doubt * right && !(short_by >= 0.0 && short_by < doubt);
            return sure ? static_cast<int>(n) : decide_exactly(n, a, threshold, share);
        }
        short_by = (left - right) / right;
        n += 1.0;
        x = 1.0 + n * per_load * x;
        k *= step;
    }
}

}  // namespace freiton::analytic
