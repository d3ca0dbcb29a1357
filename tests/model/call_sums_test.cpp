// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/call_sums.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace freiton {
namespace {

// Half an hour in which 100 calls came in: 80 answered after 10 s on average, 15 gave up, 5 found no free line.
CallSums busy_half_hour() {
    return {.offered = 100,
            .answered = 80,
            .abandoned = 15,
            .blocked = 5,
            .in_time = 70,
            .level_base = 100,
            .waited = 40,
            .answered_wait_s = 800,
            .admitted_wait_s = 1900,
            .queue_s = 1900,
            .busy_s = 14'400,
            .load_s = 18'000,
            .open_s = 1800};
}

TEST(CallSums, FiguresAreRatiosOfSums) {
    const CallFigures figures = busy_half_hour().figures();
    EXPECT_DOUBLE_EQ(figures.service_level, 0.7);       // 70 / 100
    EXPECT_DOUBLE_EQ(figures.reachability, 0.8);        // 80 / 100
    EXPECT_DOUBLE_EQ(figures.asa_s, 10.0);              // 800 s / 80 answered
    EXPECT_DOUBLE_EQ(figures.wait_all_s, 20.0);         // 1900 s / 95 admitted
    EXPECT_DOUBLE_EQ(figures.wait_probability, 0.4);    // 40 / 100
    EXPECT_DOUBLE_EQ(figures.abandoned_share, 0.15);    // 15 / 100
    EXPECT_DOUBLE_EQ(figures.blocked_share, 0.05);      // 5 / 100
    EXPECT_DOUBLE_EQ(figures.queue_mean, 19.0 / 18.0);  // 1900 s / 1800 s
    EXPECT_DOUBLE_EQ(figures.busy_mean, 8.0);           // 14,400 s / 1800 s
    EXPECT_DOUBLE_EQ(figures.load_erlang, 10.0);        // 18,000 s / 1800 s
}

// 70 of 100 and 10 of 10 are 80 of 110, not the mean of 70 % and 100 %.
TEST(CallSums, AQuietHalfHourCountsForAsMuchAsItsCalls) {
    CallSums day = busy_half_hour();
    day += {.offered = 10, .answered = 10, .in_time = 10, .level_base = 10, .busy_s = 1800, .open_s = 1800};
    EXPECT_DOUBLE_EQ(day.figures().service_level, 80.0 / 110.0);
    EXPECT_DOUBLE_EQ(day.figures().asa_s, 800.0 / 90.0);
    EXPECT_DOUBLE_EQ(day.figures().busy_mean, 4.5);  // (14,400 + 1800) / 3600
}

TEST(CallSums, EverySumIsAdded) {
    CallSums twice = busy_half_hour();
    twice += busy_half_hour();
    const CallFigures once = busy_half_hour().figures();
    for (const auto& [key, member] : call_figure_names()) {
        const bool count = key == "offered" || key == "answered" || key == "abandoned" || key == "blocked";
        if (std::isnan(once.*member)) continue;  // the quantiles
        EXPECT_DOUBLE_EQ(twice.figures().*member, once.*member * (count ? 2 : 1)) << key;
    }
}

TEST(CallSums, WithoutCallsThereIsNothingToSpeakOf) {
    const CallFigures figures = CallSums{.open_s = 1800}.figures();
    EXPECT_TRUE(std::isnan(figures.service_level));
    EXPECT_TRUE(std::isnan(figures.asa_s));
    EXPECT_TRUE(std::isnan(figures.wait_all_s));
    EXPECT_TRUE(std::isnan(figures.abandoned_share));
    EXPECT_EQ(figures.offered, 0.0);
    EXPECT_EQ(figures.queue_mean, 0.0);
}

TEST(CallSums, WhereItIsNotEvenOpenNobodyIsThere) {
    const CallFigures figures = CallSums{}.figures();
    EXPECT_EQ(figures.queue_mean, 0.0);
    EXPECT_EQ(figures.busy_mean, 0.0);
    EXPECT_EQ(figures.load_erlang, 0.0);
}

TEST(CallSums, CallsOfWhichNoneIsAnsweredHaveNoSpeedOfAnswer) {
    const CallFigures figures = CallSums{.offered = 10, .abandoned = 10, .level_base = 10}.figures();
    EXPECT_TRUE(std::isnan(figures.asa_s));
    EXPECT_EQ(figures.service_level, 0.0);
    EXPECT_EQ(figures.abandoned_share, 1.0);
}

TEST(CallFigureNames, AreDistinctAndNameDistinctFigures) {
    std::set<std::string_view> keys;
    CallFigures figures;
    for (const auto& [key, member] : call_figure_names()) {
        EXPECT_TRUE(keys.insert(key).second) << key;
        EXPECT_NE(figures.*member, -1.0) << key << " is there under another name";
        figures.*member = -1.0;
    }
}

}  // namespace
}  // namespace freiton
