// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/moment_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

constexpr double share_noise = 0.02;

// Figures by hour that rise with what is tried, as `slope` says, from 0.1; each with the same noise, independent of the
// others, in a few made-up replications.
struct Straight {
    std::vector<std::vector<double>> slopes;  // [figure][value]

    ShownBySimulation operator()(const std::vector<TriedValue>& tried) const {
        ShownBySimulation shown;
        for (std::size_t f = 0; f < slopes.size(); ++f) {
            double value = 0.1;
            for (std::size_t k = 0; k < tried.size(); ++k) value += slopes[f][k] * tried[k].value;
            shown.values.push_back(value);
            std::vector<double> off(16);
            for (std::size_t r = 0; r < off.size(); ++r)  // rows of a Hadamard matrix: orthogonal, of the same length
                off[r] =
                    share_noise * std::sqrt(15.0 / 16.0) * (__builtin_popcountll(r & (f + 1)) % 2 == 0 ? 1.0 : -1.0);
            shown.off.push_back(std::move(off));
        }
        return shown;
    }
};

std::vector<ShownFigure> figures_of(const std::vector<double>& actual) {
    std::vector<ShownFigure> figures;
    for (const double value : actual)
        figures.push_back({.hour = Minutes{60}, .figure = Compared::service_level, .actual = value, .calls = 1e6});
    return figures;
}

TriedValue tried(double value) {
    return {.what = Fitted::wrap_up, .value = value, .step = 0.1, .least = 0.0, .most = 100.0};
}

// Two figures with slopes 0.01 and 0.02: least squares of 0.4 = 0.1 + 0.01 x and 0.9 = 0.1 + 0.02 x is
// (0.01 * 0.3 + 0.02 * 0.8) / 0.0005 = 38; but 0.08 and 0.04 are 4 and 2 units of noise off, so that the first counts
// half as much: (0.5 * 0.003 + 0.016) / (0.5 * 0.0001 + 0.0004) = 38.9, and so on to 39, where the first is 4.5 off
// and the second 1: weights 4/9 and 1 give 0.0173333 / 0.000444444 = 39.
TEST(MomentFit, WhatIsFarOffCountsLess) {
    const MomentFit fit = fit_moments(figures_of({0.4, 0.9}), {tried(10.0)}, Straight{{{0.01}, {0.02}}});
    EXPECT_NEAR(fit.tried[0].value, 39.0, 0.1);
}

// Where all fits, the error is that of least squares: noise / sqrt(sum of slopes^2), and (1 + 1 / 16) of its square for
// what 16 replications do not know.
TEST(MomentFit, FindsWhatTheFiguresShowAndHowWellThatIsKnown) {
    const MomentFit fit = fit_moments(figures_of({0.4, 0.7}), {tried(10.0)}, Straight{{{0.01}, {0.02}}});
    EXPECT_NEAR(fit.tried[0].value, 30.0, 1e-9);
    EXPECT_NEAR(std::sqrt(fit.covariance[0][0]), share_noise / std::sqrt(0.0005) * std::sqrt(17.0 / 16.0), 1e-9);
    EXPECT_NEAR(fit.unexplained, 0.0, 1e-9);
}

// Two values, as many figures: x from the first alone, y from the second.
TEST(MomentFit, TwoValuesAtOnce) {
    const MomentFit fit = fit_moments(figures_of({0.4, 0.5, 0.8}), {tried(1.0), tried(1.0)},
                                      Straight{{{0.01, 0.0}, {0.0, 0.02}, {0.01, 0.02}}});
    EXPECT_NEAR(fit.tried[0].value, 30.0, 1e-9);
    EXPECT_NEAR(fit.tried[1].value, 20.0, 1e-9);
    EXPECT_LT(fit.covariance[0][1], 0.0) << "more of one makes up for less of the other";
}

TEST(MomentFit, StaysWithinItsLimits) {
    EXPECT_EQ(fit_moments(figures_of({0.05, 0.02}), {tried(10.0)}, Straight{{{0.01}, {0.02}}}).tried[0].value, 0.0);
}

TEST(MomentFit, LookingAroundMovesNothing) {
    const MomentFit fit = look_around(figures_of({0.4, 0.7}), {tried(10.0)}, Straight{{{0.01}, {0.02}}});
    EXPECT_EQ(fit.tried[0].value, 10.0);
    EXPECT_GT(fit.covariance[0][0], 0.0);
}

TEST(MomentFit, WhatChangesNothingHasNoError) {
    EXPECT_TRUE(fit_moments(figures_of({0.4, 0.7}), {tried(10.0)}, Straight{{{0.0}, {0.0}}}).covariance.empty());
}

}  // namespace
}  // namespace freiton::study
