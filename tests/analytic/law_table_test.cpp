// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/law_table.hpp"

#include <gtest/gtest.h>

#include <random>

namespace freiton::analytic {
namespace {

// Narrow, wide and wild near 0; errors are of the largest value of an octave.
TEST(LawTable, IsAsGoodAsTheLaw) {
    const std::vector<DurationLaw> laws = {{.law = Law::lognormal, .cv = 0.05},      {.law = Law::lognormal, .cv = 1.5},
                                           {.law = Law::lognormal, .cv = 30.0},      {.law = Law::gamma, .cv = 0.2},
                                           {.law = Law::gamma, .cv = 3.0},           {.law = Law::weibull, .cv = 0.3},
                                           {.law = Law::weibull, .cv = 4.0},         {.law = Law::erlang, .k = 3},
                                           {.law = Law::hyperexponential, .cv = 9.0}};
    std::mt19937_64 random{7};
    std::uniform_real_distribution<double> exponent{-34.0, 9.0};
    for (DurationLaw law : laws) {
        law.mean = Seconds{1.0};
        const auto exact = law_upto_function(law);
        const LawTable table{exact};
        for (int i = 0; i < 3000; ++i) {
            const double v = i % 3 > 0 ? std::exp2(0.1 * exponent(random)) : std::exp2(exponent(random));
            const LawUpto wanted = exact(v);
            const LawUpto got = table(v);
            const LawUpto above = exact(std::exp2(std::floor(std::log2(v)) + 1.0));  // the largest of the octave
            EXPECT_NEAR(got.ended, wanted.ended, 3e-13 * above.ended) << v;
            EXPECT_NEAR(got.lasts, wanted.lasts, 3e-13) << v;
            EXPECT_NEAR(got.ended_mean_s, wanted.ended_mean_s, 3e-13 * above.ended_mean_s) << v;
        }
    }
}

TEST(LawTable, BeginsWithTheLaw) {
    const LawTable table{law_upto_function({.law = Law::lognormal, .mean = Seconds{1.0}, .cv = 1.0})};
    EXPECT_EQ(table(0.0).ended, 0.0);
    EXPECT_EQ(table(0.0).lasts, 1.0);
    EXPECT_LT(table(1e12).lasts, 1e-200);
}

}  // namespace
}  // namespace freiton::analytic
