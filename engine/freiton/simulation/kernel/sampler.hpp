// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "freiton/model/duration_law.hpp"
#include "freiton/simulation/kernel/random.hpp"

namespace freiton::simulation::kernel {

/// A law made ready to be drawn from: parameters worked out once, one small plain record, no virtual call.
///
/// Draws are seconds, finite and above 0 (but for a constant 0 and for zeros in an empirical list). The parameters come
/// from our own arithmetic too (law_parameters.hpp), so that a stream gives the same bytes on every machine.
/// Speed (random_bench): exponential 1.9 ns, lognormal 5.2, hyperexponential 5.0, gamma 8.3 (cv > 1: 14), Weibull 13.
/// The kinds that calls usually have are drawn in line, the others by one call.
class Sampler {
  public:
    Sampler() = default;  // constant 0

    double operator()(Generator& generator) const {
        if (kind_ == Kind::exponential) [[likely]]
            return a_ * exponential(generator);
        if (kind_ == Kind::lognormal) return portable_exp(a_ + b_ * normal(generator));
        if (kind_ == Kind::constant) return a_;
        return draw_rarer(generator);
    }

  private:
    friend Sampler make_sampler(const DurationLaw& law);

    enum class Kind : std::uint32_t {
        constant,          // a
        exponential,       // a: mean
        lognormal,         // a: mu, b: sigma
        gamma,             // a: d = shape - 1/3, b: c = 1 / sqrt(9 d), c: scale
        gamma_boosted,     // the same for shape + 1, and d: 1 / shape
        weibull,           // a: ln scale, b: 1 / shape
        hyperexponential,  // a: share of the first phase, b, c: means of the phases
        uniform,           // a: least, b: width
        triangular,        // a: least, b: mode, c: greatest, d: P(X <= mode)
        empirical
    };

    double draw_rarer(Generator& generator) const;

    Kind kind_ = Kind::constant;
    std::uint32_t count_ = 0;         // empirical
    const double* values_ = nullptr;  // empirical: the law's own
    double a_ = 0.0, b_ = 0.0, c_ = 0.0, d_ = 0.0;
};

/// The law must be complete (duration_law_problem finds nothing); an empirical one must outlive the sampler, which
/// draws from its values in place: each as likely as the others.
Sampler make_sampler(const DurationLaw& law);
Sampler make_sampler(DurationLaw&& law) = delete;

/// A factor with mean 1 and coefficient of variation cv, gamma distributed: what a day's arrivals have in common.
/// With cv 0 it is 1, and nothing is drawn.
double gamma_factor(Generator& generator, double cv);

}  // namespace freiton::simulation::kernel
