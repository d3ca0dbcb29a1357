// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/model/duration_law.hpp"

namespace freiton {

// What is known exactly of a law: the values that samples are held against, and that a fit looks at.
//
// Domain:   a complete law (duration_law_problem finds nothing; an empirical one has values).
// Accuracy: relative error below 1e-12, in both tails; Weibull 1e-11 (its shape is a root) (RandomVariates.*). A value
//           far in a tail of a narrow law moves with the last bit of its parameters, whoever computes it.
// Cost:     the parameters are worked out anew each time (Weibull: a root is sought; empirical: values are sorted).

/// Mean in seconds.
double law_mean(const DurationLaw& law);
/// Standard deviation in seconds; of an empirical law that of its values taken as the whole population.
double law_sd(const DurationLaw& law);
/// E(X - mean)^3 / sd^3; NaN for a law without spread.
double law_skewness(const DurationLaw& law);
/// E(X - mean)^4 / sd^4 - 3; NaN for a law without spread.
double law_excess_kurtosis(const DurationLaw& law);
/// P(X <= t), t in seconds; 0 for t < 0.
double law_cdf(const DurationLaw& law, double t_s);
/// P(X > t), without the cancellation of 1 - cdf.
double law_tail(const DurationLaw& law, double t_s);
/// Smallest t in seconds with P(X <= t) >= p, 0 < p < 1.
double law_quantile(const DurationLaw& law, double p);

/// The same as functions of t or p, for many values: the parameters are worked out once.
std::function<double(double)> law_cdf_function(const DurationLaw& law);
std::function<double(double)> law_tail_function(const DurationLaw& law);
std::function<double(double)> law_quantile_function(const DurationLaw& law);

}  // namespace freiton
