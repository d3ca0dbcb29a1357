// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/units.hpp"

namespace freiton::analytic {

/// Probability that an arriving call finds all lines busy and is lost (Erlang B, M/G/n/n), for real n.
///
///   1/B(n, a) = Gamma(n+1, a) e^a / a^n,   for whole n:  1/B = 1 + (n/a) / B(n-1, a)
///
/// Source:   A. K. Erlang (1917); R. Fortet, "Calcul des probabilites" (1950), for the continuation to real n.
/// Domain:   n >= 0, a >= 0. B(0, a) = 1; B(n, 0) = 0 for n > 0.
/// Accuracy: relative error below 1e-14 (1 - ln B), so 1e-12 down to B = 1e-40; use the logarithm for the far tail.
/// Cost:     O(a^(1/3)) for a >= n, O(sqrt(a)) for a < n.
Share blocking_probability(Agents lines, Erlangs offered);

/// The natural logarithm of the same; accurate where the probability itself underflows. -infinity for B = 0.
double ln_blocking_probability(Agents lines, Erlangs offered);

/// ln(1/B) and, where it does not overflow, 1/B and 1/B - 1 without cancellation: what Erlang C and A are made of.
struct ReciprocalBlocking {
    double ln;
    double value;
    double minus_one;
};
ReciprocalBlocking reciprocal_blocking(Agents lines, Erlangs offered);

}  // namespace freiton::analytic
