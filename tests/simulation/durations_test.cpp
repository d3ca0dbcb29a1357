// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/durations.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/moments.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using kernel::DurationBins;

double counted(const Durations& durations, std::size_t place, int section) {
    std::vector<double> counts;
    durations.count(0, place, section, counts);
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

TEST(DurationBins, AreAtMostASixteenthWideAndHoldWhatLiesBetweenTheirEdges) {
    for (int b = 1; b < DurationBins::count; ++b) {
        const double low = DurationBins::lower_edge(b), high = DurationBins::lower_edge(b + 1);
        EXPECT_LE(high / low, 1.0625 + 1e-15);
        EXPECT_EQ(DurationBins::bin(low), b);
        EXPECT_EQ(DurationBins::bin(std::nextafter(high, 0.0)), b);
    }
    EXPECT_EQ(DurationBins::bin(1e-9), 0);  // whatever is shorter than a sixteenth of a second
    EXPECT_EQ(DurationBins::bin(1e12), DurationBins::count - 1);
    EXPECT_GT(DurationBins::lower_edge(DurationBins::count), 48 * 86'400.0);
}

// Ten waited not at all, thirty between 64 and 68 s: the median is the twentieth of forty, a third through the bin.
TEST(BinnedDurations, SpreadsABinEvenly) {
    std::vector<double> counts(DurationBins::count);
    counts[static_cast<std::size_t>(DurationBins::bin(64.0))] = 30.0;
    const BinnedDurations durations{10.0, counts};
    EXPECT_NEAR(durations.quantile(0.5), 64.0 + 4.0 / 3.0, 1e-12);
    EXPECT_EQ(durations.quantile(0.25), 0.0);
    EXPECT_EQ(durations.quantile(1.0), 68.0);
}

TEST(BinnedDurations, OfNothingIsUndefined) {
    const std::vector<double> nothing(DurationBins::count);
    EXPECT_TRUE(std::isnan((BinnedDurations{0.0, nothing}.quantile(0.5))));
    EXPECT_EQ((BinnedDurations{4.0, nothing}.quantile(0.95)), 0.0);
}

class DurationsTest : public testing::Test {
  protected:
    static Scenario two_days() {
        ScenarioParts parts = test::one_hour_of_sales();
        parts.calendar.days = 2;
        return Scenario{std::move(parts)};
    }
    Scenario scenario = two_days();
    kernel::World world = compile_world(scenario, {{std::vector<int>(4, 3)}});
    Views views = views_of(scenario, world);
    std::size_t bytes_of(std::size_t places) const {
        return Durations::sections * (places + 1) * DurationBins::count * sizeof(std::uint32_t);
    }
    // A wait of ten seconds in each of the four intervals, in section 3.
    Durations with_four_waits(std::size_t most_bytes) {
        Durations durations{views, 1, most_bytes};
        kernel::DurationCounts block = durations.block();
        for (int cell = 0; cell < 4; ++cell) block.add(0, cell, 10.0);
        block.add(0, 4, 10.0);  // outside the horizon: belongs to nobody
        // and in each interval nine callers who did not wait
        kernel::Tally tally;
        tally.rows = tally.teams = 1;
        tally.cells = 4;
        tally.cell.resize(5);
        tally.team_cell.resize(5);
        tally.overtime_s.resize(1);
        for (int cell = 0; cell < 4; ++cell) {
            tally.at(0, cell)[kernel::call_offered] = 12.0;
            tally.at(0, cell)[kernel::call_blocked] = 2.0;
            tally.at(0, cell)[kernel::call_waited] = 1.0;
        }
        Moments moments{views, 1};
        moments.add(tally);
        durations.add(block, moments, 3);
        return durations;
    }
};

TEST_F(DurationsTest, CountsEveryPlaceWhereThereIsRoom) {
    const Durations durations = with_four_waits(bytes_of(4));
    ASSERT_TRUE(durations.has_intervals());
    EXPECT_EQ(counted(durations, 2, 3), 1.0);
    EXPECT_EQ(counted(durations, views.day_place(1), 3), 2.0);
    EXPECT_EQ(counted(durations, views.total_place(), 3), 4.0);
    EXPECT_EQ(counted(durations, views.total_place(), 2), 0.0);
    EXPECT_EQ(durations.zeros(0, 2, 3), 9.0);
    EXPECT_EQ(durations.zeros(0, views.total_place(), 3), 36.0);
    EXPECT_EQ(durations.zeros(0, views.total_place(), 2), 0.0);
}

TEST_F(DurationsTest, CountsDaysThenTheHorizonWhereThereIsLess) {
    const Durations by_day = with_four_waits(bytes_of(4) - 1);
    EXPECT_FALSE(by_day.has_intervals());
    ASSERT_TRUE(by_day.has_days());
    EXPECT_EQ(counted(by_day, views.day_place(1), 3), 2.0);
    const Durations whole = with_four_waits(0);
    EXPECT_FALSE(whole.has_days());
    EXPECT_EQ(counted(whole, views.total_place(), 3), 4.0);
    EXPECT_LT(whole.size(), by_day.size());
}

}  // namespace
}  // namespace freiton::simulation
