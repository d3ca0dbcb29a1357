// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/outbound.hpp"

#include <gtest/gtest.h>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/opening.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;

TEST(Outbound, AttemptsUntilSomebodyAnswers) {
    const Attempts once = attempts_of({{Share{0.3}}, true}, {30s, 2h, 1});
    EXPECT_DOUBLE_EQ(once.calls, 1.0);
    EXPECT_DOUBLE_EQ(once.reached, 0.3);
    const Attempts thrice = attempts_of({{Share{0.3}}, true}, {30s, 2h, 3});
    EXPECT_NEAR(thrice.calls, 1.0 + 0.7 + 0.49, 1e-14);
    EXPECT_NEAR(thrice.reached, 1.0 - 0.343, 1e-14);
    EXPECT_DOUBLE_EQ(attempts_of({{Share{0.0}}, true}, {30s, 2h, 4}).calls, 4.0);
}

TEST(Outbound, AnEntryTakesAllItsCalls) {
    Work list{.name = "list", .kind = WorkKind::outbound, .handling_time = {.law = Law::constant, .mean = 300s}};
    list.reached = {{Share{0.5}}, true};
    list.no_answer = {40s, 2h, 2};
    const BusyTime busy = busy_time(list);  // 300 s; 40 s and 300 s; 80 s
    EXPECT_NEAR(busy.mean.count(), 0.5 * 300 + 0.25 * 340 + 0.25 * 80, 1e-9);
    EXPECT_NEAR(busy.second_moment(), 0.5 * 300 * 300 + 0.25 * 340 * 340 + 0.25 * 80 * 80, 1e-6);
}

TEST(Outbound, AChatTakesAPartOfItsAgent) {
    Work chats{.name = "chats", .kind = WorkKind::chat, .handling_time = {.mean = 6min}};
    chats.concurrency = 3;
    chats.slowdown = {1.0, 1.5};
    EXPECT_DOUBLE_EQ(busy_time(chats).mean.count(), 360.0 * 1.5 / 3.0);
}

TEST(Outbound, AnswersGoByTheHourOfTheWindowOrOfTheClock) {
    const Calendar calendar{
        {.first_day = test::monday, .days = 1, .open = test::office_week(8h, 12h), .interval = 60min}};
    const OpenWeek window = test::office_week(9h, 11h);
    EXPECT_EQ(answering_hours(calendar, window), 2U);
    EXPECT_EQ(answering_hours(calendar, std::nullopt), 4U);
    const Answering two{{Share{0.1}, Share{0.2}}, false};
    EXPECT_EQ(answering_by_interval(two, window, calendar), (std::vector{0.1, 0.1, 0.2, 0.2}));
    Answering by_clock{std::vector<Share>(24, Share{0.5}), false};
    by_clock.shares[10] = Share{0.9};
    EXPECT_EQ(answering_by_interval(by_clock, window, calendar), (std::vector{0.5, 0.5, 0.9, 0.5}));
}

}  // namespace
}  // namespace freiton
