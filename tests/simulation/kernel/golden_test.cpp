// SPDX-License-Identifier: Apache-2.0
// The same bytes on every machine, from both compilers, debug and release: a few bits of each sampler, pinned. If these
// change, every simulation of every user changes: that needs a line in CHANGELOG.md.
#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <ostream>

#include "freiton/simulation/kernel/sampler.hpp"

namespace freiton::simulation::kernel {
namespace {

/// The first draw, and all bits of 20,000 draws folded into one number (FNV-1a by words), so that rare branches count.
struct Pinned {
    double first;
    std::uint64_t folded;
    friend bool operator==(const Pinned&, const Pinned&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Pinned& pinned) {
        return out << "{" << std::hexfloat << pinned.first << std::defaultfloat << ", 0x" << std::hex << pinned.folded
                   << std::dec << "}";
    }
};

template <class Draw>
Pinned pinned(Draw draw) {
    Generator generator{20260101, 4, Purpose::handling, 3, 2};
    Pinned result{draw(generator), 0xCBF29CE484222325};
    for (int i = 0; i < 20'000; ++i)
        result.folded = (result.folded ^ std::bit_cast<std::uint64_t>(draw(generator))) * 0x100000001B3;
    return result;
}

Pinned pinned_law(const DurationLaw& law) { return pinned(make_sampler(law)); }

constexpr Seconds three_minutes{180.0};

TEST(GoldenBytes, OfTheGeneratorAndItsUniforms) {
    EXPECT_EQ(pinned([](Generator& g) { return std::bit_cast<double>(g.bits() >> 2); }),
              (Pinned{0x1.eeaa19562341cp-993, 0xBDAB9EAEF972BDFA}));
    EXPECT_EQ(pinned([](Generator& g) { return g.uniform(); }), (Pinned{0x1.eeeaa1956236p-6, 0x99C320E16F05884E}));
}

TEST(GoldenBytes, OfTheZiggurats) {
    EXPECT_EQ(pinned(exponential), (Pinned{0x1.cdc30f59aec6bp-5, 0x7106C619E24ADD7C}));
    EXPECT_EQ(pinned(normal), (Pinned{0x1.957c94c270638p-5, 0x9DBCCAC75076D4F3}));
}

TEST(GoldenBytes, OfTheLawsFromOneOrTwoDraws) {
    EXPECT_EQ(pinned_law({.mean = three_minutes}), (Pinned{0x1.44ad26cb0ee3bp+3, 0x8908520C0CF272FE}));
    EXPECT_EQ(pinned_law({.law = Law::lognormal, .mean = three_minutes, .cv = 0.9}),
              (Pinned{0x1.15fc32c80a11bp+7, 0x3794FDDB50A1FC83}));
    EXPECT_EQ(pinned_law({.law = Law::weibull, .mean = three_minutes, .cv = 0.6}),
              (Pinned{0x1.2e8afa159db84p+5, 0xB8F6621DDD2DA3CC}));
    EXPECT_EQ(pinned_law({.law = Law::weibull, .mean = three_minutes, .cv = 3.0}),
              (Pinned{0x1.b7f694de69d4p-5, 0x988E21E431818D4D}));
    EXPECT_EQ(pinned_law({.law = Law::hyperexponential, .mean = three_minutes, .cv = 2.5}),
              (Pinned{0x1.b37251b9fb67cp+4, 0xA7FC7F29F1F9EB00}));
}

TEST(GoldenBytes, OfTheGammaLaws) {
    EXPECT_EQ(pinned_law({.law = Law::gamma, .mean = three_minutes, .cv = 0.5}),
              (Pinned{0x1.529aa13c0341p+7, 0x6014A92C7B8CFBB5}));
    EXPECT_EQ(pinned_law({.law = Law::gamma, .mean = three_minutes, .cv = 1.4}),
              (Pinned{0x1.f2d7b36ba6bc9p+5, 0x92BA2B793C6224C2}));
    EXPECT_EQ(pinned_law({.law = Law::erlang, .mean = three_minutes, .k = 3}),
              (Pinned{0x1.49cc42e7edd9ap+7, 0x61DCA0A225379420}));
    EXPECT_EQ(pinned([](Generator& g) { return gamma_factor(g, 0.12); }),
              (Pinned{0x1.004a87bdcead4p+0, 0x4B7216CA183138F8}));
}

TEST(GoldenBytes, OfTheLawsWithinLimits) {
    EXPECT_EQ(pinned_law({.law = Law::uniform, .mean = three_minutes, .cv = 0.3}),
              (Pinned{0x1.707ac1e56442fp+6, 0x6E8D63D5C8254C0}));
    EXPECT_EQ(pinned_law({.law = Law::triangular, .min = Seconds{60}, .mode = Seconds{90}, .max = Seconds{600}}),
              (Pinned{0x1.487c5c66c65f5p+6, 0x7CB22AE9B9881957}));
    const DurationLaw list{.law = Law::empirical, .values_s = {30.0, 45.0, 60.0, 300.0, 900.0}};
    EXPECT_EQ(pinned_law(list), (Pinned{0x1.ep+4, 0xB25387EE21F20DA5}));
}

}  // namespace
}  // namespace freiton::simulation::kernel
