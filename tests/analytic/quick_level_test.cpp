// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/quick_level.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "freiton/analytic/call_queue.hpp"

namespace freiton::analytic {
namespace {

// Everything in handling times.
struct LevelCase {
    double load;
    double patience;
    double threshold;
    Counting counting;
    double agents;
};

std::vector<LevelCase> random_cases(int count) {
    std::mt19937_64 random{21};
    std::uniform_real_distribution<double> unit{0.0, 1.0};
    const auto between = [&](double low, double high) { return low * std::pow(high / low, unit(random)); };
    std::vector<LevelCase> cases;
    while (static_cast<int>(cases.size()) < count) {
        LevelCase c{};
        c.load = between(0.05, 1e5);
        c.patience = between(0.01, 100.0);
        const double part = unit(random);
        c.threshold = cases.size() % 10 == 0 ? 0.0 : 2.0 * part * part * c.patience;
        c.counting = static_cast<Counting>(cases.size() % 5);
        const double share = 0.2 + 1.3 * unit(random);
        const double roots = 10.0 * unit(random) - 5.0;
        c.agents = std::floor(cases.size() % 3 == 0 ? c.load * share : c.load + roots * std::sqrt(c.load));
        if (QuickLevel{Erlangs{c.load}, c.patience, c.threshold, c.counting}.covers(c.agents)) cases.push_back(c);
    }
    return cases;
}

double exact_level(const LevelCase& c, double agents) {
    CallStream calls;
    calls.handling_time = Seconds{1.0};
    calls.rate = ArrivalRate{c.load, calls.handling_time};
    calls.patience = Seconds{c.patience};
    const LevelParts parts = service_level_parts(CallQueue{calls, Agents{agents}}, Seconds{c.threshold}, c.counting);
    return parts.in_time / parts.base;
}

TEST(QuickLevel, IsAsCloseAsItSays) {
    for (const LevelCase& c : random_cases(20'000)) {
        QuickLevel quick{Erlangs{c.load}, c.patience, c.threshold, c.counting};
        ASSERT_NEAR(quick.at(c.agents).level, exact_level(c, c.agents), quick_level_error)
            << "load " << c.load << " patience " << c.patience << " threshold " << c.threshold << " agents " << c.agents
            << " counting " << static_cast<int>(c.counting);
    }
}

// From number to number 1/B goes on by its recurrence; the level must not remember the way.
TEST(QuickLevel, DoesNotDependOnWhatWasAskedBefore) {
    std::mt19937_64 random{22};
    std::uniform_int_distribution<int> step{-20, 20};
    for (const LevelCase& c : random_cases(2'000)) {
        QuickLevel walked{Erlangs{c.load}, c.patience, c.threshold, c.counting};
        double n = c.agents;
        for (int i = 0; i < 12; ++i) {
            const double next = n + step(random);
            if (!walked.covers(next)) continue;
            n = next;
            QuickLevel fresh{Erlangs{c.load}, c.patience, c.threshold, c.counting};
            ASSERT_NEAR(walked.at(n).level, fresh.at(n).level, 1e-7) << "load " << c.load << " agents " << n;
        }
    }
}

// The slope lies between the growth by the agent before and by the one after, or near it: what Newton's step needs.
TEST(QuickLevel, ItsSlopeIsTheGrowthByAnAgent) {
    for (const LevelCase& c : random_cases(2'000)) {
        QuickLevel quick{Erlangs{c.load}, c.patience, c.threshold, c.counting};
        if (c.load < 50.0 || !quick.covers(c.agents - 1.0)) continue;
        const double growth = 0.5 * (exact_level(c, c.agents + 1.0) - exact_level(c, c.agents - 1.0));
        EXPECT_NEAR(quick.at(c.agents).slope, growth, 0.3 * growth + 1e-4) << "load " << c.load << " " << c.agents;
    }
}

}  // namespace
}  // namespace freiton::analytic
