// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/law_upto.hpp"

#include <gtest/gtest.h>

#include "freiton/model/law_functions.hpp"
#include "model/reference_laws.hpp"

namespace freiton {
namespace {

using test::law_of;
using test::reference_cases;

const std::vector<double> shares = {1e-6, 0.01, 0.2, 0.5, 0.8, 0.99, 1.0 - 1e-6};

TEST(LawUpto, SharesAreThoseOfTheExactFunctions) {
    for (const auto& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        const auto upto = law_upto_function(law);
        for (const double p : shares) {
            const double t = law_quantile(law, p);
            const LawUpto at = upto(t);
            EXPECT_NEAR(at.ended, law_cdf(law, t), 1e-12 * law_cdf(law, t)) << c.at("id") << " " << t;
            EXPECT_NEAR(at.lasts, law_tail(law, t), 1e-12) << c.at("id") << " " << t;
        }
        EXPECT_EQ(upto(0.0).lasts, 1.0) << c.at("id");
    }
}

// E min(X, t) is the integral of P(X > .): its growth over a step is that of the tail in the middle, but for the third
// derivative, which a Richardson step takes out as well.
TEST(LawUpto, LimitedMeansAreIntegralsOfTheTail) {
    for (const auto& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        if (is_law_in_steps(law)) continue;
        const auto upto = law_upto_function(law);
        const auto tail = law_tail_function(law);
        for (const double p : {0.05, 0.3, 0.6, 0.95}) {
            const double t = law_quantile(law, p);
            const auto growth = [&](double h) {
                return (upto(t + h).limited_mean_s(t + h) - upto(t - h).limited_mean_s(t - h)) / (2.0 * h);
            };
            const double h = 0.01 * std::min(t, law_sd(law));
            EXPECT_NEAR((4.0 * growth(h) - growth(2.0 * h)) / 3.0, tail(t), 2e-6) << c.at("id") << " " << t;
        }
        const double far = law_quantile(law, 1.0 - 1e-14);
        EXPECT_NEAR(upto(far).limited_mean_s(far), law_mean(law), 1e-9 * law_mean(law) + 1e-11 * far) << c.at("id");
    }
}

TEST(LawUpto, OfRecordedValuesTheyAreSums) {
    DurationLaw law{.law = Law::empirical};
    law.values_s = {30.0, 10.0, 0.0, 10.0};
    const auto upto = law_upto_function(law);
    EXPECT_EQ(upto(0.0).ended, 0.25);
    EXPECT_EQ(upto(10.0).ended, 0.75);
    EXPECT_EQ(upto(10.0).ended_mean_s, 5.0);
    EXPECT_EQ(upto(12.0).limited_mean_s(12.0), 8.0);  // (12 + 10 + 0 + 10) / 4
    EXPECT_EQ(law_breaks_s(law), (std::vector<double>{10.0, 30.0}));
    EXPECT_TRUE(is_law_in_steps(law));
    EXPECT_FALSE(is_law_in_steps({.law = Law::uniform, .min = Seconds{0.0}, .max = Seconds{9.0}}));
    EXPECT_TRUE(is_law_in_steps({.law = Law::gamma, .mean = Seconds{9.0}, .cv = 0.0}));
}

}  // namespace
}  // namespace freiton
