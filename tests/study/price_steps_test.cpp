// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/price_steps.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

Work calls_with(CallTarget target) { return {.name = "calls", .call_target = target}; }

CallTarget stepped(const CallTarget& target, PriceStep step) {
    return with_price_step(calls_with(target), step)->call_target.value();
}

TEST(PriceSteps, AStepIsFivePointsOfAShareAndTheThresholdStays) {
    const CallTarget target{.answered = Share{0.8}, .within = 20s};
    EXPECT_NEAR(stepped(target, PriceStep::looser).answered->value(), 0.75, 1e-15);
    EXPECT_NEAR(stepped(target, PriceStep::tighter).answered->value(), 0.85, 1e-15);
    EXPECT_EQ(stepped(target, PriceStep::tighter).within, Seconds{20s});
}

// 97 + 3 / 2 = 98.5; at most 5 % given up: 5 / 2 = 2.5, and 5 + 5 = 10.
TEST(PriceSteps, NearTheEndOfAShareAStepIsHalfOfWhatIsLeft) {
    const Work post{
        .name = "post", .kind = WorkKind::backlog, .backlog_target = BacklogTarget{Share{0.97}, {}, {}, {.time = 4h}}};
    EXPECT_NEAR(with_price_step(post, PriceStep::tighter)->backlog_target->done->value(), 0.985, 1e-15);
    EXPECT_NEAR(with_price_step(post, PriceStep::looser)->backlog_target->done->value(), 0.92, 1e-15);
    const CallTarget target{.abandoned = Share{0.05}, .wait_probability = Share{0.3}};
    EXPECT_NEAR(stepped(target, PriceStep::tighter).abandoned->value(), 0.025, 1e-15);
    EXPECT_NEAR(stepped(target, PriceStep::looser).abandoned->value(), 0.10, 1e-15);
    EXPECT_NEAR(stepped(target, PriceStep::tighter).wait_probability->value(), 0.25, 1e-15);
}

TEST(PriceSteps, AMeanWaitIsHalfAsLongAgainOrTwoThirds) {
    const CallTarget target{.average_wait = 30s};
    EXPECT_NEAR(stepped(target, PriceStep::looser).average_wait->count(), 45.0, 1e-12);
    EXPECT_NEAR(stepped(target, PriceStep::tighter).average_wait->count(), 20.0, 1e-12);
}

TEST(PriceSteps, WhatIsNoOtherPromiseIsNoStep) {
    EXPECT_FALSE(with_price_step(calls_with({.answered = Share{1.0}, .within = 20s}), PriceStep::tighter));
    EXPECT_FALSE(with_price_step(Work{.name = "calls"}, PriceStep::without));
    const auto without = with_price_step(calls_with({.answered = Share{0.8}, .within = 20s}), PriceStep::without);
    EXPECT_FALSE(without->call_target);
}

}  // namespace
}  // namespace freiton::study
