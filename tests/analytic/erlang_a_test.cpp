// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/erlang_a.hpp"

#include <gtest/gtest.h>

#include <random>

#include "freiton/analytic/erlang_b.hpp"
#include "freiton/analytic/erlang_c.hpp"
#include "freiton/analytic/wait_density.hpp"
#include "reference.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;
using test::expect_close;

constexpr double no_end = std::numeric_limits<double>::infinity();

// One agent, one Erlang, patience as long as the handling time: states have weights 1, 1, 1/2!, 1/3!, ... = Poisson(1).
// P(idle) = 1/e, so 1 - 1/e of the agent's time is busy: answered share = 1 - 1/e.
TEST(ErlangA, OneAgentWithPatienceAsLongAsHandlingIsAPoissonQueue) {
    const ErlangA queue{Agents{1}, Erlangs{1}, 60s, 60s};
    EXPECT_NEAR(queue.wait_probability(), 1.0 - std::exp(-1.0), 1e-15);
    EXPECT_NEAR(queue.answered_share(), 1.0 - std::exp(-1.0), 1e-15);
    EXPECT_NEAR(queue.abandoned_share(), std::exp(-1.0), 1e-15);
    EXPECT_NEAR(queue.queue_mean(), std::exp(-1.0), 1e-15);  // 1 in the system, 1 - 1/e of them busy
}

TEST(ErlangA, WithoutAgentsEverybodyWaitsOutHisPatience) {
    const ErlangA queue{Agents{0}, Erlangs{3}, 60s, 90s};
    EXPECT_EQ(queue.abandoned_share(), 1.0);
    EXPECT_EQ(queue.wait_all().count(), 90.0);
    EXPECT_NEAR(queue.within(90s).abandoned, 1.0 - std::exp(-1.0), 1e-15);
}

TEST(ErlangA, MatchesHighPrecisionTable) {
    for (const auto& c : test::reference_cases("erlang_a")) {
        const std::string id = c["id"];
        const double patience = test::number_or(c["patience_s"], no_end);
        const double lines = test::number_or(c["system_size_K"], no_end);
        const ErlangA q{Agents{c["agents"].get<double>()}, Erlangs{c["load_erlang"].get<double>()},
                        Seconds{c["aht_s"].get<double>()}, Seconds{patience}, lines};
        expect_close(c["p_wait"], q.wait_probability(), 1e-12, id + " p_wait");
        expect_close(c["p_abandon"], q.abandoned_share(), 1e-12, id + " p_abandon", 1e-50);
        expect_close(c["p_served"], q.answered_share(), 1e-12, id + " p_served");
        expect_close(c["asa_all_s"], q.wait_all().count(), 1e-12, id + " wait_all");
        expect_close(c["asa_served_s"], q.asa().count(), 1e-12, id + " asa");
        expect_close(c["mean_queue"], q.queue_mean(), 1e-12, id + " queue");
        expect_close(c["mean_busy"], q.busy_mean(), 1e-12, id + " busy");
        expect_close(c["occupancy"], q.occupancy(), 1e-12, id + " occupancy");
        if (c.contains("p_block")) expect_close(c["p_block"], q.blocked_share(), 1e-12, id + " p_block");
        if (c.contains("mean_wait_abandoned_s"))
            expect_close(c["mean_wait_abandoned_s"], q.wait_abandoned().count(), 1e-12, id + " wait_abandoned");
        for (const auto& s : c["sl"]) {
            const WithinThreshold w = q.within(Seconds{s["t_s"].get<double>()});
            expect_close(s["ans_t"], w.answered, 1e-12, id + " ans_t", 1e-50);
            expect_close(s["ab_t"], w.abandoned, 4e-12, id + " ab_t", 1e-50);  // a small difference where few give up
            if (s.contains("sl_virtual")) expect_close(s["sl_virtual"], w.virtually, 1e-12, id + " virtual", 1e-50);
        }
    }
}

struct ErlangACase {
    double agents, load, handling_time_s, patience_s;
};

ErlangACase random_case(std::mt19937_64& random, double largest_load) {
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    const double load = std::exp(std::log(0.05) + unit(random) * std::log(largest_load / 0.05));
    const double agents = std::max(1.0, std::floor(load * (0.6 + 0.8 * unit(random))));
    return {agents, load, 30.0 + 600.0 * unit(random), std::exp(std::log(5.0) + unit(random) * std::log(1000.0))};
}

ErlangA erlang_a_of(const ErlangACase& c) {
    return {Agents{c.agents}, Erlangs{c.load}, Seconds{c.handling_time_s}, Seconds{c.patience_s}};
}

// The two ways to the same sums are independent: products over states, and quadrature of a density.
TEST(ErlangA, StatesAndIntegralsAgree) {
    std::mt19937_64 random{3};
    for (int i = 0; i < 500; ++i) {
        const ErlangACase c = random_case(random, 3000.0);
        const QueueShape shape{c.agents * c.patience_s / c.handling_time_s, c.load * c.patience_s / c.handling_time_s};
        const QueueSums states = sum_queue_states(shape, no_end);
        const WaitIntegrals integrals = integrate_wait_density(shape, 0.0, no_end, true);
        const double scale = shape.c * std::exp(largest_exponent(shape) - states.ln_scale);
        const double tolerance = 1e-13 * (10.0 + states.ln_scale);
        ASSERT_NEAR(integrals.mass * scale / states.mass, 1.0, tolerance) << shape.c << " " << shape.y;
        ASSERT_NEAR(integrals.abandoned * scale / states.abandoned, 1.0, tolerance) << shape.c << " " << shape.y;
        ASSERT_NEAR(integrals.served_wait * scale / states.served_wait, 1.0, tolerance) << shape.c << " " << shape.y;
        ASSERT_NEAR(integrals.abandoned_wait * scale / states.abandoned_wait, 1.0, tolerance)
            << shape.c << " " << shape.y;
    }
}

// Flow balance and Little's law tie the results of one queue together.
TEST(ErlangA, BalancesFlowsAndObeysLittle) {
    std::mt19937_64 random{4};
    for (int i = 0; i < 2000; ++i) {
        const ErlangACase c = random_case(random, 20'000.0);
        const ErlangA q = erlang_a_of(c);
        ASSERT_NEAR(q.answered_share() + q.abandoned_share(), 1.0, 1e-12);
        ASSERT_NEAR(q.abandoned_share(), q.wait_all().count() / c.patience_s, 1e-12);
        ASSERT_LE(q.within(20s).answered, q.answered_share() * (1 + 1e-12));
        ASSERT_NEAR(q.within(Seconds{1e5 * c.patience_s}).answered, q.answered_share(), 1e-12);
    }
}

TEST(ErlangA, MoreAgentsMeanFewerWaitsAndLosses) {
    std::mt19937_64 random{5};
    for (int i = 0; i < 2000; ++i) {
        ErlangACase c = random_case(random, 2000.0);
        const ErlangA few = erlang_a_of(c);
        c.agents += 1.0;
        const ErlangA more = erlang_a_of(c);
        ASSERT_LE(more.wait_probability(), few.wait_probability() * (1 + 1e-14));
        ASSERT_LE(more.abandoned_share(), few.abandoned_share() * (1 + 1e-12));
        ASSERT_GE(more.within(20s).answered, few.within(20s).answered * (1 - 1e-13));
    }
}

TEST(ErlangA, LongerPatienceMeansMoreWaitsAndFewerLosses) {
    std::mt19937_64 random{6};
    for (int i = 0; i < 2000; ++i) {
        ErlangACase c = random_case(random, 2000.0);
        const ErlangA hasty = erlang_a_of(c);
        c.patience_s *= 1.3;
        const ErlangA patient = erlang_a_of(c);
        ASSERT_GE(patient.wait_probability(), hasty.wait_probability() * (1 - 1e-13));
        ASSERT_LE(patient.abandoned_share(), hasty.abandoned_share() * (1 + 1e-12));
    }
}

// With patience much longer than any wait there is Erlang C, with hardly any there is Erlang B.
TEST(ErlangA, LiesBetweenErlangBAndErlangC) {
    const ErlangC endless{Agents{23}, Erlangs{20}, 200s};
    const ErlangA patient{Agents{23}, Erlangs{20}, 200s, Seconds{1e10}};
    EXPECT_NEAR(patient.wait_probability(), endless.wait_probability(), 1e-6);
    EXPECT_NEAR(patient.within(20s).answered, endless.answered_within(20s), 1e-6);
    EXPECT_NEAR(patient.asa().count(), endless.wait_all().count(), 1e-4);
    const ErlangA hasty{Agents{23}, Erlangs{20}, 200s, Seconds{1e-7}};
    EXPECT_NEAR(hasty.abandoned_share(), blocking_probability(Agents{23}, Erlangs{20}).value(), 1e-6);
}

TEST(ErlangA, TimeUnitsScaleOut) {
    const ErlangA in_seconds{Agents{12}, Erlangs{11}, 240s, 100s};
    const ErlangA in_milliseconds{Agents{12}, Erlangs{11}, 240'000s, 100'000s};
    EXPECT_NEAR(in_seconds.within(20s).answered, in_milliseconds.within(20'000s).answered, 1e-14);
    EXPECT_NEAR(in_seconds.asa().count() * 1000.0, in_milliseconds.asa().count(), 1e-10);
}

TEST(ErlangA, ManyLinesAreAsGoodAsUnlimitedOnes) {
    std::mt19937_64 random{7};
    for (int i = 0; i < 300; ++i) {
        const ErlangACase c = random_case(random, 300.0);
        const ErlangA open = erlang_a_of(c);
        const double many =
            c.agents + 10.0 * std::sqrt(c.load) + 40.0 + 3.0 * c.load * (1.0 + c.patience_s / c.handling_time_s);
        const ErlangA limited{Agents{c.agents}, Erlangs{c.load}, Seconds{c.handling_time_s}, Seconds{c.patience_s},
                              std::floor(many)};
        ASSERT_LT(limited.blocked_share(), 1e-9);
        ASSERT_NEAR(limited.within(20s).answered, open.within(20s).answered, 1e-8);
        ASSERT_NEAR(limited.within(20s).abandoned, open.within(20s).abandoned, 1e-8);
        ASSERT_NEAR(limited.within(20s).virtually, open.within(20s).virtually, 1e-8);
    }
}

TEST(ErlangA, AsManyLinesAsAgentsIsErlangB) {
    const ErlangA q{Agents{10}, Erlangs{8}, 180s, 60s, 10.0};
    EXPECT_NEAR(q.blocked_share(), blocking_probability(Agents{10}, Erlangs{8}).value(), 1e-15);
    EXPECT_EQ(q.abandoned_share(), 0.0);
}

// Two hours are 120 patiences and 40 handling times: every caller has been answered or has left.
TEST(ErlangA, AfterHoursEverythingIsDecidedWithLinesToo) {
    for (const double agents : {1.0, 10.0, 14.0, 15.0}) {
        const ErlangA q{Agents{agents}, Erlangs{12}, 180s, 60s, 15.0};
        const WithinThreshold w = q.within(7200s);
        EXPECT_NEAR(w.answered, q.answered_share(), 1e-13) << agents;
        EXPECT_NEAR(w.abandoned, q.abandoned_share(), 1e-13) << agents;
        EXPECT_NEAR(w.virtually, 1.0 - q.blocked_share(), 1e-13) << agents;
        const ErlangA patient{Agents{agents}, Erlangs{12}, 180s, Seconds{no_end}, 15.0};
        EXPECT_NEAR(patient.within(Seconds{1e8}).answered, patient.answered_share(), 1e-13) << agents;
    }
}

// The share decided within t, as a function of t, goes on smoothly where the sum over stages is cut short.
TEST(ErlangA, LongerThresholdsDecideMoreWithLimitedLines) {
    std::mt19937_64 random{9};
    for (int i = 0; i < 200; ++i) {
        const ErlangACase c = random_case(random, 300.0);
        const ErlangA q{Agents{c.agents}, Erlangs{c.load}, Seconds{c.handling_time_s}, Seconds{c.patience_s},
                        c.agents + static_cast<double>(i % 40)};
        WithinThreshold before = q.within(0s);
        for (double t = 1.0; t < 1e5; t *= 1.5) {
            const WithinThreshold now = q.within(Seconds{t});
            ASSERT_GE(now.answered, before.answered - 1e-12) << t;
            ASSERT_GE(now.abandoned, before.abandoned - 1e-12) << t;
            ASSERT_GE(now.virtually, before.virtually - 1e-12) << t;
            ASSERT_LE(now.answered, q.answered_share() + 1e-12) << t;
            before = now;
        }
    }
}

TEST(ErlangA, HoldsAtAHundredThousandErlang) {
    for (const double agents : {60'000.0, 99'000.0, 100'000.0, 100'500.0, 130'000.0}) {
        const ErlangA q{Agents{agents}, Erlangs{1e5}, 300s, 120s};
        EXPECT_NEAR(q.answered_share() + q.abandoned_share(), 1.0, 1e-11) << agents;
        EXPECT_NEAR(q.abandoned_share(), std::max(0.0, 1.0 - agents / 1e5), 0.002) << agents;  // the fluid limit
    }
}

}  // namespace
}  // namespace freiton::analytic
