// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/call_demand.hpp"

#include <gtest/gtest.h>

#include <random>

#include "freiton/analytic/erlang_b.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

CallStream hotline(double load) { return {ArrivalRate{load, 240s}, 240s, 1.0, 120s, std::nullopt}; }

// A gamma law of mean 1 and variance v has the third moment (1 + v)(1 + 2v).
TEST(DayFactors, HaveTheMomentsOfTheGammaLaw) {
    for (const double cv : {0.02, 0.08, 0.3, 1.0}) {
        double zeroth = 0.0, first = 0.0, second = 0.0, third = 0.0;
        for (const auto& [factor, probability] : day_factors(cv)) {
            zeroth += probability;
            first += probability * factor;
            second += probability * factor * factor;
            third += probability * factor * factor * factor;
        }
        const double v = cv * cv;
        EXPECT_NEAR(zeroth, 1.0, 1e-13);
        EXPECT_NEAR(first, 1.0, 1e-13);
        EXPECT_NEAR(second, 1.0 + v, 1e-12);
        EXPECT_NEAR(third, (1.0 + v) * (1.0 + 2.0 * v), 1e-12);
    }
}

// E[factor SL(factor)] / E[factor] against drawn days, within 4 standard errors of theirs.
TEST(DemandParts, MixDaysByCallsNotByDays) {
    const double cv = 0.25;
    const CallDemand demand{hotline(20.0), std::nullopt, day_factors(cv)};
    const CallSums sums = DemandParts{demand, Agents{22}}.sums(1800s, 20s, Counting::offered);
    std::mt19937_64 random{5};
    std::gamma_distribution<double> gamma{1.0 / (cv * cv), cv * cv};
    constexpr int days = 40'000;
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < days; ++i) {
        const double factor = gamma(random);
        const double in_time = factor * CallQueue{hotline(20.0 * factor), Agents{22}}.within(20s).answered;
        sum += in_time;
        squares += in_time * in_time;
    }
    const double mean = sum / days;
    const double standard_error = std::sqrt((squares / days - mean * mean) / days);
    EXPECT_NEAR(sums.in_time / sums.offered, mean, 4.0 * standard_error);
    EXPECT_LT(sums.in_time / sums.offered, CallQueue(hotline(20.0), Agents{22}).within(20s).answered);
}

// At the fixed point the attempts are those that the losses cause.
TEST(Redials, AttemptsAndLossesFitTogether) {
    std::mt19937_64 random{6};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 500; ++i) {
        const double load = 0.5 + 60.0 * unit(random);
        const Agents agents{std::floor(1.0 + load * (0.5 + unit(random)))};
        const Redial redial{Share{unit(random)}, 300s, 1 + i % 6};
        const CallStream all = with_redials(hotline(load), redial, agents);
        const double q = redial.share.value() * (1.0 - CallQueue{all, agents}.answered_share());
        double attempts = 0.0;
        for (int k = 0; k < redial.attempts; ++k) attempts += std::pow(q, k);
        ASSERT_NEAR(all.load().value() / load, attempts, 1e-10 * attempts);
    }
}

TEST(Redials, NobodyTriesAgainWithoutALoss) {
    const CallStream all = with_redials(hotline(5.0), {Share{0.5}, 300s, 3}, Agents{500});
    EXPECT_DOUBLE_EQ(all.load().value(), 5.0);
}

TEST(CallQueue, CountingRulesKeepTheirOrder) {
    std::mt19937_64 random{8};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 2000; ++i) {
        CallStream calls = hotline(0.2 + 80.0 * unit(random));
        calls.patience = Seconds{5.0 + 300.0 * unit(random)};
        if (i % 4 == 0) calls.lines = 100 + i % 50;
        const CallQueue queue{calls, Agents{std::floor(1.0 + calls.load().value() * (0.5 + unit(random)))}};
        const Seconds threshold{40.0 * unit(random)};
        const auto level = [&](Counting counting) {
            const LevelParts parts = service_level_parts(queue, threshold, counting);
            return parts.in_time / parts.base;
        };
        const double offered = level(Counting::offered);
        const double answered = level(Counting::answered);
        const double without_early = level(Counting::offered_without_early);
        const double early = level(Counting::early_counts);
        ASSERT_LE(offered, answered * (1 + 1e-12));
        ASSERT_LE(offered, without_early * (1 + 1e-12));
        ASSERT_LE(without_early, early * (1 + 1e-12));
        ASSERT_LE(early, 1.0 + 1e-12);
    }
}

// Pollaczek and Khinchine: with one agent the mean wait is (1 + cv^2)/2 of that with exponential handling times,
// exactly.
TEST(CallQueue, OneAgentWithConstantHandlingTimesWaitsHalfAsLong) {
    CallStream calls{ArrivalRate{0.7, 100s}, 100s, 1.0, std::nullopt, std::nullopt};
    const double exponential = CallQueue{calls, Agents{1}}.wait_all().count();
    calls.handling_cv = 0.0;
    EXPECT_NEAR(CallQueue(calls, Agents{1}).wait_all().count(), exponential / 2.0, 1e-10);
}

TEST(CallQueue, WithFewerLinesThanAgentsTheLinesLimit) {
    CallStream calls{ArrivalRate{8, 100s}, 100s, 1.0, std::nullopt, 5};
    EXPECT_NEAR(CallQueue(calls, Agents{10}).blocked_share(), blocking_probability(Agents{5}, Erlangs{8}).value(),
                1e-14);
}

}  // namespace
}  // namespace freiton::analytic
