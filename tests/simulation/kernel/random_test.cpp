// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/kernel/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace freiton::simulation::kernel {
namespace {

Generator fresh() { return {11, 0, Purpose::handling, 0, 0}; }

struct ExponentialLaw {
    static constexpr double tail_begin = exponential_tail_begin, area = exponential_layer_area;
    static long double density(long double x) { return std::exp(-x); }
    static long double inverse(long double y) { return -std::log(y); }
    static double tail(double x) { return std::exp(-x); }
    static double draw(Generator& generator) { return exponential(generator); }
    static constexpr const Ziggurat& table = exponential_ziggurat;
};
struct NormalLaw {
    static constexpr double tail_begin = normal_tail_begin, area = normal_layer_area;
    static long double density(long double x) { return std::exp(-x * x / 2); }
    static long double inverse(long double y) { return std::sqrt(-2 * std::log(y)); }
    static double tail(double x) { return 0.5 * std::erfc(x / std::sqrt(2.0)); }
    static double draw(Generator& generator) { return normal(generator); }
    static constexpr const Ziggurat& table = normal_ziggurat;
};

// x_0, ..., x_256 as the definition says, with 64 bits.
template <class Law>
std::vector<long double> plain_edges() {
    std::vector<long double> x = {Law::area / Law::density(Law::tail_begin), Law::tail_begin};
    while (x.size() < 256) x.push_back(Law::inverse(Law::area / x.back() + Law::density(x.back())));
    x.push_back(0.0L);
    return x;
}

template <class Law>
class ZigguratOf : public testing::Test {};
using Laws = testing::Types<ExponentialLaw, NormalLaw>;
TYPED_TEST_SUITE(ZigguratOf, Laws);

// The rounding of 17 digits in x_1 grows on the way up through 254 layers, but not beyond this.
TYPED_TEST(ZigguratOf, ClosesAtTheTop) {
    const auto x = plain_edges<TypeParam>();
    EXPECT_NEAR(static_cast<double>(TypeParam::area / x[255] + TypeParam::density(x[255])), 1.0, 1e-14);
}

TYPED_TEST(ZigguratOf, LayersAreWhereTheDefinitionPutsThem) {
    const auto x = plain_edges<TypeParam>();
    for (std::size_t i = 0; i < 256; ++i) {
        EXPECT_NEAR(TypeParam::table.layer[i].width, static_cast<double>(x[i]), 1e-12 * TypeParam::tail_begin) << i;
        EXPECT_NEAR(TypeParam::table.layer[i].inside, static_cast<double>(x[i + 1] / x[i]), 1e-11) << i;
        EXPECT_NEAR(TypeParam::table.height[i], static_cast<double>(TypeParam::density(x[i])), 1e-13) << i;
    }
}

// The oracle: the textbook's ziggurat, plain and slow, on the same bits. Only a point within 1e-12 of the density could
// be judged otherwise, and there is none.
double plain_exponential(Generator& generator, const std::vector<long double>& x) {
    const std::uint64_t bits = generator.bits();
    const std::size_t layer = bits % 256;
    const long double at = Generator::open_unit(bits) * x[layer];
    if (at < x[layer + 1]) return static_cast<double>(at);
    if (layer == 0) return static_cast<double>(x[1] + plain_exponential(generator, x));
    const long double bottom = std::exp(-x[layer]), top = std::exp(-x[layer + 1]);
    const bool under = bottom + generator.uniform() * (top - bottom) < std::exp(-at);
    return under ? static_cast<double>(at) : plain_exponential(generator, x);
}

double plain_normal(Generator& generator, const std::vector<long double>& x) {
    const std::uint64_t bits = generator.bits();
    const std::size_t layer = bits % 256;
    const double sign = bits / 256 % 2 == 1 ? -1.0 : 1.0;
    const long double at = Generator::open_unit(bits) * x[layer];
    if (at < x[layer + 1]) return sign * static_cast<double>(at);
    while (layer == 0) {
        const double beyond = exponential(generator) / normal_tail_begin;
        const double height = exponential(generator);
        if (2.0 * height > beyond * beyond) return sign * (normal_tail_begin + beyond);
    }
    const long double bottom = NormalLaw::density(x[layer]), top = NormalLaw::density(x[layer + 1]);
    const bool under = bottom + generator.uniform() * (top - bottom) < NormalLaw::density(at);
    return under ? sign * static_cast<double>(at) : plain_normal(generator, x);
}

TEST(Exponential, DrawsWhatThePlainZigguratDraws) {
    const auto x = plain_edges<ExponentialLaw>();
    Generator ours = fresh(), plain = fresh();
    for (int i = 0; i < 200'000; ++i) {
        const double wanted = plain_exponential(plain, x);
        ASSERT_NEAR(exponential(ours), wanted, 1e-11 * wanted) << "draw " << i;
    }
    EXPECT_EQ(ours, plain) << "as many bits were used";
}

TEST(Normal, DrawsWhatThePlainZigguratDraws) {
    const auto x = plain_edges<NormalLaw>();
    Generator ours = fresh(), plain = fresh();
    for (int i = 0; i < 200'000; ++i) {
        const double wanted = plain_normal(plain, x);
        ASSERT_NEAR(normal(ours), wanted, 1e-11 * std::abs(wanted)) << "draw " << i;
    }
    EXPECT_EQ(ours, plain) << "as many bits were used";
}

// Counts in cells that are equally likely, and beyond ever rarer points.
template <class Law>
struct Counted {
    static constexpr int draws = 6'000'000, cells = 2000;
    static constexpr std::array<double, 5> beyond = {0.5, 1.0, 1.01, 1.2, 1.5};  // in beginnings of the tail
    std::vector<int> cell = std::vector<int>(cells, 0);
    std::array<int, 5> upper{}, lower{};

    Counted() {
        Generator generator = fresh();
        for (int i = 0; i < draws; ++i) {
            const double x = Law::draw(generator);
            ++cell[std::min<std::size_t>(cells - 1, static_cast<std::size_t>(cells * Law::tail(x)))];
            for (std::size_t k = 0; k < beyond.size(); ++k) {
                upper[k] += x > beyond[k] * Law::tail_begin ? 1 : 0;
                lower[k] += x < -beyond[k] * Law::tail_begin ? 1 : 0;
            }
        }
    }
    double chi_square() const {
        constexpr double expected = static_cast<double>(draws) / cells;
        double sum = 0.0;
        for (const int count : cell) sum += (count - expected) * (count - expected) / expected;
        return sum;
    }
    // Rare events are Poisson: five standard deviations, and two events more where almost none are expected.
    static void expect_rare(int count, double tail) {
        const double expected = draws * tail;
        EXPECT_NEAR(count, expected, 4.5 * std::sqrt(expected) + 2.0);
    }
};

TYPED_TEST(ZigguratOf, DrawsFollowTheLawIntoTheTails) {
    const Counted<TypeParam> counted;
    constexpr double freedom = Counted<TypeParam>::cells - 1;
    EXPECT_NEAR(counted.chi_square(), freedom, 4.5 * std::sqrt(2.0 * freedom));
    constexpr bool both_sides = std::is_same_v<TypeParam, NormalLaw>;
    for (std::size_t k = 0; k < counted.beyond.size(); ++k) {
        const double tail = TypeParam::tail(counted.beyond[k] * TypeParam::tail_begin);
        counted.expect_rare(counted.upper[k], tail);
        counted.expect_rare(counted.lower[k], both_sides ? tail : 0.0);
    }
    EXPECT_GT(counted.upper[1], 100) << "the tail was not reached";
}

}  // namespace
}  // namespace freiton::simulation::kernel
