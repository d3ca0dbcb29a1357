// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/sampler.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/model/law_functions.hpp"
#include "model/reference_laws.hpp"

namespace freiton::simulation::kernel {
namespace {

using freiton::test::Json;
using freiton::test::law_of;
using freiton::test::reference_cases;

constexpr double largest_z_of_draws = 4.5;
constexpr int draws = 1'000'000;

struct Drawn {
    double mean = 0.0, variance = 0.0;  // about the exact mean
    std::vector<int> upto;              // draws up to each given point
};

Drawn draw_many(const Sampler& sampler, Generator generator, double exact_mean, const std::vector<double>& points) {
    Drawn drawn{.upto = std::vector<int>(points.size(), 0)};
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < draws; ++i) {
        const double difference = sampler(generator) - exact_mean;
        sum += difference;
        squares += difference * difference;
        for (std::size_t k = 0; k < points.size(); ++k) drawn.upto[k] += difference + exact_mean <= points[k] ? 1 : 0;
    }
    drawn.mean = exact_mean + sum / draws;
    drawn.variance = squares / draws;
    return drawn;
}

std::vector<double> quantiles_of(const Json& c) {
    std::vector<double> points;
    for (const Json& q : c.at("quantiles")) points.push_back(q.at("x"));
    return points;
}

// Standard errors: sd / sqrt(n) of the mean; variance sqrt((excess kurtosis + 2) / n) of the variance about the exact
// mean; sqrt(p (1-p) / n) of a share.
TEST(Sampler, DrawsOfEveryReferenceLawHaveItsMeanVarianceAndQuantiles) {
    double squares = 0.0;
    std::uint32_t seen = 0;
    for (const Json& c : reference_cases("random_variates")) {
        const DurationLaw law = law_of(c);
        if (law.law == Law::constant) continue;
        const std::vector<double> points = quantiles_of(c);
        const double mean = c.at("mean"), sd = c.at("sd"), kurtosis = c.at("ex_kurtosis");
        const Drawn drawn = draw_many(make_sampler(law), {5, 0, Purpose::handling, seen++, 0}, mean, points);
        const double z = (drawn.mean - mean) / (sd / std::sqrt(double{draws}));
        EXPECT_LE(std::abs(z), largest_z_of_draws) << c.at("id") << " mean " << drawn.mean;
        squares += z * z;
        const double z_variance = (drawn.variance / (sd * sd) - 1.0) / std::sqrt((kurtosis + 2.0) / draws);
        const bool two_values = kurtosis == -2.0;  // always one sd off: nothing varies but the last bit
        if (kurtosis < 1000.0 && !two_values) {    // beyond, a million draws are too few for a normal z
            EXPECT_LE(std::abs(z_variance), largest_z_of_draws) << c.at("id") << " variance " << drawn.variance;
        }
        for (std::size_t k = 0; k < points.size(); ++k) {
            const double p = law_cdf(law, points[k]);
            EXPECT_LE(std::abs(drawn.upto[k] - draws * p), largest_z_of_draws * std::sqrt(draws * p * (1.0 - p)) + 0.5)
                << c.at("id") << " at " << points[k];
        }
    }
    // Squares of as many standard normals.
    EXPECT_NEAR(squares, seen, largest_z_of_draws * std::sqrt(2.0 * seen));
    EXPECT_EQ(seen, 36u);
}

TEST(Sampler, DrawsAreAlwaysFiniteAndAboveZero) {
    const Seconds mean{180};
    for (const DurationLaw& law :
         {DurationLaw{.mean = Seconds{1e-6}}, DurationLaw{.law = Law::lognormal, .mean = mean, .cv = 1e3},
          DurationLaw{.law = Law::gamma, .mean = mean, .cv = 100.0},
          DurationLaw{.law = Law::gamma, .mean = mean, .cv = 1.7},
          DurationLaw{.law = Law::weibull, .mean = mean, .cv = 1e3},
          DurationLaw{.law = Law::weibull, .mean = mean, .cv = 1e-4},
          DurationLaw{.law = Law::hyperexponential, .mean = mean, .cv = 1e3},
          DurationLaw{.law = Law::uniform, .mean = mean, .cv = 0.57735026918962573},
          DurationLaw{.law = Law::triangular, .min = Seconds{0}, .mode = Seconds{0}, .max = Seconds{300}},
          DurationLaw{.law = Law::triangular, .min = Seconds{0}, .mode = Seconds{300}, .max = Seconds{300}}}) {
        ASSERT_FALSE(duration_law_problem(law));
        Generator generator{3, 0, Purpose::patience, 0, 0};
        const Sampler sampler = make_sampler(law);
        for (int i = 0; i < 100'000; ++i) {
            const double x = sampler(generator);
            ASSERT_TRUE(std::isfinite(x) && x > 0.0) << static_cast<int>(law.law) << ": " << x;
        }
    }
}

TEST(Sampler, AConstantDrawsNothing) {
    Generator generator{3, 0, Purpose::patience, 0, 0};
    const Generator before = generator;
    EXPECT_EQ(Sampler{}(generator), 0.0);
    const DurationLaw constant{.law = Law::constant, .mean = Seconds{90}};
    EXPECT_EQ(make_sampler(constant)(generator), 90.0);
    const DurationLaw narrow{.law = Law::lognormal, .mean = Seconds{90}, .cv = 0.0};
    EXPECT_EQ(make_sampler(narrow)(generator), 90.0);
    EXPECT_EQ(generator, before);
}

TEST(Sampler, AnEmpiricalLawDrawsItsValuesAndNothingElse) {
    const DurationLaw law{.law = Law::empirical, .values_s = {60.0, 30.0, 60.0}};
    const Sampler sampler = make_sampler(law);
    Generator generator{3, 0, Purpose::handling, 0, 0};
    int short_ones = 0;
    for (int i = 0; i < 30'000; ++i) {
        const double x = sampler(generator);
        ASSERT_TRUE(x == 30.0 || x == 60.0);
        short_ones += x == 30.0 ? 1 : 0;
    }
    EXPECT_NEAR(short_ones, 10'000, largest_z_of_draws * std::sqrt(30'000 * 2.0 / 9.0));
}

// A gamma law's excess kurtosis is 6 cv^2.
TEST(GammaFactor, HasMeanOneAndTheVariationThatWasAskedFor) {
    constexpr int days = 300'000;
    for (const double cv : {0.05, 0.3, 1.0, 1.8}) {
        Generator generator{8, 0, Purpose::day_factor, 0, 0};
        double sum = 0.0, squares = 0.0;
        for (int i = 0; i < days; ++i) {
            const double difference = gamma_factor(generator, cv) - 1.0;
            sum += difference;
            squares += difference * difference;
        }
        EXPECT_LE(std::abs(sum / days), largest_z_of_draws * cv / std::sqrt(double{days})) << cv;
        EXPECT_NEAR(squares / days / (cv * cv), 1.0, largest_z_of_draws * std::sqrt((6.0 * cv * cv + 2.0) / days))
            << cv;
    }
}

TEST(GammaFactor, WithoutVariationIsOneAndDrawsNothing) {
    Generator generator{8, 0, Purpose::day_factor, 0, 0};
    const Generator before = generator;
    EXPECT_EQ(gamma_factor(generator, 0.0), 1.0);
    EXPECT_EQ(generator, before);
}

}  // namespace
}  // namespace freiton::simulation::kernel
