// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/duration_distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <variant>

namespace freiton::analytic {

namespace {

namespace bm = boost::math;

// P(X > t) = first exp(-rate_first t) + (1 - first) exp(-rate_second t)
struct TwoPhases {
    double first, rate_first, rate_second;
};
struct Constant {
    double value;
};
struct Empirical {
    std::vector<double> sorted;
};

using Distribution = std::variant<bm::gamma_distribution<>, bm::lognormal, bm::weibull, bm::uniform, bm::triangular,
                                  TwoPhases, Constant, Empirical>;

double weibull_shape(double cv) {
    const auto excess = [&](double ln_shape) {
        const double b = std::exp(ln_shape);
        return std::lgamma(1.0 + 2.0 / b) - 2.0 * std::lgamma(1.0 + 1.0 / b) - std::log1p(cv * cv);
    };
    std::uintmax_t steps = 200;
    const auto [low, high] =
        bm::tools::toms748_solve(excess, std::log(0.05), std::log(1e4), bm::tools::eps_tolerance<double>(50), steps);
    return std::exp(0.5 * (low + high));
}

TwoPhases balanced_phases(double mean, double cv) {
    const double first = 0.5 * (1.0 + std::sqrt((cv * cv - 1.0) / (cv * cv + 1.0)));
    return {first, 2.0 * first / mean, 2.0 * (1.0 - first) / mean};
}

Distribution distribution_of(const DurationLaw& law) {
    const double mean = law.mean_duration().count();
    const double cv = law.variation();
    switch (law.law) {
        case Law::exponential:
            return bm::gamma_distribution<>{1.0, mean};
        case Law::erlang:
            return bm::gamma_distribution<>{static_cast<double>(*law.k), mean / *law.k};
        case Law::constant:
            return Constant{mean};
        case Law::empirical: {
            Empirical empirical{law.values_s};
            std::sort(empirical.sorted.begin(), empirical.sorted.end());
            return empirical;
        }
        case Law::triangular:
            return bm::triangular{law.min->count(), law.mode->count(), law.max->count()};
        case Law::uniform: {
            const double half = std::sqrt(3.0) * cv * mean;
            return bm::uniform{mean - half, mean + half};
        }
        default:
            break;
    }
    if (cv == 0.0) return Constant{mean};
    if (law.law == Law::gamma) return bm::gamma_distribution<>{1.0 / (cv * cv), mean * cv * cv};
    if (law.law == Law::hyperexponential) return balanced_phases(mean, cv);
    if (law.law == Law::weibull) {
        const double shape = weibull_shape(cv);
        return bm::weibull{shape, mean / std::tgamma(1.0 + 1.0 / shape)};
    }
    const double sigma2 = std::log1p(cv * cv);
    return bm::lognormal{std::log(mean) - 0.5 * sigma2, std::sqrt(sigma2)};
}

double cumulative_of(const TwoPhases& d, double t) {
    return -d.first * std::expm1(-d.rate_first * t) - (1.0 - d.first) * std::expm1(-d.rate_second * t);
}
double cumulative_of(const Constant& d, double t) { return t >= d.value ? 1.0 : 0.0; }
double cumulative_of(const Empirical& d, double t) {
    const auto upto = std::upper_bound(d.sorted.begin(), d.sorted.end(), t) - d.sorted.begin();
    return static_cast<double>(upto) / static_cast<double>(d.sorted.size());
}
template <class Boost>
double cumulative_of(const Boost& d, double t) {
    return bm::cdf(d, t);
}

double quantile_of(const TwoPhases& d, double p) {
    double high = 1.0 / d.rate_second;
    while (cumulative_of(d, high) < p) high *= 2.0;
    std::uintmax_t steps = 200;
    const auto [a, b] = bm::tools::toms748_solve([&](double t) { return cumulative_of(d, t) - p; }, 0.0, high,
                                                 bm::tools::eps_tolerance<double>(50), steps);
    return 0.5 * (a + b);
}
double quantile_of(const Constant& d, double) { return d.value; }
double quantile_of(const Empirical& d, double p) {
    const double position = std::ceil(p * static_cast<double>(d.sorted.size()) * (1.0 - 1e-15));
    const auto index = static_cast<std::size_t>(std::max(1.0, position)) - 1;
    return d.sorted[std::min(index, d.sorted.size() - 1)];
}
template <class Boost>
double quantile_of(const Boost& d, double p) {
    return bm::quantile(d, p);
}

}  // namespace

double cumulative(const DurationLaw& law, Seconds t) {
    EXPECTS(t.count() >= 0.0);
    return std::visit([&](const auto& d) { return cumulative_of(d, t.count()); }, distribution_of(law));
}

Seconds quantile(const DurationLaw& law, double p) {
    EXPECTS(p > 0.0 && p < 1.0);
    return Seconds{std::visit([&](const auto& d) { return quantile_of(d, p); }, distribution_of(law))};
}

}  // namespace freiton::analytic
