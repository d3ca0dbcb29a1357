// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/moments.hpp"

#include <gtest/gtest.h>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "freiton/simulation/simulated_performance.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using namespace kernel;

// Two days of an hour of sales, by day: 80 % within 20 s. Tallies are filled in by hand.
class MomentsTest : public testing::Test {
  protected:
    static Scenario two_days() {
        ScenarioParts parts = test::one_hour_of_sales();
        parts.calendar.days = 2;
        parts.work[0].call_target->over = Scope::day;
        return Scenario{std::move(parts)};
    }
    Scenario scenario = two_days();
    World world = compile_world(scenario, {{std::vector<int>(4, 4)}});
    Views views = views_of(scenario, world);
    Block block{world, Durations{views, 1}};

    const Tally& tally(const std::array<std::array<double, 2>, 4>& offered_in_time) {
        block.tally.clear();
        for (int i = 0; i < 4; ++i) {
            const auto& [offered, in_time] = offered_in_time[static_cast<std::size_t>(i)];
            Cell& cell = block.tally.at(0, i);
            cell[call_offered] = cell[call_answered] = offered;
            cell[call_in_time] = in_time;
            cell[call_queue_end] = static_cast<double>(i + 1);
            block.tally.team(0, i) = {.busy_calls_s = 600.0, .busy_backlog_s = 0.0, .on_duty_s = 4 * 1800.0};
        }
        block.tally.contacts = 1;
        return block.tally;
    }
};

// Sums, squares and products of the two replications, at an interval, on a day and over the horizon.
TEST_F(MomentsTest, AddUpNumbersSquaresAndProducts) {
    Moments moments{views, 1};
    moments.add(tally({{{10, 9}, {20, 10}, {0, 0}, {5, 5}}}));
    moments.add(tally({{{14, 7}, {20, 20}, {1, 0}, {5, 5}}}));
    EXPECT_EQ(moments.replications(), 2);
    EXPECT_EQ(moments.contacts(), 2);
    const Sums& first = moments.place(0, 0);
    EXPECT_EQ(first.sum[call_offered], 24.0);
    EXPECT_EQ(first.square[call_offered], 100.0 + 196.0);
    EXPECT_EQ(first.product[0], 9.0 * 10.0 + 7.0 * 14.0);  // in time x offered, of the service level
    const Sums& monday = moments.place(0, views.day_place(0));
    EXPECT_EQ(monday.square[call_offered], 30.0 * 30.0 + 34.0 * 34.0);
    const Sums& all = moments.place(0, views.total_place());
    EXPECT_EQ(all.sum[number::in_time], 24.0 + 32.0);
    EXPECT_EQ(all.product[0], 24.0 * 35.0 + 32.0 * 40.0);
}

// A queue at the end of a day is that of its last interval, not a sum.
TEST_F(MomentsTest, AStockAtTheEndIsTheLatest) {
    Moments moments{views, 1};
    moments.add(tally({}));
    EXPECT_EQ(moments.place(0, views.day_place(0)).sum[call_queue_end], 2.0);
    EXPECT_EQ(moments.place(0, views.total_place()).sum[call_queue_end], 4.0);
}

// Monday kept in the second replication only (32 of 40 are just enough), Tuesday twice; in the third nobody calls.
TEST_F(MomentsTest, ADayWithoutDemandIsNoDayThatWasMet) {
    Moments moments{views, 1};
    moments.add(tally({{{10, 7}, {20, 16}, {0, 0}, {5, 5}}}));
    EXPECT_EQ(moments.days_met(0), 1.0 / 2.0);
    moments.add(tally({{{20, 12}, {20, 20}, {1, 0}, {5, 5}}}));
    EXPECT_EQ(moments.days_met(0), 3.0 / 4.0);
    moments.add(tally({}));
    EXPECT_EQ(moments.days_met(0), 3.0 / 4.0);
}

// 7 of 10 miss 80 %, 16 of 20 and 5 of 5 keep it, nobody calls in one: 2 of 3. As a whole Monday misses with 23 of 30.
TEST_F(MomentsTest, OfAPromiseForIntervalsSingleIntervalsCountAndDaysAsAWhole) {
    views.promises[0].over = Scope::interval;
    Moments moments{views, 1};
    moments.add(tally({{{10, 7}, {20, 16}, {0, 0}, {5, 5}}}));
    EXPECT_EQ(moments.intervals_met(0), 2.0 / 3.0);
    EXPECT_EQ(moments.days_met(0), 1.0 / 2.0);
}

TEST_F(MomentsTest, TeamsAddUpWhoWorkedAndWhoWasThere) {
    Moments moments{views, 1};
    moments.add(tally({}));
    moments.add(tally({}));
    EXPECT_EQ(moments.team(0, 1).calls, 1200.0);
    EXPECT_EQ(moments.team_total(0).on_duty, 2 * 4 * 4 * 1800.0);
    EXPECT_EQ(moments.team_total(0).busy_on_duty, 2 * (4 * 600.0) * (4 * 4 * 1800.0));
}

// Whole numbers add up without rounding, so that two halves are the same as one run.
TEST_F(MomentsTest, TwoHalvesAreTheWhole) {
    Moments whole{views, 1}, half{views, 1}, other{views, 1};
    for (double i = 0.0; i < 6.0; ++i) {
        const Tally& day = tally({{{10 + i, 9}, {20, 10 + i}, {i, 0}, {5, 5}}});
        whole.add(day);
        (i < 3.0 ? half : other).add(day);
    }
    half += other;
    EXPECT_EQ(half.replications(), whole.replications());
    for (std::size_t place = 0; place < views.places(); ++place) {
        EXPECT_EQ(half.place(0, place).sum, whole.place(0, place).sum);
        EXPECT_EQ(half.place(0, place).square, whole.place(0, place).square);
        EXPECT_EQ(half.place(0, place).product, whole.place(0, place).product);
    }
    EXPECT_EQ(half.days_met(0), whole.days_met(0));
    half.clear();
    EXPECT_EQ(half.replications(), 0);
    EXPECT_EQ(half.place(0, 0).sum, Numbers{});
}

// Ratios of sums: 9 + 7 of 10 + 14, not the mean of 90 % and 50 %.
TEST_F(MomentsTest, AShareIsTheRatioOfTheSums) {
    Moments moments{views, 1};
    moments.add(tally({{{10, 9}, {20, 10}, {0, 0}, {5, 5}}}));
    moments.add(tally({{{14, 7}, {20, 20}, {0, 0}, {5, 5}}}));
    EXPECT_DOUBLE_EQ(call_figures(views, moments, 0, 0, 1800.0, 180.0).service_level, 16.0 / 24.0);
    EXPECT_TRUE(std::isnan(call_figures(views, moments, 0, 2, 1800.0, 180.0).service_level));  // nobody called
}

}  // namespace
}  // namespace freiton::simulation
