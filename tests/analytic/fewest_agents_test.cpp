// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/fewest_agents.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "analytic/reference_targets.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

constexpr int many_agents = 1'000'000;

CallTarget answered(double share, Seconds within) { return {.answered = Share{share}, .within = within}; }

// Ten Erlang of 180 s: 13 agents answer 79.56 % within 20 s, 14 answer 88.84 %.
TEST(FewestAgents, TenErlangNeedFourteenForEightyTwenty) {
    EXPECT_EQ(fewest_agents(demand_of(10, 180, nullptr), answered(0.8, 20s), 0, many_agents), 14);
    EXPECT_EQ(fewest_agents_erlang_c(Erlangs{10}, 20.0 / 180.0, Share{0.8}), 14);
}

TEST(FewestAgents, NoDemandNeedsTheLeast) {
    EXPECT_EQ(fewest_agents(demand_of(0, 180, nullptr), answered(0.8, 20s), 0, many_agents), 0);
    EXPECT_EQ(fewest_agents(demand_of(0, 180, 60), answered(0.8, 20s), 3, many_agents), 3);
}

TEST(FewestAgents, WhatEvenTheMostDoNotReachIsNothing) {
    EXPECT_EQ(fewest_agents(demand_of(10, 180, nullptr), answered(0.8, 20s), 0, 13), std::nullopt);
    EXPECT_EQ(fewest_agents(demand_of(10, 180, 60), answered(0.8, 20s), 0, 8), std::nullopt);
}

TEST(FewestAgents, MatchesEveryReferenceCase) {
    for (const auto& c : test::reference_cases("min_agents")) {
        const CallDemand demand = demand_of(c["load_erlang"], c["aht_s"], c["patience_s"]);
        const auto found = fewest_agents(demand, target_of(c["targets"]), 0, many_agents);
        ASSERT_TRUE(found.has_value()) << c["id"];
        EXPECT_THAT(c["accept"].get<std::vector<int>>(), testing::Contains(*found)) << c["id"];
    }
}

TEST(FewestAgents, PoolsAreSmallerThanTheirParts) {
    for (const auto& c : test::reference_cases("pooling")) {
        if (c["part"] != "staffing") continue;
        const CallTarget target = target_of(c["targets"]);
        const std::vector<double> loads = c["loads_erlang"];
        std::vector<int> per_site;
        for (const double load : loads)
            per_site.push_back(
                fewest_agents(demand_of(load, c["aht_s"], c["patience_s"]), target, 0, many_agents).value());
        EXPECT_EQ(per_site, c["agents_per_site"].get<std::vector<int>>()) << c["id"];
        const CallDemand pool = demand_of(c["pooled_load_erlang"], c["aht_s"], c["patience_s"]);
        EXPECT_EQ(fewest_agents(pool, target, 0, many_agents), c["agents_pooled"].get<int>()) << c["id"];
    }
}

// One fewer fails, whatever was promised.
TEST(FewestAgents, TheAnswerIsTheLeast) {
    std::mt19937_64 random{11};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 4000; ++i) {
        const double load = std::exp(std::log(0.02) + unit(random) * std::log(5e4 / 0.02));
        CallDemand demand = demand_of(load, 20.0 + 900.0 * unit(random), nullptr);
        if (i % 3 > 0) demand.first_attempts.patience = Seconds{5.0 + 600.0 * unit(random)};
        CallTarget target;
        if (unit(random) < 0.7) {
            target = answered(0.02 + 0.97 * unit(random), Seconds{60.0 * unit(random)});
            if (i % 3 > 0) target.counting = static_cast<Counting>(i % 5);
        }
        if (unit(random) < 0.3 || !target.answered) target.average_wait = Seconds{1.0 + 100.0 * unit(random)};
        if (unit(random) < 0.3) target.abandoned = Share{0.001 + 0.3 * unit(random)};
        if (unit(random) < 0.3) target.max_occupancy = Share{0.5 + 0.5 * unit(random)};
        if (unit(random) < 0.2) target.wait_probability = Share{0.01 + 0.9 * unit(random)};
        const auto found = fewest_agents(demand, target, 0, many_agents);
        ASSERT_TRUE(found.has_value()) << "load " << load;
        const double n = *found;
        ASSERT_TRUE(keeps_promises(demand, target, Agents{n})) << "load " << load << " agents " << n;
        if (n > 0) {
            ASSERT_FALSE(keeps_promises(demand, target, Agents{n - 1})) << "load " << load << " agents " << n;
        }
    }
}

// Patience with a law has another way there, and the fewest are the fewest there too.
TEST(FewestAgents, OfEveryLawOfPatienceTheAnswerIsTheLeast) {
    const std::vector<DurationLaw> laws = {{.law = Law::lognormal, .mean = 90s, .cv = 1.5},
                                           {.law = Law::hyperexponential, .mean = 90s, .cv = 3.0},
                                           {.law = Law::erlang, .mean = 90s, .k = 3},
                                           {.law = Law::constant, .mean = 90s}};
    std::mt19937_64 random{13};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 400; ++i) {
        const double load = std::exp(std::log(0.02) + unit(random) * std::log(2e3 / 0.02));
        CallDemand demand = demand_of(load, 20.0 + 900.0 * unit(random), 90.0);
        demand.first_attempts.patience_law = std::make_shared<const PatienceLaw>(laws[static_cast<std::size_t>(i % 4)]);
        if (i % 5 == 0) demand.first_attempts.balk = 0.1;
        CallTarget target = answered(0.02 + 0.97 * unit(random), Seconds{60.0 * unit(random)});
        target.counting = static_cast<Counting>(i % 5);
        if (i % 7 == 0) target.abandoned = Share{0.001 + 0.3 * unit(random)};
        if (i % 11 == 0) target.average_wait = Seconds{1.0 + 40.0 * unit(random)};
        const auto found = fewest_agents(demand, target, 0, many_agents);
        ASSERT_TRUE(found.has_value()) << "load " << load;
        const double n = *found;
        ASSERT_TRUE(keeps_promises(demand, target, Agents{n})) << "load " << load << " agents " << n;
        if (n > 0) {
            ASSERT_FALSE(keeps_promises(demand, target, Agents{n - 1})) << "load " << load << " agents " << n;
        }
    }
}

// The march and the formula are different ways to the same number, near ties included.
TEST(FewestAgents, TheMarchAgreesWithTheFormula) {
    std::mt19937_64 random{12};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    for (int i = 0; i < 20'000; ++i) {
        const double load = std::exp(std::log(1e-3) + unit(random) * std::log(2e4 / 1e-3));
        const double threshold = i % 10 == 0 ? 0.0 : unit(random);
        double share = std::pow(unit(random), 0.3) * 0.99999;
        const double agents = std::floor(load + 1.0 + 3.0 * unit(random) * std::sqrt(load));
        if (i % 4 == 0)  // a target that some number meets to the last digit
            share = ErlangC{Agents{agents}, Erlangs{load}, 1s}.answered_within(Seconds{threshold});
        if (share >= 1.0) continue;
        const double n = fewest_agents_erlang_c(Erlangs{load}, threshold, Share{share});
        const auto level = [&](double m) {
            return ErlangC{Agents{m}, Erlangs{load}, 1s}.answered_within(Seconds{threshold});
        };
        ASSERT_GT(n, load);
        ASSERT_GE(level(n), share * (1.0 - 1e-12)) << load << " " << threshold << " " << share;
        if (n - 1.0 > load) {
            ASSERT_LT(level(n - 1.0), share * (1.0 - 1e-12)) << load << " " << threshold << " " << share;
        }
    }
}

// Levels by quick_level.hpp and by ErlangA are different ways to the same number, near ties included.
TEST(FewestAgents, QuickLevelsAgreeWithTheFormula) {
    std::mt19937_64 random{13};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    const auto between = [&](double low, double high) { return low * std::pow(high / low, unit(random)); };
    for (int i = 0; i < 20'000; ++i) {
        const double patience = between(2.0, 20'000.0);
        CallDemand demand = demand_of(between(0.01, 2e4), between(20.0, 2000.0), patience);
        const CallStream& calls = demand.first_attempts;
        const double load = calls.load().value();
        CallTarget target = answered(std::pow(unit(random), 0.3), Seconds{i % 10 == 0 ? 0.0 : between(0.5, 300.0)});
        target.counting = static_cast<Counting>(i % 5);
        if (i % 4 == 0) {  // a target that some number meets to the last digit
            const Agents tied{std::floor(load * (0.5 + 0.6 * unit(random)) + 1.0)};
            const LevelParts level = service_level_parts(CallQueue{calls, tied}, *target.within, target.counting);
            target.answered = Share{std::min(1.0, level.in_time / level.base)};
        }
        if (target.answered->value() > 0.9999) continue;
        const double n = fewest_agents(demand, target, 0, many_agents).value();
        ASSERT_TRUE(keeps_promises(demand, target, Agents{n})) << load << " " << patience << " " << n;
        if (n > 0.0) {
            ASSERT_FALSE(keeps_promises(demand, target, Agents{n - 1.0})) << load << " " << patience << " " << n;
        }
    }
}

// 0.7 is a little less than 7/10 as a double, yet 7 Erlang on 10 agents are an occupancy of 70 %.
TEST(FewestAgents, DecimalTargetsAreMetByTheirFractions) {
    EXPECT_EQ(fewest_agents(demand_of(7, 180, nullptr), {.max_occupancy = Share{0.7}}, 0, many_agents), 10);
}

// At most one caller is ever there, and one agent answers him at once; patience is 12 to 1,200 handling times.
TEST(FewestAgents, FewCallsOfPatientCallersNeedOne) {
    for (const double load : {1e-9, 1e-3, 0.01, 0.1})
        for (const double handling_time : {0.1, 1.0, 10.0})
            EXPECT_EQ(fewest_agents(demand_of(load, handling_time, 120), answered(0.8, 20s), 0, many_agents), 1)
                << load;
}

TEST(FewestAgents, FractionalAgentsMeetTheTargetExactly) {
    const CallDemand demand = demand_of(10, 180, 60);
    const double n = fewest_fractional_agents(demand, answered(0.8, 20s), 1000.0).value();
    const CallQueue queue{demand.first_attempts, Agents{n}};
    EXPECT_NEAR(queue.within(20s).answered, 0.8, 1e-11);
    EXPECT_EQ(fewest_agents(demand, answered(0.8, 20s), 0, many_agents), static_cast<int>(std::ceil(n)));
}

TEST(LargestLoad, IsCarriedAndALittleMoreIsNot) {
    CallDemand demand = demand_of(1, 180, 60);
    const double load = largest_load(demand, answered(0.8, 20s), Agents{14}).value();
    EXPECT_TRUE(keeps_promises(demand_of(load, 180, 60), answered(0.8, 20s), Agents{14}));
    EXPECT_FALSE(keeps_promises(demand_of(load * (1 + 1e-9), 180, 60), answered(0.8, 20s), Agents{14}));
}

}  // namespace
}  // namespace freiton::analytic
