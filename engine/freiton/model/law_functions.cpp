// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_functions.hpp"

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <limits>

#include "freiton/core/contracts.hpp"
#include "freiton/model/law_parameters.hpp"

namespace freiton {

namespace {

namespace bm = boost::math;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

template <class Boost>
struct Continuous {
    Boost law;
    double cdf(double t) const { return t <= 0.0 ? 0.0 : bm::cdf(law, t); }
    double tail(double t) const { return t <= 0.0 ? 1.0 : bm::cdf(bm::complement(law, t)); }
    double quantile(double p) const { return bm::quantile(law, p); }
    double skewness() const { return bm::skewness(law); }
    double excess_kurtosis() const { return bm::kurtosis_excess(law); }
};

struct Constant {
    double value;
    double cdf(double t) const { return t >= value ? 1.0 : 0.0; }
    double tail(double t) const { return t >= value ? 0.0 : 1.0; }
    double quantile(double) const { return value; }
    double skewness() const { return undefined; }
    double excess_kurtosis() const { return undefined; }
};

struct TwoPhases {
    TwoPhaseParameters p;
    double cdf(double t) const {
        return t <= 0.0 ? 0.0 : -p.first * std::expm1(-p.first_rate * t) - p.second * std::expm1(-p.second_rate * t);
    }
    double tail(double t) const {
        return t <= 0.0 ? 1.0 : p.first * std::exp(-p.first_rate * t) + p.second * std::exp(-p.second_rate * t);
    }
    // The slower phase alone would need longer.
    double quantile(double probability) const {
        const auto excess = [&](double t) {
            return probability < 0.5 ? cdf(t) - probability : (1.0 - probability) - tail(t);
        };
        const double longest = -std::log1p(-probability) / p.second_rate * (1.0 + 1e-9);
        std::uintmax_t steps = 200;
        const auto [a, b] = bm::tools::toms748_solve(excess, 0.0, longest, bm::tools::eps_tolerance<double>(50), steps);
        return 0.5 * (a + b);
    }
    // E X^n = n! (first / first_rate^n + second / second_rate^n)
    double moment(int n) const {
        return std::tgamma(n + 1.0) * (p.first / std::pow(p.first_rate, n) + p.second / std::pow(p.second_rate, n));
    }
    double skewness() const {
        const double m = moment(1), variance = moment(2) - m * m;
        return (moment(3) - 3.0 * m * moment(2) + 2.0 * m * m * m) / std::pow(variance, 1.5);
    }
    double excess_kurtosis() const {
        const double m = moment(1), variance = moment(2) - m * m;
        const double fourth = moment(4) - 4.0 * m * moment(3) + 6.0 * m * m * moment(2) - 3.0 * m * m * m * m;
        return fourth / (variance * variance) - 3.0;
    }
};

struct Empirical {
    std::vector<double> sorted;
    double size() const { return static_cast<double>(sorted.size()); }
    double upto(double t) const {
        return static_cast<double>(std::upper_bound(sorted.begin(), sorted.end(), t) - sorted.begin());
    }
    double cdf(double t) const { return upto(t) / size(); }
    double tail(double t) const { return (size() - upto(t)) / size(); }
    double quantile(double p) const {
        const double position = std::ceil(p * size() * (1.0 - 1e-15));  // 0.1 x 10 values is the first, not the second
        const auto index = static_cast<std::size_t>(std::max(1.0, position)) - 1;
        return sorted[std::min(index, sorted.size() - 1)];
    }
    double central_moment(int n) const {
        double mean = 0.0, sum = 0.0;
        for (const double value : sorted) mean += value / size();
        for (const double value : sorted) sum += std::pow(value - mean, n);
        return sum / size();
    }
    double skewness() const { return central_moment(3) / std::pow(central_moment(2), 1.5); }
    double excess_kurtosis() const { return central_moment(4) / std::pow(central_moment(2), 2) - 3.0; }
};

Constant known(const ConstantParameters& p) { return {p.value_s}; }
TwoPhases known(const TwoPhaseParameters& p) { return {p}; }
Continuous<bm::exponential> known(const ExponentialParameters& p) { return {bm::exponential{1.0 / p.mean_s}}; }
Continuous<bm::lognormal> known(const LognormalParameters& p) { return {bm::lognormal{p.mu, p.sigma}}; }
Continuous<bm::gamma_distribution<>> known(const GammaParameters& p) {
    return {bm::gamma_distribution<>{p.shape, p.scale_s}};
}
Continuous<bm::weibull> known(const WeibullParameters& p) { return {bm::weibull{p.shape, std::exp(p.log_scale)}}; }
Continuous<bm::uniform> known(const UniformParameters& p) { return {bm::uniform{p.min_s, p.max_s}}; }
Continuous<bm::triangular> known(const TriangularParameters& p) { return {bm::triangular{p.min_s, p.mode_s, p.max_s}}; }

/// Calls `use` with the law made ready, whichever it is.
template <class Use>
auto ready(const DurationLaw& law, Use use) {
    if (law.law == Law::empirical) {
        EXPECTS(!law.values_s.empty());
        Empirical empirical{law.values_s};
        std::sort(empirical.sorted.begin(), empirical.sorted.end());
        return use(std::move(empirical));
    }
    return std::visit([&](const auto& parameters) { return use(known(parameters)); }, law_parameters(law));
}

template <class Question>
double ask(const DurationLaw& law, Question question) {
    return ready(law, question);
}

template <class Question>
std::function<double(double)> function_of(const DurationLaw& law, Question question) {
    return ready(law, [&](auto known) -> std::function<double(double)> {
        return [known = std::move(known), question](double x) { return question(known, x); };
    });
}

}  // namespace

double law_mean(const DurationLaw& law) { return law.mean_duration().count(); }
double law_sd(const DurationLaw& law) { return law_mean(law) * law.variation(); }
double law_skewness(const DurationLaw& law) {
    return ask(law, [](const auto& known) { return known.skewness(); });
}
double law_excess_kurtosis(const DurationLaw& law) {
    return ask(law, [](const auto& known) { return known.excess_kurtosis(); });
}
double law_cdf(const DurationLaw& law, double t_s) {
    return ask(law, [&](const auto& known) { return known.cdf(t_s); });
}
double law_tail(const DurationLaw& law, double t_s) {
    return ask(law, [&](const auto& known) { return known.tail(t_s); });
}
double law_quantile(const DurationLaw& law, double p) {
    EXPECTS(p > 0.0 && p < 1.0);
    return ask(law, [&](const auto& known) { return known.quantile(p); });
}
std::function<double(double)> law_cdf_function(const DurationLaw& law) {
    return function_of(law, [](const auto& known, double t_s) { return known.cdf(t_s); });
}
std::function<double(double)> law_tail_function(const DurationLaw& law) {
    return function_of(law, [](const auto& known, double t_s) { return known.tail(t_s); });
}
std::function<double(double)> law_quantile_function(const DurationLaw& law) {
    return function_of(law, [](const auto& known, double p) { return known.quantile(p); });
}

}  // namespace freiton
