// SPDX-License-Identifier: Apache-2.0
// Wrap-up apart from talk, callers who hang up too early to count, and limits of occupancy that change, by formula.
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/analytic/call_queue.hpp"
#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/z_values.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

TEST(WrapUp, AddsMeansAndVariances) {
    const BusyTime time = busy_time(DurationLaw{.mean = 3min}, DurationLaw{.law = Law::gamma, .mean = 1min, .cv = 0.5});
    EXPECT_DOUBLE_EQ(time.mean.count(), 240.0);
    EXPECT_DOUBLE_EQ(time.cv, std::sqrt(180.0 * 180.0 + 30.0 * 30.0) / 240.0);
    EXPECT_DOUBLE_EQ(busy_time(DurationLaw{.mean = 3min}, std::nullopt).cv, 1.0);
}

TEST(WrapUp, IsPlannedLikeOneTimeOfTheSameMeanAndSpread) {
    ScenarioParts apart = test::one_hour_of_sales();
    apart.work[0].wrap_up = DurationLaw{.mean = 90s};
    ScenarioParts together = test::one_hour_of_sales();
    const BusyTime both = busy_time(Scenario{apart}.work()[0]);
    together.work[0].handling_time = {.law = Law::gamma, .mean = both.mean, .cv = both.cv};
    const FormulaPlan plan = least_plan(Scenario{apart});
    EXPECT_EQ(plan.staffing.agents, least_plan(Scenario{together}).staffing.agents);
    const CallFigures one = performance(Scenario{apart}, plan.staffing).work[0].calls.by_interval[1];
    const CallFigures other = performance(Scenario{together}, plan.staffing).work[0].calls.by_interval[1];
    EXPECT_NEAR(one.service_level, other.service_level, 1e-12);
    EXPECT_NEAR(one.load_erlang, 20.0 * 270.0 / 1800.0, 1e-12);
    EXPECT_NEAR(one.wrap_up_mean, one.answered * 90.0 / 1800.0, 1e-12);
    EXPECT_EQ(other.wrap_up_mean, 0.0);
}

CallFigures second_half_hour(Counting counting, Seconds short_wait, int agents) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].call_target->counting = counting;
    parts.work[0].call_target->short_wait = short_wait;
    const Scenario scenario{parts};
    return performance(scenario, StaffingPlan{{{agents, agents}}}).work[0].calls.by_interval[1];
}

// A within the threshold, L within `short` and within the threshold, of one Erlang A.
TEST(Short, LeavesEarlyCallersOutOfEveryShare) {
    const CallQueue queue{{.rate = ArrivalRate{20.0, 30min}, .handling_time = 3min, .patience = Seconds{120.0}},
                          Agents{2}};
    const double answered = queue.within(20s).answered, early = queue.within(20s).abandoned;
    for (const Seconds short_wait : {Seconds{5.0}, Seconds{60.0}}) {
        const double left_out = queue.within(short_wait).abandoned;
        const auto figures = [&](Counting counting) { return second_half_hour(counting, short_wait, 2); };
        const CallFigures offered = figures(Counting::offered);
        EXPECT_NEAR(offered.service_level, answered / (1.0 - left_out), 1e-12);
        EXPECT_NEAR(offered.abandoned_share, (queue.abandoned_share() - left_out) / (1.0 - left_out), 1e-12);
        EXPECT_NEAR(offered.reachability, queue.answered_share() / (1.0 - left_out), 1e-12);
        EXPECT_NEAR(offered.wait_probability, (queue.wait_probability() - left_out) / (1.0 - left_out), 1e-12);
        EXPECT_NEAR(offered.short_abandoned, 20.0 * left_out, 1e-10);
        EXPECT_NEAR(offered.offered, 20.0, 1e-12);
        EXPECT_NEAR(figures(Counting::answered).service_level, answered / queue.answered_share(), 1e-12);
        EXPECT_NEAR(figures(Counting::offered_without_early).service_level,
                    answered / (1.0 - std::max(early, left_out)), 1e-12);
        EXPECT_NEAR(figures(Counting::early_counts).service_level,
                    (answered + std::max(0.0, early - left_out)) / (1.0 - left_out), 1e-12);
    }
    EXPECT_NEAR(second_half_hour(Counting::offered, 0s, 2).service_level, answered, 1e-12);
}

TEST(Short, NeedsFewerPeopleAndItsPlanKeepsThePromise) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({100, 200});
    parts.work[0].call_target = CallTarget{.abandoned = Share{0.03}};
    const int all_count = least_plan(Scenario{parts}).staffing.agents[0][1];
    parts.work[0].call_target->short_wait = 15s;
    const Scenario scenario{parts};
    const FormulaPlan plan = least_plan(scenario);
    EXPECT_LT(plan.staffing.agents[0][1], all_count);
    EXPECT_TRUE(performance(scenario, plan.staffing).met());
    StaffingPlan one_less = plan.staffing;
    --one_less.agents[0][1];
    EXPECT_FALSE(performance(scenario, one_less).met());
}

// The same by simulation, of a day in its steady state.
TEST(Short, SimulationAndFormulaCountTheSame) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar = {.first_day = test::monday, .days = 1, .open = test::office_week(0h, 24h)};
    parts.work[0].arrivals = test::daily(40.0 * 24.0);
    parts.work[0].call_target->short_wait = 10s;
    parts.work[0].call_target->counting = Counting::early_counts;
    parts.simulation = {.replications = 400, .warm_up_days = 1};
    const Scenario scenario{parts};
    const StaffingPlan plan{{std::vector<int>(scenario.intervals(), 2)}};
    const CallFigures exact = performance(scenario, plan).work[0].calls.total;
    const auto seen = simulation::simulate(scenario, plan);
    const auto& calls = seen.work[0].calls.total;
    for (const auto member : {&CallFigures::service_level, &CallFigures::abandoned_share, &CallFigures::reachability,
                              &CallFigures::wait_probability, &CallFigures::short_abandoned}) {
        const test::Compared compared{"figure", exact.*member, calls.*member, (*calls.half_width).*member,
                                      seen.replications};
        EXPECT_LT(std::abs(compared.z()), 4.5) << exact.*member << " and " << calls.*member;
    }
}

TEST(MaxOccupancy, HoldsInTheIntervalsInWhichItIsStated) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({200, 200});
    const int usual = least_plan(Scenario{parts}).staffing.agents[0][0];
    parts.teams[0].max_occupancy = Varying<Share>{Varying<Share>::Week{{{Share{0.95}, Share{0.5}},
                                                                        {Share{0.95}, Share{0.5}},
                                                                        {Share{0.95}, Share{0.5}},
                                                                        {Share{0.95}, Share{0.5}},
                                                                        {Share{0.95}, Share{0.5}},
                                                                        {},
                                                                        {}}}};
    const Scenario scenario{parts};
    const FormulaPlan plan = least_plan(scenario);
    EXPECT_EQ(plan.staffing.agents[0][0], usual);
    EXPECT_GE(plan.staffing.agents[0][1], 2 * 19);  // 20 Erlang, less who hangs up
    const Performance figures = performance(scenario, plan.staffing);
    ASSERT_EQ(figures.targets.size(), 3u);  // the promise to callers, then the limits, the lowest first
    EXPECT_EQ(figures.targets[1].promise.when, (std::vector<bool>{false, true}));
    EXPECT_EQ(figures.targets[2].promise.when, (std::vector<bool>{true, false}));
    EXPECT_TRUE(figures.met());
    StaffingPlan swapped = plan.staffing;
    std::swap(swapped.agents[0][0], swapped.agents[0][1]);
    EXPECT_FALSE(performance(scenario, swapped).targets[1].met);
    parts.simulation.replications = 100;
    parts.plan.method = Method::simulation;
    EXPECT_FALSE(simulation::simulate(Scenario{parts}, swapped).targets[1].met);
    EXPECT_TRUE(simulation::simulate(Scenario{parts}, plan.staffing).targets[2].met);
}

}  // namespace
}  // namespace freiton::analytic
