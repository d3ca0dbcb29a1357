// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/sampler.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

#include "freiton/core/contracts.hpp"
#include "freiton/model/law_parameters.hpp"

namespace freiton::simulation::kernel {

namespace {

constexpr double least_positive = std::numeric_limits<double>::min();

// Gamma with scale 1 and shape d + 1/3 >= 1, c = 1 / sqrt(9 d). Source: Marsaglia, Tsang, "A simple method for
// generating gamma variables" (2000).
double standard_gamma(Generator& generator, double d, double c) {
    for (;;) {
        const double x = normal(generator);
        const double root = 1.0 + c * x;
        if (root <= 0.0) continue;
        const double v = root * root * root;
        const double u = generator.uniform();
        const double x2 = x * x;
        if (u < 1.0 - 0.0331 * x2 * x2) return d * v;
        if (portable_log(u) < 0.5 * x2 + d * (1.0 - v + portable_log(v))) return d * v;
    }
}

// With a shape a < 1: gamma(a + 1) U^(1/a), and -ln U is exponential.
double boosted_gamma(Generator& generator, double d, double c, double inverse_shape) {
    const double gamma = standard_gamma(generator, d, c);
    const double power = portable_exp(-exponential(generator) * inverse_shape);
    return gamma * power;
}

// Inverse of the distribution function.
double triangular(double u, double least, double mode, double greatest, double until_mode) {
    const double width = greatest - least;
    const double t = u < until_mode ? least + std::sqrt(u * width * (mode - least))
                                    : greatest - std::sqrt((1.0 - u) * width * (greatest - mode));
    return std::max(t, least_positive);
}

}  // namespace

double Sampler::draw_rarer(Generator& generator) const {
    switch (kind_) {
        case Kind::gamma:
            return std::max(c_ * standard_gamma(generator, a_, b_), least_positive);
        case Kind::gamma_boosted:
            return std::max(c_ * boosted_gamma(generator, a_, b_, d_), least_positive);
        case Kind::weibull:
            return portable_exp(a_ + b_ * portable_log(exponential(generator)));
        case Kind::hyperexponential: {
            const double phase_mean = generator.uniform() < a_ ? b_ : c_;
            return phase_mean * exponential(generator);
        }
        case Kind::uniform:
            return a_ + b_ * generator.uniform();
        case Kind::triangular:
            return triangular(generator.uniform(), a_, b_, c_, d_);
        case Kind::empirical:
            return values_[static_cast<std::size_t>(generator.uniform() * count_)];
        default:
            break;
    }
    return a_ * (kind_ == Kind::exponential ? exponential(generator) : 1.0);
}

Sampler make_sampler(const DurationLaw& law) {
    using Kind = Sampler::Kind;
    Sampler s;
    const auto set = [&s](Kind kind, double a, double b = 0.0, double c = 0.0, double d = 0.0) {
        s.kind_ = kind;
        s.a_ = a;
        s.b_ = b;
        s.c_ = c;
        s.d_ = d;
    };
    const auto ready = [&](const auto& p) {
        using P = std::decay_t<decltype(p)>;
        if constexpr (std::is_same_v<P, ConstantParameters>) set(Kind::constant, p.value_s);
        if constexpr (std::is_same_v<P, ExponentialParameters>) set(Kind::exponential, p.mean_s);
        if constexpr (std::is_same_v<P, LognormalParameters>) set(Kind::lognormal, p.mu, p.sigma);
        if constexpr (std::is_same_v<P, WeibullParameters>) set(Kind::weibull, p.log_scale, 1.0 / p.shape);
        if constexpr (std::is_same_v<P, TwoPhaseParameters>)
            set(Kind::hyperexponential, p.first, 1.0 / p.first_rate, 1.0 / p.second_rate);
        if constexpr (std::is_same_v<P, UniformParameters>) set(Kind::uniform, p.min_s, p.max_s - p.min_s);
        if constexpr (std::is_same_v<P, TriangularParameters>)
            set(Kind::triangular, p.min_s, p.mode_s, p.max_s, (p.mode_s - p.min_s) / (p.max_s - p.min_s));
        if constexpr (std::is_same_v<P, GammaParameters>) {
            const bool boosted = p.shape < 1.0;
            const double d = (boosted ? p.shape + 1.0 : p.shape) - 1.0 / 3.0;
            set(boosted ? Kind::gamma_boosted : Kind::gamma, d, 1.0 / std::sqrt(9.0 * d), p.scale_s, 1.0 / p.shape);
        }
    };
    if (law.law == Law::empirical) {
        EXPECTS(!law.values_s.empty() && law.values_s.size() <= std::numeric_limits<std::uint32_t>::max());
        s.kind_ = Kind::empirical;
        s.count_ = static_cast<std::uint32_t>(law.values_s.size());
        s.values_ = law.values_s.data();
        return s;
    }
    std::visit(ready, law_parameters(law));
    return s;
}

double gamma_factor(Generator& generator, double cv) {
    EXPECTS(cv >= 0.0);
    const double scale = cv * cv;
    if (scale == 0.0) return 1.0;
    const double shape = 1.0 / scale;
    const bool boosted = shape < 1.0;
    const double d = (boosted ? shape + 1.0 : shape) - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    const double gamma = boosted ? boosted_gamma(generator, d, c, scale) : standard_gamma(generator, d, c);
    return std::max(scale * gamma, least_positive);
}

}  // namespace freiton::simulation::kernel
