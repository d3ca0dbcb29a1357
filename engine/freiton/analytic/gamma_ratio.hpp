// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace freiton::analytic {

/// ln [ Gamma(n+1) e^a / a^n ], the logarithm of one over the Poisson probability of n at mean a.
///
///   = 1/2 ln(2 pi n) + theta(n) + a ((1+d) ln(1+d) - d),   d = (n - a) / a,   theta: Stirling's series
///
/// Source:   Stirling's series, Abramowitz and Stegun 6.1.40; the deviance written as by C. Loader, "Fast and accurate
///           computation of binomial probabilities" (2000), so that nothing cancels near n = a.
/// Domain:   n >= 0, a > 0.
/// Accuracy: absolute error a few 1e-16 times (1 + |result|).
/// Cost:     O(1).
double ln_reciprocal_poisson(double n, double a);

/// Gamma(n+1, a) e^a / a^n = 1 + n/a + n(n-1)/a^2 + ..., which is 1/B(n, a) continued to real n.
///
/// Source:   Legendre's continued fraction, Abramowitz and Stegun 6.5.31; terminates for whole n.
/// Domain:   n > -1, a > 0, a >= n: all partial numerators that matter are positive there.
/// Accuracy: relative error below 4e-15.
/// Cost:     O(a^(1/3)) steps where n is near a, fewer elsewhere.
double upper_gamma_ratio(double n, double a);

}  // namespace freiton::analytic
