// SPDX-License-Identifier: Apache-2.0
// How questions are stopped, and what they tell of their progress.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/study/compare.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {
namespace {

Scenario two_offices(const std::string& rest) {
    return input::parse_scenario(
        "freiton: 1\n"
        "calendar: {first_day: 2026-03-02, open: '08:00-10:00'}\n"
        "sites: [east, west]\n"
        "work:\n"
        "  calls: {kind: call, arrivals: {per_interval: {east: 30, west: 20}}, handling_time: 4 min,\n"
        "          patience: 2 min, target: {answered: 80 %, within: 20 s}}\n"
        "teams:\n"
        "  east: {site: east, handles: [calls], staff: 8}\n"
        "  west: {site: west, handles: [calls], staff: 8}\n"
        "organisations: {apart: {reach: site}, together: {reach: all}}\n"
        "simulation: {replications: 60}\n" +
            rest,
        "f.yaml", ".");
}

Scenario without_staff(const Scenario& scenario) {
    ScenarioParts parts = scenario.parts();
    for (Team& team : parts.teams) team.staff.reset();
    return Scenario{std::move(parts)};
}

RunControl stopped() {
    static const std::atomic<bool> stop{true};
    return {.threads = 1, .stop = &stop};
}

TEST(Stopped, AFormulaHasNothingToSay) {
    const Scenario scenario = two_offices("plan: {method: formula}\n");
    EXPECT_THROW(analytic::least_plan(scenario, stopped()), Stopped);
    EXPECT_THROW(analytic::performance(scenario, given_staffing(scenario), stopped()), Stopped);
    EXPECT_THROW(plan(without_staff(scenario), {.control = stopped()}), Stopped);
}

TEST(Stopped, ATraceHasNothingToSay) {
    const Scenario scenario = two_offices("");
    EXPECT_THROW(trace(scenario, given_staffing(scenario), stopped()), Stopped);
    EXPECT_THROW(report::trace_csv(trace(scenario, given_staffing(scenario)), stopped()), Stopped);
}

// Stopped while the second organisation is planned: the first is there, and not compared with anything.
TEST(Stopped, AComparisonKeepsTheOrganisationsThatAreDone) {
    std::atomic<bool> stop{false};
    const RunControl control{.threads = 1, .stop = &stop, .progress = [&](double share) { stop = share >= 0.5; }};
    const Comparison comparison =
        compare(without_staff(two_offices("plan: {method: formula}\n")), {.control = control});
    ASSERT_EQ(comparison.organisations.size(), 1U);
    EXPECT_EQ(comparison.organisations[0].name, "apart");
    EXPECT_TRUE(comparison.differences.empty());
}

// What a question tells from 0 to 1 in one go, however many simulations it is made of.
std::vector<double> told(const std::function<void(const RunControl&)>& question) {
    std::vector<double> shares;
    question({.threads = 1, .progress = [&](double share) { shares.push_back(share); }});
    return shares;
}

// While it searches, not only when it knows the answer. Each plan that is told takes less than the one before; what
// seemed to hold may turn out to need somebody more, so that the answer takes no less than the last.
TEST(Progress, OfAPlanBySimulationIsToldAllTheWayWithTheBestPlanSoFar) {
    ScenarioParts parts = without_staff(two_offices("plan: {method: simulation}\n")).parts();
    parts.organisations.clear();
    for (Work& work : parts.work) work.call_target->over = Scope::day;
    std::vector<double> shares;
    std::vector<double> best_h;
    std::size_t told_before_the_best = 0;
    int searches = 0;
    const RunControl control{.threads = 2,
                             .progress = [&](double share) { shares.push_back(share); },
                             .best_so_far =
                                 [&](double agent_hours) {
                                     if (std::isnan(agent_hours)) {
                                         ++searches;
                                         return;
                                     }
                                     told_before_the_best = shares.size();
                                     best_h.push_back(agent_hours);
                                 }};
    const PlanResult result = plan(Scenario{parts}, {.explain = true, .control = control});
    ASSERT_TRUE(result.met());
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_GT(told_before_the_best, 5U);
    EXPECT_LT(shares[told_before_the_best - 1], 0.8);
    EXPECT_LE(shares.back(), 1.0);
    EXPECT_EQ(searches, 1);
    ASSERT_GE(best_h.size(), 2U);
    EXPECT_TRUE(std::is_sorted(best_h.begin(), best_h.end(), std::greater_equal<>{}));
    double hours = 0.0;
    for (const TeamPerformance& team : result.performance.teams) hours += team.agent_hours;
    EXPECT_LE(best_h.back(), hours);
    EXPECT_LE(hours, best_h.front());
}

TEST(Progress, OfAComparisonIsThatOfAllItsOrganisations) {
    const Scenario scenario = two_offices("");
    const std::vector<double> shares =
        told([&](const RunControl& control) { compare(scenario, {.control = control}); });
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_DOUBLE_EQ(shares.back(), 1.0);
    const auto half = std::upper_bound(shares.begin(), shares.end(), 0.5);
    EXPECT_GE(half - shares.begin(), 20);  // sixty replications, ten batches of six: at least every three of them
    EXPECT_GE(shares.end() - half, 20);
}

TEST(Progress, OfAHeadroomIsThatOfAllItsScales) {
    const Scenario scenario = two_offices("");
    const std::vector<double> shares =
        told([&](const RunControl& control) { headroom(scenario, given_staffing(scenario), control); });
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_LE(shares.back(), 1.0);
    EXPECT_GT(shares.back(), 0.5);
}

TEST(Progress, OfAPartIsAPartOfTheWhole) {
    std::vector<double> shares;
    const RunControl whole{.progress = [&](double share) { shares.push_back(share); }};
    const RunControl half = whole.part(0.5, 1.0);
    half.report(0.0);
    half.part(0.0, 0.5).report(1.0);
    half.report(1.0);
    EXPECT_THAT(shares, testing::ElementsAre(0.5, 0.75, 1.0));
    RunControl{}.part(0.0, 0.5).report(1.0);  // nobody is told
}

}  // namespace
}  // namespace freiton::study
