// SPDX-License-Identifier: Apache-2.0
// `plan.assurance: 95 % of days`: promises hold on the mean, and on so many days.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/model/target_results.hpp"
#include "freiton/report/target_text.hpp"
#include "freiton/simulation/half_width.hpp"
#include "freiton/study/plan.hpp"
#include "freiton/study/simulate.hpp"

namespace freiton::study {
namespace {

// Of tests that say how many people there may be, and over what it is promised.
Scenario office_assured(const std::string& staff, const std::string& over, const std::string& days = "95 % of days") {
    return input::parse_scenario(R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 1, open: "08:00-10:00", interval: 60 min}
work:
  c: {kind: call, arrivals: {per_interval: [100, 120], day_cv: 0.1}, handling_time: {mean: 240 s}, patience: {mean: 120 s}, target: {answered: 80 %, within: 20 s, over: )" +
                                     over + R"(}}
teams: {t: {handles: [c], )" + staff +
                                     R"(}}
plan: {assurance: )" + days + "}\n",
                                 "test.yaml", ".");
}

// Ten and eleven keep 80 % of the calls of nearly every day, but not on 95 of a hundred days.
TEST(Assurance, IsNotMetOnTheMeanAlone) {
    const Scenario scenario = office_assured("staff: [10, 11]", "day");
    const auto targets = simulate(scenario, given_staffing(scenario), {.threads = 2}).performance.targets;
    ASSERT_EQ(targets.size(), 2U);
    EXPECT_TRUE(targets[0].met);
    EXPECT_EQ(targets[1].promise.kind, PromiseKind::kept_days);
    EXPECT_FALSE(targets[1].met);
    EXPECT_TRUE(targets[1].sure());
    EXPECT_EQ(targets[1].reached, targets[0].days_met);
    EXPECT_THAT(report::target_text(scenario, targets[1], report::Language::en),
                testing::StartsWith("c: on 95 % of the days 80 % answered within 20 s: NOT met ("));
}

TEST(Assurance, OutOfReachIsNotCalledMet) {
    const PlanResult found = plan(office_assured("max: 10", "day"), {.control = {.threads = 2}});
    EXPECT_EQ(found.plan.agents, (std::vector<std::vector<int>>{{10, 10}}));
    EXPECT_FALSE(found.met());
    EXPECT_TRUE(found.performance.targets[0].met);
}

// Not only the day as a whole.
TEST(Assurance, PromisesOfIntervalsHoldOnTheMeanBesides) {
    const PlanResult by_hour = plan(office_assured("max: 20", "interval", "60 % of days"), {.control = {.threads = 2}});
    ASSERT_TRUE(by_hour.met());
    EXPECT_GE(by_hour.performance.work[0].calls.by_interval[0].service_level, 0.8);
    EXPECT_GE(by_hour.performance.work[0].calls.by_interval[1].service_level, 0.8);
}

// Single days that do not depend on each other: a share of n has the spread of a binomial one.
TEST(Assurance, TheShareOfDaysHasItsHalfWidth) {
    ScenarioParts parts = office_assured("staff: [10, 11]", "day").parts();
    parts.simulation.replications = 4000;
    const Scenario scenario{parts};
    const TargetResult kept = simulate(scenario, given_staffing(scenario), {.threads = 2}).performance.targets[1];
    const double p = kept.reached;
    EXPECT_NEAR(*kept.half_width, 1.96 * std::sqrt(p * (1.0 - p) / 4000.0), 2e-5);
}

// Post is promised over the horizon unless said otherwise: not its days are counted then.
TEST(Assurance, OfPostOverTheHorizonIsToldOfHorizonsAndDrivesAsPost) {
    const Scenario scenario = input::parse_scenario(R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 3, open: "08:00-12:00", interval: 60 min}
work:
  fax: {kind: backlog, arrivals: {per_interval: 6, day_cv: 0.3}, handling_time: {mean: 8 min}, target: {done: 80 %, within: 4 h}}
teams: {t: {handles: [fax]}}
plan: {assurance: 90 % of days}
)",
                                                    "test.yaml", ".");
    const PlanResult found = plan(scenario, {.explain = true, .control = {.threads = 2}});
    EXPECT_THAT(report::target_text(scenario, found.performance.targets[1], report::Language::en),
                testing::StartsWith("fax: in 90 % of such times 80 % done within 4 h: met ("));
    for (std::size_t i = 0; i < scenario.intervals(); ++i) EXPECT_NE(found.drivers[0][i], Driver::calls) << i;
}

// With the same three days each time no spread is seen, and no more is known than so many replications tell.
TEST(Assurance, WithoutAnySpreadReplicationsAreWhatWasSeen) {
    const simulation::Estimate same = simulation::ratio_estimate(100.0, 200.0, 100.0, 400.0, 200.0, 100, true);
    ASSERT_EQ(same.half_width, 0.0);
    EXPECT_EQ(simulation::share_of_days(same, 100).half_width, 0.03);
    EXPECT_EQ(simulation::share_of_days({1.0, 0.01}, 100).half_width, 0.03);
    EXPECT_EQ(simulation::share_of_days({0.9, 0.05}, 100).half_width, 0.05);
}

TEST(Assurance, OfAnotherOrganisationIsNotJudgedWhereItsDaysWereNotCounted) {
    const Scenario scenario = office_assured("staff: [10, 11]", "day");
    const Performance performance = simulate(scenario, given_staffing(scenario), {.threads = 2}).performance;
    std::vector<Promise> promises = promises_of(scenario);
    ASSERT_EQ(results_by(promises, performance)->size(), 2U);
    EXPECT_EQ(results_by(promises, performance)->back().reached, performance.targets[1].reached);
    promises[1].each_day.reset();
    promises[1].kind = PromiseKind::abandoned;
    Promise other = promises_of(scenario)[1];
    other.each_day = std::make_shared<const Promise>(promises[1]);
    EXPECT_FALSE(results_by({other}, performance).has_value());
    Promise stricter = promises_of(scenario)[1];
    stricter.wanted = 0.99;
    EXPECT_FALSE(results_by({stricter}, performance).has_value());
}

}  // namespace
}  // namespace freiton::study
