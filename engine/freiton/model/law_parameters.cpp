// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_parameters.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>

#include "freiton/core/contracts.hpp"
#include "freiton/core/elementary.hpp"

namespace freiton {

namespace {

namespace bm = boost::math;

// ln Gamma(z), z >= 1. Between 1 and 3 Boost evaluates rational functions, without a call to the C library; there we
// lead it by Gamma(z) = (z-1) Gamma(z-1), with our own logarithm.
double log_gamma(double z) {
    double product = 1.0;
    while (z >= 3.0) {
        z -= 1.0;
        product *= z;
    }
    const auto reduced = bm::lgamma(z, bm::policies::make_policy(bm::policies::promote_double<false>{}));
    return reduced + portable_log(product);
}

double weibull_shape(double cv) {
    const double wanted = portable_log1p(cv * cv);
    const auto excess = [&](double ln_shape) {
        const double inverse = portable_exp(-ln_shape);
        return log_gamma(1.0 + 2.0 * inverse) - 2.0 * log_gamma(1.0 + inverse) - wanted;
    };
    std::uintmax_t steps = 200;
    const auto [low, high] = bm::tools::toms748_solve(excess, portable_log(0.05), portable_log(1e6),
                                                      bm::tools::eps_tolerance<double>(50), steps);
    return portable_exp(0.5 * (low + high));
}

LawParameters weibull(double mean, double cv) {
    EXPECTS(cv < 3e5);
    if (cv <= 1e-5) return ConstantParameters{mean};
    const double shape = weibull_shape(cv);
    return WeibullParameters{shape, portable_log(mean) - log_gamma(1.0 + 1.0 / shape)};
}

LawParameters lognormal(double mean, double cv) {
    const double sigma2 = portable_log1p(cv * cv);
    return LognormalParameters{portable_log(mean) - 0.5 * sigma2, std::sqrt(sigma2)};
}

LawParameters balanced_phases(double mean, double cv) {
    const double first = 0.5 * (1.0 + std::sqrt((cv * cv - 1.0) / (cv * cv + 1.0)));
    const double second = 1.0 / ((cv * cv + 1.0) * 2.0 * first);  // 1 - first without cancellation
    return TwoPhaseParameters{first, second, 2.0 * first / mean, 2.0 * second / mean};
}

LawParameters uniform(const DurationLaw& law, double mean, double cv) {
    if (law.min) return UniformParameters{law.min->count(), law.max->count()};
    const double half = std::sqrt(3.0) * cv * mean;
    return UniformParameters{std::max(0.0, mean - half), mean + half};
}

}  // namespace

LawParameters law_parameters(const DurationLaw& law) {
    EXPECTS(law.law != Law::empirical);
    const double mean = law.mean_duration().count();
    if (law.law == Law::triangular) return TriangularParameters{law.min->count(), law.mode->count(), law.max->count()};
    if (law.law == Law::exponential) return ExponentialParameters{mean};
    const double cv = law.variation();
    if (law.law == Law::constant || cv == 0.0 || mean == 0.0) return ConstantParameters{mean};
    switch (law.law) {
        case Law::uniform:
            return uniform(law, mean, cv);
        case Law::hyperexponential:
            return balanced_phases(mean, cv);
        case Law::lognormal:
            return lognormal(mean, cv);
        case Law::erlang:
            if (*law.k == 1) return ExponentialParameters{mean};
            return GammaParameters{static_cast<double>(*law.k), mean / *law.k};
        case Law::gamma:
            if (cv == 1.0) return ExponentialParameters{mean};
            return GammaParameters{1.0 / (cv * cv), mean * cv * cv};
        default:
            return cv == 1.0 ? ExponentialParameters{mean} : weibull(mean, cv);
    }
}

bool is_exponential(const DurationLaw& law) {
    return law.law != Law::empirical && std::holds_alternative<ExponentialParameters>(law_parameters(law));
}

}  // namespace freiton
