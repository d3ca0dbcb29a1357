// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/validation.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

FigureFit level_fit(double bias, double half_width) {
    return {.figure = Compared::service_level, .bias = bias, .bias_half_width = half_width};
}

TEST(Leaning, APredictionHoldsThatIsOffByLessThanMattersAndMayBeOffByChanceWhereDaysDifferByMore) {
    EXPECT_EQ(leaning_of(level_fit(0.019, 0.001)), Leaning::holds) << "two points matter";
    EXPECT_EQ(leaning_of(level_fit(0.05, 0.06)), Leaning::may_be_chance) << "days differ by more";
    EXPECT_EQ(leaning_of(level_fit(0.05, 0.04)), Leaning::more_predicted);
    EXPECT_EQ(leaning_of(level_fit(-0.05, 0.04)), Leaning::less_predicted);
    EXPECT_EQ(leaning_of({.figure = Compared::asa_s, .bias = 0.04, .bias_half_width = 0.01}), Leaning::holds);
    EXPECT_EQ(leaning_of(level_fit(CallFigures::none, 0.04)), Leaning::holds) << "nothing came";
}

// Three days have no spread to speak of: then each of them must lie beyond its band, on the same side.
TEST(Leaning, OfFewDaysTheBandsTell) {
    FigureFit fit = level_fit(0.2, CallFigures::none);
    fit.days = {.inside = 0, .below = 3, .above = 0};
    EXPECT_EQ(leaning_of(fit), Leaning::more_predicted);
    fit.days = {.inside = 1, .below = 2, .above = 0};
    EXPECT_EQ(leaning_of(fit), Leaning::may_be_chance);
    fit.days = {};
    EXPECT_EQ(leaning_of(fit), Leaning::may_be_chance) << "there are no bands";
    fit.bias = -0.2;
    fit.days = {.inside = 0, .below = 0, .above = 3};
    EXPECT_EQ(leaning_of(fit), Leaning::less_predicted);
}

TEST(BandVerdict, FromEightyFiveToNinetyFivePerCentIsAsMeant) {
    EXPECT_EQ(band_verdict({.inside = 860, .below = 140}, 400), BandVerdict::as_meant);
    EXPECT_EQ(band_verdict({.inside = 940, .below = 60}, 400), BandVerdict::as_meant);
    EXPECT_EQ(band_verdict({.inside = 840, .below = 160}, 400), BandVerdict::too_narrow);
    EXPECT_EQ(band_verdict({.inside = 970, .below = 30}, 400), BandVerdict::too_wide);
}

// 24 of 30 are 80 %, and chance alone makes 0.9 +- 1.96 x sqrt(0.09 / 30) = 79 to 101 % of them.
TEST(BandVerdict, WhatChanceCanMakeIsAsMeantAndOfTooFewNobodyCanSay) {
    EXPECT_EQ(band_verdict({.inside = 24, .below = 6}, 400), BandVerdict::as_meant);
    EXPECT_EQ(band_verdict({.inside = 0, .below = 19}, 400), BandVerdict::unknown);
    EXPECT_EQ(band_verdict({.inside = 840, .below = 160}, 99), BandVerdict::unknown) << "bands of so few are narrow";
    EXPECT_EQ(band_verdict({}, 400), BandVerdict::unknown);
}

// Agresti and Coull: n = 100 + 3.8416, p = (100 + 1.9208) / n = 0.98150; 1.96 sqrt(p (1 - p) / n) = 0.02592.
TEST(BandCount, ItsDoubtIsNeverZero) {
    EXPECT_NEAR((BandCount{.inside = 100}).half_width(), 0.02592, 5e-5);
    EXPECT_TRUE(std::isnan(BandCount{}.half_width()));
}

TEST(ErrorParts, TheMainCauseGoesInTheDirectionOfTheError) {
    const ErrorParts good{.whole = 0.1, .volume = 0.08, .handling_time = -0.2, .patience = 0.0};
    EXPECT_NEAR(good.rest(), 0.22, 1e-12);
    EXPECT_EQ(good.main_cause(), Cause::rest);
    const ErrorParts bad{.whole = -0.1, .volume = 0.08, .handling_time = -0.15, .patience = 0.0};
    EXPECT_EQ(bad.main_cause(), Cause::handling_time) << "rest -0.03";
    for (const Cause cause : {Cause::volume, Cause::handling_time, Cause::patience})
        EXPECT_EQ(bad.of(cause), cause == Cause::volume ? 0.08 : cause == Cause::patience ? 0.0 : -0.15);
}

TEST(ComparedTime, ABandHoldsItsEndsAndWhatIsMissingIsNeitherInNorOut) {
    ComparedTime time;
    EXPECT_EQ(time.inside(Compared::asa_s), std::nullopt);
    time.low[Compared::asa_s] = 1.0;
    time.high[Compared::asa_s] = 2.0;
    EXPECT_EQ(time.inside(Compared::asa_s), std::nullopt);
    for (const auto& [value, inside] : {std::pair{0.9, false}, {1.0, true}, {2.0, true}, {2.1, false}}) {
        time.actual[Compared::asa_s] = value;
        EXPECT_EQ(time.inside(Compared::asa_s), inside) << value;
    }
}

}  // namespace
}  // namespace freiton
