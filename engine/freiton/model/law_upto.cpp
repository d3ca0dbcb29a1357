// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_upto.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numbers>

#include "freiton/core/contracts.hpp"
#include "freiton/model/law_parameters.hpp"

namespace freiton {

namespace {

// Integrals ask for it very often: double precision throughout, one special function each where that is enough.
// Narrow gamma laws overflow on the way to a value of 0.
constexpr auto in_double =
    boost::math::policies::make_policy(boost::math::policies::promote_double<false>{},
                                       boost::math::policies::overflow_error<boost::math::policies::ignore_error>{});

double lower_gamma(double shape, double x) { return boost::math::gamma_p(shape, x, in_double); }

// Without the cancellation of 1 - e^-x (1 + x).
double exponential_ended_mean(double x) { return x < 0.5 ? lower_gamma(2.0, x) : -std::expm1(-x) - x * std::exp(-x); }

LawUpto upto(const ConstantParameters& p, double t) {
    return t >= p.value_s ? LawUpto{1.0, 0.0, p.value_s} : LawUpto{};
}

LawUpto upto(const ExponentialParameters& p, double t) {
    const double x = t / p.mean_s;
    return {-std::expm1(-x), std::exp(-x), p.mean_s * exponential_ended_mean(x)};
}

LawUpto upto(const LognormalParameters& p, double t) {
    const auto below = [](double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); };
    const double z = (std::log(t) - p.mu) / p.sigma;
    const double mean = std::exp(p.mu + 0.5 * p.sigma * p.sigma);
    return {below(z), below(-z), mean * below(z - p.sigma)};
}

// P(k, x) = P(k+1, x) + x^k e^-x / k!: a sum below, a difference above, so that the smaller part stays exact.
LawUpto upto(const GammaParameters& p, double t) {
    const double x = t / p.scale_s;
    const double mean = p.shape * p.scale_s;
    const double between = boost::math::gamma_p_derivative(p.shape + 1.0, x, in_double);
    if (x < p.shape + 1.0) {
        const double below = lower_gamma(p.shape + 1.0, x);
        return {below + between, 1.0 - below - between, mean * below};
    }
    const double above = boost::math::gamma_q(p.shape, x, in_double);
    return {1.0 - above, above, mean * (1.0 - above - between)};
}

LawUpto upto(const WeibullParameters& p, double t) {
    const double x = std::exp(p.shape * (std::log(t) - p.log_scale));
    const double inverse = 1.0 / p.shape;
    const double mean = std::exp(p.log_scale) * boost::math::tgamma(1.0 + inverse, in_double);
    return {-std::expm1(-x), std::exp(-x), mean * lower_gamma(1.0 + inverse, x)};
}

LawUpto upto(const TwoPhaseParameters& p, double t) {
    const LawUpto first = upto(ExponentialParameters{1.0 / p.first_rate}, t);
    const LawUpto second = upto(ExponentialParameters{1.0 / p.second_rate}, t);
    return {p.first * first.ended + p.second * second.ended, p.first * first.lasts + p.second * second.lasts,
            p.first * first.ended_mean_s + p.second * second.ended_mean_s};
}

LawUpto upto(const UniformParameters& p, double t) {
    const double width = p.max_s - p.min_s;
    const double passed = std::clamp(t, p.min_s, p.max_s) - p.min_s;
    return {passed / width, (width - passed) / width, passed * (passed + 2.0 * p.min_s) / (2.0 * width)};
}

LawUpto upto(const TriangularParameters& p, double t) {
    const double width = p.max_s - p.min_s;
    if (t <= p.min_s) return {};
    if (t <= p.mode_s) {
        const double passed = t - p.min_s;
        const double ended = passed * passed / (width * (p.mode_s - p.min_s));
        return {ended, 1.0 - ended, ended * (p.min_s + passed * 2.0 / 3.0)};
    }
    const double mean = (p.min_s + p.mode_s + p.max_s) / 3.0;
    const double left = p.max_s - std::min(t, p.max_s);
    const double lasts = left > 0.0 ? left * left / (width * (p.max_s - p.mode_s)) : 0.0;
    return {1.0 - lasts, lasts, mean - lasts * (p.max_s - left * 2.0 / 3.0)};
}

// Recorded values, each as likely as the others.
class Recorded {
  public:
    explicit Recorded(std::vector<double> values) : sorted_{std::move(values)} {
        EXPECTS(!sorted_.empty());
        std::sort(sorted_.begin(), sorted_.end());
        for (const double value : sorted_) sums_.push_back(sums_.back() + value);
    }
    LawUpto operator()(double t) const {
        const auto ended =
            static_cast<std::size_t>(std::upper_bound(sorted_.begin(), sorted_.end(), t) - sorted_.begin());
        const auto all = static_cast<double>(sorted_.size());
        const auto share = static_cast<double>(ended) / all;
        return {share, static_cast<double>(sorted_.size() - ended) / all, sums_[ended] / all};
    }

  private:
    std::vector<double> sorted_;
    std::vector<double> sums_{0.0};  // of the least so many
};

std::vector<double> breaks(const ConstantParameters& p) { return {p.value_s}; }
std::vector<double> breaks(const UniformParameters& p) { return {p.min_s, p.max_s}; }
std::vector<double> breaks(const TriangularParameters& p) { return {p.min_s, p.mode_s, p.max_s}; }
template <class Smooth>
std::vector<double> breaks(const Smooth&) {
    return {};
}

}  // namespace

std::function<LawUpto(double)> law_upto_function(const DurationLaw& law) {
    if (law.law == Law::empirical) return Recorded{law.values_s};
    return std::visit(
        [](const auto& parameters) -> std::function<LawUpto(double)> {
            return [parameters](double t_s) { return t_s > 0.0 ? upto(parameters, t_s) : LawUpto{}; };
        },
        law_parameters(law));
}

std::vector<double> law_breaks_s(const DurationLaw& law) {
    std::vector<double> times = law.law == Law::empirical
                                    ? law.values_s
                                    : std::visit([](const auto& p) { return breaks(p); }, law_parameters(law));
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    times.erase(times.begin(), std::upper_bound(times.begin(), times.end(), 0.0));
    return times;
}

bool is_law_in_steps(const DurationLaw& law) {
    return law.law == Law::empirical || std::holds_alternative<ConstantParameters>(law_parameters(law));
}

}  // namespace freiton
