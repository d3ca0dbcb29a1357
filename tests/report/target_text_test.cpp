// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/target_text.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::report {
namespace {

TargetResult answered() {
    return {.promise = {.work = WorkIndex{0}, .over = Scope::day, .wanted = 0.8, .within = Seconds{20}},
            .reached = 0.81,
            .worst_day = 0,
            .may_be_off = 0.2};
}

TEST(TargetText, WhatAFormulaOnlyExpectsSaysHowFarOffItMayBe) {
    const Scenario scenario{test::one_hour_of_sales()};
    EXPECT_EQ(
        target_text(scenario, answered(), Language::en),
        "sales: 80 % answered within 20 s, on every day: expected (tightest: 81.0 % on Mon 2 Mar; may be off by 20 "
        "points)");
    EXPECT_EQ(target_text(scenario, answered(), Language::de),
              "sales: 80 % innerhalb von 20 s angenommen, an jedem Tag: erwartet (am knappsten: 81,0 % am Mo 02.03.; "
              "kann um 20 Punkte abweichen)");
}

TEST(TargetText, AMeanWaitMayBeOffBySeconds) {
    TargetResult target = answered();
    target.promise.kind = PromiseKind::average_wait;
    target.promise.wanted = 30;
    target.reached = 25;
    target.may_be_off = 12;
    EXPECT_EQ(
        target_text(Scenario{test::one_hour_of_sales()}, target, Language::en),
        "sales: mean wait at most 30 s, on every day: expected (tightest: 25 s on Mon 2 Mar; may be off by 12 s)");
}

TEST(TargetText, ALimitThatHoldsAtSomeTimesIsNotSaidToHoldInEveryInterval) {
    TargetResult target{.promise = {.kind = PromiseKind::max_occupancy, .team = TeamIndex{0}, .wanted = 0.9},
                        .reached = 0.85,
                        .worst_interval = IntervalIndex{1}};
    const Scenario scenario{test::one_hour_of_sales()};
    const std::string always = target_text(scenario, target, Language::en);
    target.promise.when = {false, true};
    const std::string at_times = target_text(scenario, target, Language::en);
    EXPECT_NE(always.find("in every interval"), std::string::npos) << always;
    EXPECT_EQ(at_times.find("in every interval"), std::string::npos) << at_times;
    EXPECT_NE(at_times.find("in the intervals for which it is asked"), std::string::npos) << at_times;
}

TEST(TargetText, WhatIsNotMetIsNotExpected) {
    TargetResult target = answered();
    target.met = false;
    target.may_be_off.reset();
    EXPECT_EQ(target_text(Scenario{test::one_hour_of_sales()}, target, Language::en),
              "sales: 80 % answered within 20 s, on every day: NOT met (tightest: 81.0 % on Mon 2 Mar)");
}

TEST(TargetText, APromiseIsToldAsItWasMade) {
    Promise promise = answered().promise;
    for (const auto& [wanted, told] : {std::pair{0.8, "80 % answered within 20 s"},
                                       {0.975, "97.5 % answered within 20 s"},
                                       {0.9875, "98.75 % answered within 20 s"}}) {
        promise.wanted = wanted;
        EXPECT_EQ(promise_text(promise, Language::en), told);
    }
}

}  // namespace
}  // namespace freiton::report
