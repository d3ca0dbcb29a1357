// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace freiton::study {
namespace {

using simulation::PromiseEstimate;

constexpr double known = 0.005;  // half a point

PromiseEstimate level(double value, double half_width, std::optional<IntervalIndex> interval = IntervalIndex{0}) {
    return {.interval = interval, .wanted = 0.8, .at_least = true, .value = value, .half_width = half_width};
}
PromiseEstimate change(double value, double half_width) {
    return {.wanted = 0.8, .value = value, .half_width = half_width};
}

// A half-width is 1.96 standard errors; a promise is sure at 2.5 of them.
TEST(Verdict, AloneIsSureAtTwoAndAHalfStandardErrors) {
    EXPECT_EQ(judged_alone(level(0.8 + 0.00256, 0.002)), Verdict::kept);
    EXPECT_EQ(judged_alone(level(0.8 + 0.00254, 0.002)), Verdict::open);
    EXPECT_EQ(judged_alone(level(0.8 - 0.00254, 0.002)), Verdict::open);
    EXPECT_EQ(judged_alone(level(0.8 - 0.00256, 0.002)), Verdict::broken);
    EXPECT_EQ(judged_alone(level(std::numeric_limits<double>::quiet_NaN(), 0.0)), Verdict::kept) << "nothing came";
}

TEST(Verdict, RoomIsWhatIsLeftBesideTheMargin) {
    EXPECT_NEAR(room_of(level(0.85, 0.0196)), 0.05 - 0.025, 1e-12);
    EXPECT_NEAR(room_of(level(0.75, 0.0196)), -0.05 - 0.025, 1e-12);
    EXPECT_EQ(room_of(level(std::numeric_limits<double>::quiet_NaN(), 0.0)), unlimited_room);
    PromiseEstimate all = level(1.0, 0.01);
    all.wanted = 1.0;
    EXPECT_EQ(room_of(all), 0.0) << "of all there is no margin";
}

TEST(Verdict, ANumberByTheReferenceHasTheReferencesMarginInIntervalsAndElseOurOwnOfAsManyReplications) {
    const PromiseEstimate reference = level(0.85, 0.005);
    const PromiseEstimate in_interval =
        as_reference_tells(level(0.79, 0.02), change(-0.01, 0.001), reference, 1.0 / 16.0);
    EXPECT_DOUBLE_EQ(in_interval.value, 0.84);
    EXPECT_DOUBLE_EQ(in_interval.half_width, 0.005);
    const PromiseEstimate of_day =
        as_reference_tells(level(0.79, 0.02, std::nullopt), change(-0.01, 0.001), reference, 1.0 / 16.0);
    EXPECT_DOUBLE_EQ(of_day.half_width, 0.02 / 4.0);
    const PromiseEstimate unknown = as_reference_tells(
        level(0.79, 0.02), change(std::numeric_limits<double>::quiet_NaN(), 0.0), reference, 1.0 / 16.0);
    EXPECT_DOUBLE_EQ(unknown.value, 0.79);
}

TEST(Verdict, OfAllMissesOneDecides) {
    PromiseEstimate all = level(1.0, 0.01);
    all.wanted = 1.0;
    EXPECT_EQ(judged_alone(all), Verdict::kept);
    all.value = 0.999;
    EXPECT_EQ(judged_alone(all), Verdict::broken);
}

TEST(Verdict, BesideAReferenceIsTheReferencesNumberAndTheDifference) {
    const Judged judged = judged_beside(level(0.79, 0.02), change(-0.01, 0.001), level(0.85, 0.005), 1.0 / 16.0, known);
    EXPECT_DOUBLE_EQ(judged.estimate.value, 0.84);  // not the 0.79 of a few unlucky days
    EXPECT_EQ(judged.verdict, Verdict::kept);       // 0.84 less 0.0064 for the reference and 0.0012 for the difference
    EXPECT_NEAR(judged.estimate.half_width, std::hypot(0.02 / 4.0, 0.001 * std::sqrt(15.0 / 16.0)), 1e-12);
}

TEST(Verdict, ARougherLookIsEnoughForWhatFailsButNotWhereAPersonCountsForMuch) {
    // Short of it by a little more than one standard error of the difference, and by a fifth of one.
    const PromiseEstimate difference = change(-0.0457, 0.004);
    const auto verdict = [&](std::optional<IntervalIndex> interval) {
        return judged_beside(level(0.8, 0.02, interval), difference, level(0.85, 0.005, interval), 1.0 / 16.0, known)
            .verdict;
    };
    EXPECT_EQ(verdict(std::nullopt), Verdict::broken);
    EXPECT_EQ(verdict(IntervalIndex{0}), Verdict::broken);
    const auto nearer = [&](std::optional<IntervalIndex> interval) {
        return judged_beside(level(0.8, 0.02, interval), change(-0.0440, 0.004), level(0.85, 0.005, interval),
                             1.0 / 16.0, known)
            .verdict;
    };
    EXPECT_EQ(nearer(std::nullopt), Verdict::broken);
    EXPECT_EQ(nearer(IntervalIndex{0}), Verdict::open);
}

// The few days of a trial know the spread of an interval roughly; the reference knows it well.
TEST(Verdict, AnIntervalThatNothingChangedIsKeptHoweverTheTrialsDaysSpread) {
    EXPECT_EQ(judged_beside(level(0.81, 0.06), change(0.0, 0.0), level(0.8065, 0.005), 1.0 / 16.0, known).verdict,
              Verdict::kept);
    EXPECT_EQ(judged_beside(level(0.81, 0.01), change(0.0, 0.0), level(0.8062, 0.005), 1.0 / 16.0, known).verdict,
              Verdict::broken);
}

TEST(Verdict, WhatIsOpenAfterAllReplicationsIsBroken) {
    EXPECT_EQ(judged_beside(level(0.801, 0.005), change(0.0, 0.0), level(0.801, 0.005), 1.0, known).verdict,
              Verdict::broken);
}

}  // namespace
}  // namespace freiton::study
