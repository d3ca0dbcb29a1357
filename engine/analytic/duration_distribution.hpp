// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/duration_law.hpp"

namespace freiton::analytic {

/// P(duration <= t) under the law.
///
/// Parameters from mean m and cv: lognormal sigma^2 = ln(1 + cv^2), mu = ln m - sigma^2/2; gamma shape 1/cv^2; Weibull
/// shape b from Gamma(1+2/b) / Gamma(1+1/b)^2 = 1 + cv^2; hyperexponential of two phases with balanced means. Source:
/// Law, "Simulation Modeling and Analysis" (2015), chapter 6; Boost.Math for the special functions. Domain:   a
/// complete law (duration_law_problem finds nothing), t >= 0. Accuracy: relative 1e-12 (Weibull 1e-11: its shape is a
/// root).
double cumulative(const DurationLaw& law, Seconds t);

/// Smallest t with P(duration <= t) >= p, 0 < p < 1.
Seconds quantile(const DurationLaw& law, double p);

}  // namespace freiton::analytic
