// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

#include "freiton/model/duration_law.hpp"

namespace freiton {

// The textbook parameters of each family, worked out from what a scenario states (mean and cv, mostly).
struct ConstantParameters {
    double value_s;
};
struct ExponentialParameters {
    double mean_s;
};
struct LognormalParameters {
    double mu, sigma;  // of ln(duration in seconds)
};
struct GammaParameters {
    double shape, scale_s;
};
struct WeibullParameters {
    double shape, log_scale;  // ln(scale in seconds)
};
/// P(X > t) = first e^(-first_rate t) + second e^(-second_rate t), each phase with half of the mean.
struct TwoPhaseParameters {
    double first, second;            // shares
    double first_rate, second_rate;  // per second
};
struct UniformParameters {
    double min_s, max_s;
};
struct TriangularParameters {
    double min_s, mode_s, max_s;
};

using LawParameters = std::variant<ConstantParameters, ExponentialParameters, LognormalParameters, GammaParameters,
                                   WeibullParameters, TwoPhaseParameters, UniformParameters, TriangularParameters>;

/// Parameters from mean m and cv: lognormal sigma^2 = ln(1 + cv^2), mu = ln m - sigma^2/2; gamma shape 1/cv^2 (erlang:
/// k); Weibull shape b from Gamma(1+2/b) / Gamma(1+1/b)^2 = 1 + cv^2; hyperexponential of two phases with balanced
/// means, first = (1 + sqrt((cv^2-1) / (cv^2+1))) / 2. Where cv is 0 the law is constant; gamma and Weibull with cv 1
/// and an Erlang law of one phase are exponential.
///
/// Source:   Law, "Simulation Modeling and Analysis" (2015), chapter 6.
/// Domain:   a complete law (duration_law_problem finds nothing) that is not empirical: such a law has no parameters.
///           Weibull: 1e-5 < cv < 300,000; narrower ones are taken as constant.
/// Accuracy: relative error below 1e-13; Weibull 1e-12 + 1e-16 / cv^2, as its equation loses digits in narrow laws.
/// The bytes are the same on every machine, as samplers need it (DESIGN: no libm in what is drawn).
LawParameters law_parameters(const DurationLaw& law);

/// Whether it is the exponential law, under whatever name.
bool is_exponential(const DurationLaw& law);

}  // namespace freiton
