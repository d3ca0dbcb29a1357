// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_parameters.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/reference_laws.hpp"

namespace freiton {
namespace {

using test::Json;
using test::law_of;
using test::reference_cases;

using Named = std::map<std::string, double>;

struct ByName {
    Named operator()(const ConstantParameters& p) const { return {{"value", p.value_s}}; }
    // An exponential law is also a gamma and a Weibull law of shape 1.
    Named operator()(const ExponentialParameters& p) const {
        return {{"rate", 1.0 / p.mean_s}, {"shape", 1.0}, {"scale", p.mean_s}};
    }
    Named operator()(const LognormalParameters& p) const { return {{"mu", p.mu}, {"sigma", p.sigma}}; }
    Named operator()(const GammaParameters& p) const { return {{"shape", p.shape}, {"scale", p.scale_s}}; }
    Named operator()(const WeibullParameters& p) const {
        return {{"shape", p.shape}, {"scale", std::exp(p.log_scale)}};
    }
    Named operator()(const TwoPhaseParameters& p) const {
        return {{"p1", p.first}, {"p2", p.second}, {"rate1", p.first_rate}, {"rate2", p.second_rate}};
    }
    Named operator()(const UniformParameters& p) const { return {{"min", p.min_s}, {"max", p.max_s}}; }
    Named operator()(const TriangularParameters& p) const {
        return {{"min", p.min_s}, {"mode", p.mode_s}, {"max", p.max_s}};
    }
};

TEST(RandomVariates, DerivedParametersAreThoseOfTheReference) {
    int seen = 0;
    for (const auto& c : reference_cases("random_variates")) {
        if (!c.contains("derived_parameters")) continue;
        const Named ours = std::visit(ByName{}, law_parameters(law_of(c)));
        for (const auto& [name, wanted] : c.at("derived_parameters").items()) {
            ASSERT_TRUE(ours.contains(name)) << c.at("id") << ' ' << name;
            // The one uniform law from (almost) zero on: 300 - 300, where only the last bits are left.
            freiton::test::expect_close(wanted, ours.at(name), 1e-12, c.at("id").get<std::string>() + ' ' + name,
                                        1e-13);
            ++seen;
        }
    }
    EXPECT_GT(seen, 55);
}

double weibull_cv(double shape) {
    const double ratio = std::lgamma(1.0 + 2.0 / shape) - 2.0 * std::lgamma(1.0 + 1.0 / shape);
    return std::sqrt(std::expm1(ratio));
}

// The rounding of 1 + 1/shape, 1e-16, stands beside cv^2.
TEST(LawParameters, AWeibullLawHasTheVariationThatWasAskedForFromNarrowToWide) {
    for (const double cv : {1e-4, 1e-3, 0.01, 0.1, 0.5, 0.99, 1.01, 3.0, 30.0, 1000.0, 100'000.0}) {
        const auto p =
            std::get<WeibullParameters>(law_parameters({.law = Law::weibull, .mean = Seconds{180}, .cv = cv}));
        EXPECT_NEAR(weibull_cv(p.shape) / cv, 1.0, 1e-12 + 3e-16 / (cv * cv)) << "cv " << cv;
        EXPECT_NEAR(p.log_scale + std::lgamma(1.0 + 1.0 / p.shape), std::log(180.0), 1e-13 * std::abs(p.log_scale));
    }
}

TEST(LawParameters, ALawWithoutSpreadIsConstant) {
    for (const Law law : {Law::lognormal, Law::gamma, Law::weibull, Law::uniform})
        EXPECT_EQ(std::get<ConstantParameters>(law_parameters({.law = law, .mean = Seconds{180}, .cv = 0.0})).value_s,
                  180.0);
}

}  // namespace
}  // namespace freiton
