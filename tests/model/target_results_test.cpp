// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/target_results.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;

// Sales with this target, and calls that were answered in time by these shares, after these mean waits.
TargetResult judged_by(const CallTarget& target, const std::vector<double>& values, Scope over = Scope::interval) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].call_target = target;
    parts.work[0].call_target->over = over;
    WorkPerformance work;
    for (const double value : values) {
        Measured<CallFigures> figures;
        figures.service_level = value;
        figures.wait_all_s = value;
        figures.half_width = CallFigures{};
        figures.half_width->service_level = value / 10.0;
        (over == Scope::day ? work.calls.by_day : work.calls.by_interval).push_back(figures);
        work.calls.total = figures;
    }
    return target_results(Scenario{parts}, {work}, {{}}).at(0);
}

const CallTarget four_of_five{.answered = Share{0.8}, .within = 20s};

TEST(TargetResults, TheWorstIntervalDecidesWhereverItIs) {
    for (const std::size_t worst : {0U, 1U, 2U}) {
        std::vector<double> values(3, 0.9);
        values[worst] = 0.7;
        const TargetResult result = judged_by(four_of_five, values);
        EXPECT_EQ(result.worst_interval, IntervalIndex{worst});
        EXPECT_FALSE(result.worst_day);
        EXPECT_DOUBLE_EQ(result.reached, 0.7);
        EXPECT_DOUBLE_EQ(result.half_width.value(), 0.07);
        EXPECT_FALSE(result.met);
    }
}

TEST(TargetResults, OfAMostTheHighestIsTheWorst) {
    const CallTarget wait{.average_wait = Seconds{20}};
    EXPECT_EQ(judged_by(wait, {10.0, 30.0, 20.0}).worst_interval, IntervalIndex{1});
    EXPECT_FALSE(judged_by(wait, {10.0, 30.0, 20.0}).met);
    EXPECT_TRUE(judged_by(wait, {10.0, 20.0, 15.0}).met);
}

TEST(TargetResults, OfEqualValuesTheFirstIsNamed) {
    EXPECT_EQ(judged_by(four_of_five, {0.9, 0.7, 0.7}).worst_interval, IntervalIndex{1});
}

TEST(TargetResults, ADayIsNamedAsADayAndTheHorizonNotAtAll) {
    const TargetResult day = judged_by(four_of_five, {0.9, 0.7}, Scope::day);
    EXPECT_EQ(day.worst_day, 1);
    EXPECT_FALSE(day.worst_interval);
    const TargetResult horizon = judged_by(four_of_five, {0.7, 0.85}, Scope::horizon);  // the last is the total
    EXPECT_FALSE(horizon.worst_day || horizon.worst_interval);
    EXPECT_TRUE(horizon.met);
}

TEST(TargetResults, WhereNothingCameNothingWasBroken) {
    const TargetResult some = judged_by(four_of_five, {CallFigures::none, 0.9});
    EXPECT_EQ(some.worst_interval, IntervalIndex{1});
    EXPECT_TRUE(some.met);
    EXPECT_FALSE(judged_by(four_of_five, {CallFigures::none, 0.7}).met);
    const TargetResult nothing = judged_by(four_of_five, {CallFigures::none, CallFigures::none});
    EXPECT_FALSE(nothing.worst_interval);
    EXPECT_TRUE(nothing.met);
}

TEST(TargetResults, ALimitOfOccupancyHoldsInEveryInterval) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].call_target.reset();
    parts.teams[0].max_occupancy = Share{0.85};
    TeamPerformance team;
    team.occupancy_by_interval = {0.9, 0.8};
    const auto results = target_results(Scenario{parts}, {{}}, {team});
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].worst_interval, IntervalIndex{0});
    EXPECT_FALSE(results[0].met);
}

TEST(TargetResults, PromisesOfSitesAreJudgedOnlyWhereTheFiguresTellSitesApart) {
    Promise promise{.work = WorkIndex{0}, .site = "Bonn", .over = Scope::horizon, .wanted = 0.8};
    Performance performance;
    performance.work.resize(1);
    EXPECT_FALSE(results_by({promise}, performance));
    CallFigures figures;
    figures.service_level = 0.75;
    performance.work[0].calls_by_site["Bonn"].total = figures;
    const auto results = results_by({promise}, performance);
    ASSERT_TRUE(results);
    EXPECT_DOUBLE_EQ(results->at(0).reached, 0.75);
    EXPECT_FALSE(results->at(0).met);
    promise.kind = PromiseKind::done;
    EXPECT_FALSE(results_by({promise}, performance));
}

}  // namespace
}  // namespace freiton
