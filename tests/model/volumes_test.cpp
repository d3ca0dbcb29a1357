// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volumes.hpp"
#include "freiton/model/volume_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using test::daily;
using test::listed;
using test::monday;
using testing::DoubleEq;
using testing::ElementsAre;

// Thursday 09:00-11:00, Friday 09:00-10:00, in half hours: four intervals and two.
Calendar thursday_and_short_friday() {
    CalendarParts parts{.first_day = monday + std::chrono::days{3}, .days = 2};
    parts.open[3] = {{9h, 11h}};
    parts.open[4] = {{9h, 10h}};
    return Calendar{parts};
}

std::vector<std::string> volumes_said(const Arrivals& arrivals) {
    Problems problems;
    check_volumes(arrivals, thursday_and_short_friday(), "work.sales.arrivals", problems);
    return test::lines_of(problems);
}

std::vector<double> volumes_of(const Arrivals& arrivals, const std::string& site = "") {
    return volumes_of_site(arrivals, thursday_and_short_friday(), site);
}

Arrivals profiled(std::vector<double> profile) {
    Arrivals arrivals = daily(16);
    arrivals.profile = std::move(profile);
    return arrivals;
}

VolumeRow row(int day_of_march, Minutes start, double arrivals, int line) {
    return {.date = monday + std::chrono::days{day_of_march - 2}, .start = start, .arrivals = arrivals, .line = line};
}

Arrivals table(std::vector<VolumeRow> rows) {
    return {.file = VolumeFile{.path = "calls.csv", .found_at = "dir/calls.csv", .rows = std::move(rows)}};
}

TEST(Volumes, OneNumberHoldsForEveryInterval) {
    EXPECT_THAT(volumes_of({.per_interval = BySite<PerInterval>{PerInterval{.means = {7}, .same_for_all = true}}}),
                ElementsAre(7, 7, 7, 7, 7, 7));
}

TEST(Volumes, AShorterDayUsesTheFirstOfTheList) {
    EXPECT_THAT(volumes_of(listed({1, 2, 3, 4})), ElementsAre(1, 2, 3, 4, 1, 2));
}

// 12 / 4 on Thursday, 12 / 2 on Friday.
TEST(Volumes, ADaysMeanIsSpreadEvenly) { EXPECT_THAT(volumes_of(daily(12)), ElementsAre(3, 3, 3, 3, 6, 6)); }

// Weights 1, 3, 0, 4 sum up to 8 on Thursday; on Friday only 1 and 3 count, and they sum up to 4.
TEST(Volumes, TheProfilesWeightsAreNormalisedSoThatTheDaysTotalStands) {
    EXPECT_THAT(volumes_of(profiled({1, 3, 0, 4})), ElementsAre(2, 6, 0, 8, 4, 12));
}

TEST(Volumes, WeekdaysAndScaleAreFactors) {
    Arrivals arrivals = listed({1, 2, 3, 4});
    arrivals.weekdays[4] = 0.5;
    arrivals.scale = 3;
    EXPECT_THAT(volumes_of(arrivals), ElementsAre(3, 6, 9, 12, DoubleEq(1.5), 3));  // Friday: 1 x 0.5 x 3
}

TEST(Volumes, ATableFillsItsIntervalsAndLeavesTheOthersWithoutCalls) {
    const Arrivals arrivals = table({row(6, 9h + 30min, 5, 2), row(5, 9h, 4, 3)});
    EXPECT_THAT(volumes_said(arrivals), ElementsAre());
    EXPECT_THAT(volumes_of(arrivals), ElementsAre(4, 0, 0, 0, 0, 5));
}

TEST(Volumes, ATableMayHoldMoreThanTheHorizonAndQuietHoursOutsideTheOpeningTimes) {
    const Arrivals arrivals = table({row(4, 9h, 9, 2), row(5, 9h, 4, 3), row(7, 9h, 9, 4), row(5, 20h, 0, 5)});
    EXPECT_THAT(volumes_said(arrivals), ElementsAre());
    EXPECT_THAT(volumes_of(arrivals), ElementsAre(4, 0, 0, 0, 0, 0));
}

TEST(Volumes, ATableSaysWhichOfItsRowsAreWrong) {
    EXPECT_THAT(volumes_said(table({row(5, 9h, 4, 2), row(5, 9h + 10min, 1, 3), row(6, 10h, 2, 4), row(5, 9h, 4, 5)})),
                ElementsAre("dir/calls.csv:3  start: got \"2026-03-05T09:10:00\", no open interval begins then",
                            "dir/calls.csv:4  start: got \"2026-03-06T10:00:00\", no open interval begins then",
                            "dir/calls.csv:5  start: got \"2026-03-05T09:00:00\", this interval was already given in "
                            "line 2"));
}

std::optional<VolumeGaps> gaps_in(const Arrivals& arrivals) { return gaps_of(arrivals, thursday_and_short_friday()); }

// Six open intervals; the second and the last have no row.
TEST(VolumeGaps, CountTheOpenIntervalsThatATableLeavesOutAndNameTheFirst) {
    Arrivals arrivals = table({row(5, 9h, 1, 2), row(5, 10h, 1, 3), row(5, 10h + 30min, 1, 4), row(6, 9h, 0, 5)});
    const auto gaps = gaps_in(arrivals);
    ASSERT_TRUE(gaps);
    EXPECT_EQ(gaps->missing, 2u);
    EXPECT_EQ(gaps->wanted, 6u);
    EXPECT_EQ(gaps->first, 1u);
    arrivals.weekdays[4] = 0.0;  // nobody comes on Fridays, whatever the table says
    EXPECT_EQ(gaps_in(arrivals)->missing, 1u);
    EXPECT_EQ(gaps_in(arrivals)->wanted, 4u);
    arrivals.file->rows.push_back(row(5, 9h + 30min, 0, 6));
    EXPECT_EQ(gaps_in(arrivals), std::nullopt);
    EXPECT_EQ(gaps_in(daily(12)), std::nullopt);
}

// Post of eight o'clock waits for the opening at nine: that interval is not without contacts.
TEST(VolumeGaps, WhatComesWhileClosedFillsTheIntervalOfTheOpening) {
    const auto gaps = gaps_in(table({row(5, 8h, 30, 2)}));
    ASSERT_TRUE(gaps);
    EXPECT_EQ(gaps->missing, 5u);
    EXPECT_EQ(gaps->first, 1u);
}

TEST(VolumeGaps, AreThoseOfEachSiteThatTheTableKnows) {
    std::vector<VolumeRow> rows;
    for (const int day : {5, 6})
        for (const Minutes start : {Minutes{9h}, Minutes{9h + 30min}, Minutes{10h}, Minutes{10h + 30min}})
            for (const char* site : {"north", "south"}) {
                if (day == 6 && start >= Minutes{10h}) continue;                     // closed
                if (std::string{site} == "south" && start == Minutes{9h}) continue;  // left out on both days
                rows.push_back(row(day, start, 1, static_cast<int>(rows.size()) + 2));
                rows.back().site = site;
            }
    const auto gaps = gaps_in(table(rows));
    ASSERT_TRUE(gaps);
    EXPECT_EQ(gaps->missing, 2u);
    EXPECT_EQ(gaps->wanted, 12u);
    EXPECT_EQ(gaps->first, 0u);
    EXPECT_EQ(gaps->site, "south");
}

TEST(Volumes, ATableWithoutARowInTheHorizonIsAProblem) {
    EXPECT_THAT(volumes_said(table({row(2, 9h, 4, 2)})),
                ElementsAre("dir/calls.csv  date: no row lies within 2026-03-05 to 2026-03-06"));
}

TEST(Volumes, AListReachesToTheEndOfTheLongestDay) {
    EXPECT_THAT(volumes_said(listed({1, 2, 3, 4})), ElementsAre());
    EXPECT_THAT(volumes_said(listed({1, 2, 3})),
                ElementsAre("work.sales.arrivals.per_interval: has 3 values, needs 4: one for each interval of the "
                            "longest open day"));
    EXPECT_THAT(volumes_said(listed({1, 2, 3, 4, 5})),
                ElementsAre("work.sales.arrivals.per_interval: has 5 values, more than the 4 intervals of the longest "
                            "open day"));
}

// A Friday alone in the horizon still takes the list that is written for the whole week.
TEST(Volumes, AListMayReachToTheEndOfAnyDayOfTheWeek) {
    CalendarParts parts{.first_day = monday + std::chrono::days{4}};
    parts.open[3] = {{9h, 11h}};
    parts.open[4] = {{9h, 10h}};
    Problems problems;
    check_volumes(listed({1, 2, 3, 4}), Calendar{parts}, "a", problems);
    EXPECT_THAT(test::lines_of(problems), ElementsAre());
    EXPECT_THAT(volumes_of_site(listed({1, 2, 3, 4}), Calendar{parts}, ""), ElementsAre(1, 2));
}

TEST(Volumes, AProfileNeedsAWeightAndTheRightLength) {
    EXPECT_THAT(volumes_said(profiled({0, 0, 0, 0})),
                ElementsAre("work.sales.arrivals.profile: at least one weight must be greater than 0"));
    EXPECT_THAT(volumes_said(profiled({1, 1})),
                ElementsAre("work.sales.arrivals.profile: has 2 values, needs 4: one for each interval of the longest "
                            "open day"));
}

}  // namespace
}  // namespace freiton
