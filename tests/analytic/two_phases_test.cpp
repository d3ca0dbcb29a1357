// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/two_phases.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/model/law_functions.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

// The phases of a law of this mean, in units of it.
struct Cox {
    double first, share, second;

    Cox(const DurationLaw& law, const PhasesOfLaw& phases)
        : first{1.0 - phases.second->share * phases.second->mean.count() / law_mean(law)},
          share{phases.second->share},
          second{phases.second->mean.count() / law_mean(law)} {}

    double m1() const { return first + share * second; }
    double m2() const { return 2.0 * (first * first + share * second * (first + second)); }
    double m3() const {
        return 6.0 * (std::pow(first, 3) + share * second * (first * first + first * second + second * second));
    }
    double tail(double t) const {  // of unequal phases
        const double on = share * second / (second - first);
        return (1.0 - on) * std::exp(-t / first) + on * std::exp(-t / second);
    }
};

double third_moment(const DurationLaw& law) {
    const double cv = law_sd(law) / law_mean(law);
    return law_skewness(law) * cv * cv * cv + 3.0 * cv * cv + 1.0;
}

TEST(TwoPhases, HaveMeanAndSpreadOfTheLawAndAboveOneItsThirdMoment) {
    for (const Law law : {Law::lognormal, Law::gamma, Law::weibull})
        for (const double cv : {0.75, 0.9, 1.05, 1.3, 2.0}) {
            const DurationLaw times{.law = law, .mean = 4min, .cv = cv};
            const PhasesOfLaw phases = phases_of(times);
            const Cox cox{times, phases};
            const std::string where = "law " + std::to_string(static_cast<int>(law)) + " cv " + std::to_string(cv);
            EXPECT_FALSE(phases.exact || phases.equal) << where;
            EXPECT_GT(cox.first, 0.0) << where;
            EXPECT_LE(cox.share, 1.0) << where;
            EXPECT_NEAR(cox.m2(), 1.0 + cv * cv, 1e-9) << where;
            if (cv > 1.1) {
                EXPECT_NEAR(cox.m3() / third_moment(times), 1.0, 1e-7) << where;
            }
        }
}

TEST(TwoPhases, AreTheLawWhereItHasThem) {
    EXPECT_FALSE(phases_of({.law = Law::gamma, .mean = 4min, .cv = 1.0}).second);
    for (const double cv : {1.01, 1.5, 4.0}) {
        const DurationLaw times{.law = Law::hyperexponential, .mean = 4min, .cv = cv};
        const PhasesOfLaw phases = phases_of(times);
        EXPECT_TRUE(phases.exact);
        for (const double t : {0.1, 0.5, 1.0, 3.0, 10.0})
            EXPECT_NEAR(Cox(times, phases).tail(t), law_tail(times, 240.0 * t), 1e-12) << cv << " " << t;
    }
    const PhasesOfLaw erlang = phases_of({.law = Law::erlang, .mean = 4min, .k = 2});
    EXPECT_TRUE(erlang.exact);
    EXPECT_EQ(erlang.second->share, 1.0);
    EXPECT_EQ(erlang.second->mean, 2min);
}

// Skew laws just above cv 1 have few calls that last for ever, and laws that spread less than an Erlang law of two
// phases have none.
TEST(TwoPhases, AreTheNearestWhereTheThirdMomentOrTheSpreadCannotBeHad) {
    const DurationLaw skew{.law = Law::lognormal, .mean = 4min, .cv = 1.002};
    EXPECT_LT(Cox(skew, phases_of(skew)).second, 2.0);
    EXPECT_NEAR(Cox(skew, phases_of(skew)).m2(), 1.0 + 1.002 * 1.002, 1e-9);
    const DurationLaw even{.law = Law::empirical, .values_s = {30.0, 60.0, 90.0}};
    const DurationLaw long_or_short{.law = Law::empirical, .values_s = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 60.0}};
    EXPECT_NEAR(Cox(long_or_short, phases_of(long_or_short)).m2(),
                1.0 + std::pow(law_sd(long_or_short) / law_mean(long_or_short), 2), 1e-9);
    for (const DurationLaw& narrow : {even, DurationLaw{.law = Law::constant, .mean = 1min}}) {
        const PhasesOfLaw phases = phases_of(narrow);
        EXPECT_TRUE(phases.equal);
        EXPECT_EQ(phases.second->share, 1.0);
        EXPECT_EQ(phases.second->mean, 30s);
    }
}

TEST(TwoPhases, BetweenVariationsThatWereTriedTheWorseDoubtCounts) {
    EXPECT_EQ(points_off(0.9).usual, std::max(points_off(0.85).usual, points_off(1.0).usual));
    EXPECT_EQ(points_off(1.7).jumping, points_off(2.0).jumping);
    EXPECT_LT(points_off(1.5).jumping, points_off(2.0).jumping);
    EXPECT_GE(points_off(0.1).usual, points_off(0.71).usual);
}

}  // namespace
}  // namespace freiton::analytic
