// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/generator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace freiton::simulation::kernel {
namespace {

// Output of the authors' xoshiro256++ 1.0 from the state 1, 2, 3, 4, which is that of a Generator without a key. The
// same ten numbers guard the packages for Rust and NumPy.
TEST(Generator, IsXoshiro256PlusPlus) {
    Generator generator;
    for (const std::uint64_t wanted : {41943041ULL, 58720359ULL, 3588806011781223ULL, 3591011842654386ULL,
                                       9228616714210784205ULL, 9973669472204895162ULL, 14011001112246962877ULL,
                                       12406186145184390807ULL, 15849039046786891736ULL, 10450023813501588000ULL})
        EXPECT_EQ(generator.bits(), wanted);
}

TEST(Generator, TheSameKeyGivesTheSameNumbers) {
    Generator one{7, 3, Purpose::patience, 2, 5}, other{7, 3, Purpose::patience, 2, 5};
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(one.bits(), other.bits());
}

// Seeds and replications of a few bits, ten purposes, neighbouring works and sites, swapped places: none is another.
TEST(Generator, AnyOtherKeyGivesOtherNumbers) {
    std::set<std::uint64_t> firsts;
    std::size_t keys = 0;
    for (std::uint64_t seed = 0; seed < 6; ++seed)
        for (std::uint64_t replication = 0; replication < 6; ++replication)
            for (std::uint32_t purpose = 1; purpose <= 10; ++purpose)
                for (std::uint32_t a = 0; a < 6; ++a)
                    for (std::uint32_t b = 0; b < 6; ++b) {
                        Generator generator{seed, replication, static_cast<Purpose>(purpose), a, b};
                        firsts.insert(generator.bits());
                        ++keys;
                    }
    EXPECT_EQ(firsts.size(), keys);
}

// Correlation of n uniforms: sqrt(n) times it is standard normal if they are independent.
double correlation_z(Generator x, Generator y, int shift = 0) {
    constexpr int n = 50'000;
    double sum = 0.0;
    for (int i = 0; i < shift; ++i) y.bits();
    for (int i = 0; i < n; ++i) {
        const double u = x.uniform() - 0.5;
        const double v = y.uniform() - 0.5;
        sum += u * v;
    }
    return 12.0 * sum / std::sqrt(static_cast<double>(n));
}

TEST(Generator, NeighbouringStreamsAreIndependent) {
    const Generator base{1, 1, Purpose::arrival, 1, 1};
    const std::vector<Generator> neighbours = {{2, 1, Purpose::arrival, 1, 1},
                                               {1, 2, Purpose::arrival, 1, 1},
                                               {1, 1, Purpose::handling, 1, 1},
                                               {1, 1, Purpose::arrival, 2, 1},
                                               {1, 1, Purpose::arrival, 1, 2},
                                               {1, 1, Purpose::patience, 1, 1},
                                               {1ULL << 63 | 1, 1, Purpose::arrival, 1, 1},
                                               {0, 0, Purpose::arrival, 0, 0}};
    double squares = 0.0;
    for (const Generator& neighbour : neighbours)
        for (const int shift : {0, 1, 2}) {
            const double z = correlation_z(base, neighbour, shift);
            EXPECT_LE(std::abs(z), 4.5);
            squares += z * z;
        }
    // 24 squares of standard normals: mean 24, standard deviation sqrt(48) = 7.
    EXPECT_NEAR(squares, 24.0, 4.5 * std::sqrt(48.0));
    EXPECT_LE(std::abs(correlation_z(base, base, 1)), 4.5);
}

// The first number of each replication, as a day's factor is drawn: itself uniform, and without memory.
TEST(Generator, FirstNumbersOfConsecutiveReplicationsAreUniformAndIndependent) {
    constexpr int n = 100'000, cells = 100;
    std::vector<int> counts(cells, 0);
    double products = 0.0, previous = 0.0;
    for (std::uint64_t replication = 0; replication < n; ++replication) {
        Generator generator{42, replication, Purpose::day_factor, 0, 0};
        const double u = generator.uniform();
        ++counts[static_cast<std::size_t>(u * cells)];
        products += (u - 0.5) * previous;
        previous = u - 0.5;
    }
    double chi_square = 0.0;
    for (const int count : counts) chi_square += (count - n / cells) * (count - n / cells) / double{n / cells};
    EXPECT_NEAR(chi_square, cells - 1, 4.5 * std::sqrt(2.0 * (cells - 1)));
    EXPECT_LE(std::abs(12.0 * products / std::sqrt(double{n})), 4.5);
}

TEST(Generator, AUniformIsNeverZeroNorOne) {
    EXPECT_EQ(Generator::open_unit(0), 0x1p-53);
    EXPECT_EQ(Generator::open_unit(~std::uint64_t{0}), 1.0 - 0x1p-53);
    EXPECT_EQ(Generator::open_unit(std::uint64_t{1} << 63), 0.5 + 0x1p-53);
    EXPECT_EQ(Generator::open_unit(0xFFF), Generator::open_unit(0)) << "the lower 12 bits are free";
}

}  // namespace
}  // namespace freiton::simulation::kernel
