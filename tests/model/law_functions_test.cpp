// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_functions.hpp"

#include <gtest/gtest.h>

#include "freiton/core/contracts.hpp"
#include "model/reference_laws.hpp"

namespace freiton {
namespace {

using test::expect_close;
using test::law_of;
using test::reference_cases;

constexpr double wanted_accuracy = 1e-9;  // of the reference family

TEST(RandomVariates, MomentsAreThoseOfTheReference) {
    int seen = 0;
    for (const auto& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        const std::string id = c.at("id");
        expect_close(c.at("mean"), law_mean(law), wanted_accuracy, id + " mean");
        expect_close(c.at("sd"), law_sd(law), wanted_accuracy, id + " sd");
        expect_close(c.at("variance"), law_sd(law) * law_sd(law), wanted_accuracy, id + " variance");
        // A skewness of 0 comes out of sums that cancel.
        expect_close(c.at("skewness"), law_skewness(law), wanted_accuracy, id + " skewness", 1e-14);
        expect_close(c.at("ex_kurtosis"), law_excess_kurtosis(law), wanted_accuracy, id + " kurtosis", 1e-14);
        ++seen;
    }
    EXPECT_EQ(seen, 37);
}

TEST(RandomVariates, QuantilesAreThoseOfTheReference) {
    int seen = 0;
    for (const auto& c : reference_cases("random_variates"))
        for (const auto& q : c.at("quantiles")) {
            const double p = q.at("p");
            expect_close(q.at("x"), law_quantile(law_of(c), p), wanted_accuracy,
                         c.at("id").get<std::string>() + " quantile " + std::to_string(p));
            ++seen;
        }
    EXPECT_EQ(seen, 37 * 9);
}

TEST(RandomVariates, FunctionsForManyValuesAreTheSame) {
    for (const auto& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        const auto cdf = law_cdf_function(law), tail = law_tail_function(law), quantile = law_quantile_function(law);
        for (const double t : {-1.0, 0.0, 10.0, 200.0}) {
            EXPECT_EQ(cdf(t), law_cdf(law, t)) << c.at("id");
            EXPECT_EQ(tail(t), law_tail(law, t)) << c.at("id");
        }
        for (const double p : {0.01, 0.5, 0.999}) EXPECT_EQ(quantile(p), law_quantile(law, p)) << c.at("id");
    }
}

TEST(RandomVariates, ProbabilitiesOfBothTailsAreThoseOfTheReference) {
    // The reference's tails are 1 - cdf with 50 digits: below 1e-43 they end in the rounding of that difference. With
    // 120 digits the two that show it are 1.63197021008821473e-44 (random_variates-003) and 1.09437470873469833e-72
    // (random_variates-009), as we have them.
    constexpr double lost_in_the_reference = 1e-50;
    constexpr double smallest_normal = 1e-300;
    int seen = 0;
    for (const auto& c : reference_cases("random_variates"))
        for (const auto& point : c.at("cdf")) {
            const double t = point.at("t");
            const std::string what = c.at("id").get<std::string>() + " at " + std::to_string(t);
            expect_close(point.at("p"), law_cdf(law_of(c), t), wanted_accuracy, what + " cdf", smallest_normal);
            if (point.contains("tail"))
                expect_close(point.at("tail"), law_tail(law_of(c), t), wanted_accuracy, what + " tail",
                             lost_in_the_reference);
            ++seen;
        }
    EXPECT_GT(seen, 150);
}

TEST(LawFunctions, KeepTheirDigitsFarOutInATail) {
    const DurationLaw lognormal{.law = Law::lognormal, .mean = Seconds{60}, .sd = Seconds{6}};
    EXPECT_NEAR(law_tail(lognormal, 240.0) / 1.63197021008821473e-44, 1.0, 1e-12);
    const DurationLaw gamma{.law = Law::gamma, .mean = Seconds{60}, .sd = Seconds{6}};
    EXPECT_NEAR(law_tail(gamma, 240.0) / 1.09437470873469833e-72, 1.0, 1e-12);
}

TEST(LawFunctions, NothingLastsLessThanNoTime) {
    for (const auto& c : reference_cases("random_variates")) {
        EXPECT_EQ(law_cdf(law_of(c), -1.0), 0.0) << c.at("id");
        EXPECT_EQ(law_tail(law_of(c), -1.0), 1.0) << c.at("id");
    }
}

TEST(LawFunctions, QuantileUndoesTheDistributionFunction) {
    for (const auto& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        if (law.law == Law::constant || law.law == Law::empirical) continue;  // they have steps
        for (const double p : {1e-6, 0.02, 0.37, 0.81, 0.9999}) {
            const double t = law_quantile(law, p);
            EXPECT_NEAR(law_cdf(law, t), p, 1e-9 * p) << c.at("id") << ", p " << p;
            EXPECT_NEAR(law_tail(law, t), 1.0 - p, 1e-9 * (1.0 - p)) << c.at("id") << ", p " << p;
        }
    }
}

TEST(LawFunctions, AQuantileOfNothingOrAllIsAMistakeOfTheCaller) {
    const DurationLaw law{.mean = Seconds{180}};
    EXPECT_THROW(law_quantile(law, 0.0), ContractViolation);
    EXPECT_THROW(law_quantile(law, 1.0), ContractViolation);
    EXPECT_THROW(law_cdf(DurationLaw{.law = Law::empirical}, 1.0), ContractViolation);
}

}  // namespace
}  // namespace freiton
