// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_b.hpp"

#include <gtest/gtest.h>

#include <random>

#include "reference.hpp"

namespace freiton::analytic {
namespace {

using test::expect_close;

double erlang_b_blocking(double n, double a) { return blocking_probability(Agents{n}, Erlangs{a}).value(); }

// One Erlang: B(0) = 1, B(1) = 1/2, B(2) = (1/2) / (2 + 1/2) = 1/5.
TEST(ErlangB, OneErlangOfferedToTwoLinesLosesEveryFifthCall) {
    EXPECT_DOUBLE_EQ(erlang_b_blocking(0, 1), 1.0);
    EXPECT_DOUBLE_EQ(erlang_b_blocking(1, 1), 0.5);
    EXPECT_DOUBLE_EQ(erlang_b_blocking(2, 1), 0.2);
}

TEST(ErlangB, WithoutLoadNobodyIsLost) {
    EXPECT_EQ(erlang_b_blocking(3, 0), 0.0);
    EXPECT_EQ(ln_blocking_probability(Agents{3}, Erlangs{0}), -std::numeric_limits<double>::infinity());
}

// The probability's own relative error is that of its logarithm, absolutely: 1e-15 (1 - ln B).
TEST(ErlangB, MatchesHighPrecisionTable) {
    for (const auto& c : test::reference_cases("erlang_b")) {
        const double n = c["servers"];
        const double a = c["load_erlang"];
        const std::string id = c["id"];
        const double ln_b = test::number_or(c["ln_blocking"], 0.0);
        expect_close(c["blocking"], erlang_b_blocking(n, a), 4e-15 * (1.0 + std::abs(ln_b)), id + " blocking", 1e-320);
        expect_close(c["ln_blocking"], ln_blocking_probability(Agents{n}, Erlangs{a}), 2e-14, id + " ln_blocking",
                     4e-15);
        expect_close(c["lost_erlang"], a * erlang_b_blocking(n, a), 1e-12, id + " lost", 1e-320);
    }
}

// 1/B(n) = 1 + (n/a) / B(n-1) holds for real n too: integration by parts of Gamma(n+1, a).
TEST(ErlangB, RealValuedFormulaObeysTheRecurrence) {
    std::mt19937_64 random{1};
    std::uniform_real_distribution<double> ln_load{-5.0, std::log(1e5)};
    std::uniform_real_distribution<double> spread{-6.0, 12.0};
    for (int i = 0; i < 3000; ++i) {
        const double a = std::exp(ln_load(random));
        const double n = std::max(1.0, a + spread(random) * std::sqrt(a));
        const double expected = std::log1p(n / a * std::exp(reciprocal_blocking(Agents{n - 1.0}, Erlangs{a}).ln));
        const double got = reciprocal_blocking(Agents{n}, Erlangs{a}).ln;
        ASSERT_NEAR(got, expected, 1e-13 * (1.0 + expected)) << "n " << n << " a " << a;
    }
}

TEST(ErlangB, MoreLinesLoseFewerAndMoreLoadLosesMore) {
    std::mt19937_64 random{2};
    std::uniform_real_distribution<double> ln_load{-3.0, std::log(5e4)};
    std::uniform_real_distribution<double> relative{0.3, 1.5};
    for (int i = 0; i < 3000; ++i) {
        const double a = std::exp(ln_load(random));
        const double n = relative(random) * a;
        const double ln_b = ln_blocking_probability(Agents{n}, Erlangs{a});
        ASSERT_LT(ln_blocking_probability(Agents{n + 0.5}, Erlangs{a}), ln_b) << n << " " << a;
        ASSERT_GT(ln_blocking_probability(Agents{n}, Erlangs{a * 1.01}), ln_b) << n << " " << a;
    }
}

}  // namespace
}  // namespace freiton::analytic
