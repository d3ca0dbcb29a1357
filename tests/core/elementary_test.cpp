// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/kernel/generator.hpp"

namespace freiton {
namespace {

using simulation::kernel::Generator;
using simulation::kernel::Purpose;

constexpr int many = 200'000;

Generator fresh() { return {1, 0, Purpose::choice, 0, 0}; }

// Against long double: 64 bits, so that its own error of 5e-20 does not count.
double relative_error(double got, long double wanted) {
    return static_cast<double>(std::abs((static_cast<long double>(got) - wanted) / wanted));
}

TEST(Elementary, ExponentialAgreesWithTheCLibrary) {
    Generator generator = fresh();
    double largest = 0.0;
    for (const double range : {1e-8, 0.01, 1.0, 40.0, 708.0})
        for (int i = 0; i < many; ++i) {
            const double x = range * (2.0 * generator.uniform() - 1.0);
            largest = std::max(largest, relative_error(portable_exp(x), std::exp(static_cast<long double>(x))));
        }
    EXPECT_LT(largest, 3e-16);
    EXPECT_GT(largest, 1e-17) << "nothing was compared";
}

TEST(Elementary, ExponentialIsNeverZeroNorInfinite) {
    EXPECT_EQ(portable_exp(0.0), 1.0);
    EXPECT_EQ(portable_exp(-1e9), portable_exp(-708.0));
    EXPECT_EQ(portable_exp(1e9), portable_exp(709.0));
    EXPECT_TRUE(std::isnormal(portable_exp(-708.0)));
    EXPECT_TRUE(std::isfinite(portable_exp(709.0)));
}

TEST(Elementary, LogarithmAgreesWithTheCLibrary) {
    Generator generator = fresh();
    double largest = 0.0;
    const auto compare = [&](double x) {
        largest = std::max(largest, relative_error(portable_log(x), std::log(static_cast<long double>(x))));
    };
    for (int i = 0; i < many; ++i) {
        compare(generator.uniform());
        compare(1.0 + 1e-6 * (generator.uniform() - 0.5));        // where the logarithm is almost 0
        compare(0.5 + generator.uniform());                       // across the change of exponent at sqrt(1/2)
        compare(std::exp(1400.0 * (generator.uniform() - 0.5)));  // 1e-304 to 1e304
    }
    EXPECT_LT(largest, 4e-16);
    EXPECT_GT(largest, 1e-17) << "nothing was compared";
    EXPECT_EQ(portable_log(1.0), 0.0);
}

TEST(Elementary, LogarithmOfOneAndALittleKeepsItsDigits) {
    Generator generator = fresh();
    double largest = 0.0;
    for (int i = 0; i < many; ++i) {
        const double x = std::exp(60.0 * (generator.uniform() - 0.8));  // 1e-21 to 1e5
        largest = std::max(largest, relative_error(portable_log1p(x), std::log1p(static_cast<long double>(x))));
    }
    EXPECT_LT(largest, 8e-16);
}

TEST(Elementary, PowerAgreesWithTheCLibrary) {
    Generator generator = fresh();
    for (int i = 0; i < many; ++i) {
        const double x = std::exp(80.0 * (generator.uniform() - 0.5));
        const double y = 16.0 * (generator.uniform() - 0.5);
        const double error = relative_error(portable_pow(x, y), std::pow(static_cast<long double>(x), y));
        ASSERT_LT(error, 4e-16 * (1.0 + std::abs(y * std::log(x)))) << x << " to the power of " << y;
    }
}

TEST(Elementary, ThePowersOfTwoInTheTableAreCorrectlyRounded) {
    for (int j = 0; j < 64; ++j)
        EXPECT_EQ(detail::powers_of_two[static_cast<std::size_t>(j)], static_cast<double>(std::exp2(j / 64.0L)));
}

// The tables are made by the compiler's arithmetic, the draws by the processor's.
TEST(Elementary, TheCompilerAndTheProcessorComputeTheSame) {
    constexpr double e_cubed = portable_exp(3.0), ln_7 = portable_log(7.0), power = portable_pow(0.3, 0.7);
    volatile double three = 3.0, seven = 7.0, base = 0.3, exponent = 0.7;
    EXPECT_EQ(portable_exp(three), e_cubed);
    EXPECT_EQ(portable_log(seven), ln_7);
    EXPECT_EQ(portable_pow(base, exponent), power);
}

}  // namespace
}  // namespace freiton
