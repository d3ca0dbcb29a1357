// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/target_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/model/work.hpp"
#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

CallTarget call(const std::string& yaml) {
    const auto [value, said] = test::read(call_target(), yaml);
    EXPECT_THAT(said, IsEmpty()) << yaml;
    return value;
}

BacklogTarget backlog(const std::string& yaml) {
    const auto [value, said] = test::read(backlog_target(), yaml);
    EXPECT_THAT(said, IsEmpty()) << yaml;
    return value;
}

std::vector<std::string> target_said(const std::string& yaml) { return test::read(backlog_target(), yaml).said; }

TEST(CallTargetFields, EightyTwentyIsAShortForm) {
    EXPECT_EQ(call("80/20"), call("{answered: 80 %, within: 20 s}"));
    EXPECT_EQ(call(" 92.5 / 10 ").answered, Share{0.925});
}

TEST(CallTargetFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(call("{answered: 90 %, within: 15 s, counting: early_counts, abandoned: 5 %, average_wait: 30 s, "
                   "wait_probability: 20 %, over: day}"),
              (CallTarget{.answered = Share{0.9},
                          .within = 15s,
                          .abandoned = Share{0.05},
                          .average_wait = 30s,
                          .wait_probability = Share{0.2},
                          .counting = Counting::early_counts,
                          .over = Scope::day}));
    EXPECT_EQ(call("80/20").over, Scope::interval);
    EXPECT_EQ(call("80/20").counting, Counting::offered);
    EXPECT_EQ(call("{within: 0 s}").within, 0s);  // at once
}

TEST(CallTargetFields, EveryCountingRuleHasAName) {
    for (const std::string name : {"offered", "answered", "offered_without_early", "early_counts", "virtual"}) {
        const CallTarget target = call("{abandoned: 5 %, counting: " + name + "}");
        EXPECT_THAT(test::written(call_target(), target), testing::HasSubstr("counting: " + name));
    }
}

TEST(CallTargetFields, WhatIsNoShortFormIsRefusedWithTheForm) {
    for (const std::string text : {"80", "80/20/5", "eighty/twenty", "80/-20", "80 %/20 s"})
        EXPECT_THAT(test::read(call_target(), text).said,
                    ElementsAre(testing::AllOf(testing::StartsWith("f.yaml:1  key: got \"" + text + "\""),
                                               testing::HasSubstr("80/20"))));
}

TEST(CallTargetFields, IsWrittenSoThatItReadsBack) {
    for (const std::string yaml : {"80/20", "{abandoned: 5 %}", "{average_wait: 12.5 s, over: horizon}",
                                   "{wait_probability: 33.3 %, counting: virtual}"})
        EXPECT_EQ(call(test::written(call_target(), call(yaml))), call(yaml)) << yaml;
}

TEST(BacklogTargetFields, HoursAreOpeningHoursAndDaysAreWorkingDays) {
    EXPECT_EQ(backlog("{done: 95 %, within: 4 h}").within, (Deadline{.time = 4h, .clock = Clock::opening_hours}));
    EXPECT_EQ(backlog("{done: 95 %, within: 90 min}").within, (Deadline{.time = 90min}));
    EXPECT_EQ(backlog("{done: 90 %, within: 2 d}").within, (Deadline{.working_days = 2, .clock = Clock::working_days}));
    EXPECT_EQ(backlog("{done: 90 %, within: 0 d}").within.working_days, 0);  // by the close of the day
}

TEST(BacklogTargetFields, AClockMayBeNamed) {
    EXPECT_EQ(backlog("{done: 90 %, within: 24 h, clock: wall}").within, (Deadline{.time = 24h, .clock = Clock::wall}));
    EXPECT_EQ(backlog("{done: 90 %, within: 2 d, clock: wall}").within, (Deadline{.time = 48h, .clock = Clock::wall}));
    EXPECT_EQ(backlog("{done: 90 %, clock: working_days, within: 2 d}").within.working_days, 2);
    EXPECT_THAT(target_said("{done: 90 %, within: 4 h, clock: working_days}"),
                ElementsAre("f.yaml:1  key.within: got \"4 h\", counts whole working days, such as 2 d"));
}

// The clock that holds where none is named may be named.
TEST(BacklogTargetFields, DaysOnOpeningHoursAreWorkingDaysToo) {
    const Deadline two_days{.working_days = 2, .clock = Clock::working_days};
    EXPECT_EQ(backlog("{done: 90 %, within: 2 d, clock: opening_hours}").within, two_days);
    for (const std::string text : {"2 working days", "2 Arbeitstagen", "2 Tage"})
        EXPECT_EQ(backlog("{done: 90 %, within: " + text + "}").within, two_days) << text;
}

TEST(BacklogTargetFields, ADeadlineHasAUnitAndIsNotOver) {
    EXPECT_THAT(target_said("{done: 90 %, within: 4}"),
                ElementsAre("f.yaml:1  key.within: got \"4\", needs a unit; did you mean \"4 h\"?"));
    EXPECT_THAT(target_said("{done: 90 %, within: -4 h}"), ElementsAre(testing::HasSubstr("must be greater than 0 h")));
    EXPECT_THAT(target_said("{done: 90 %, within: -1 d}"), ElementsAre(testing::HasSubstr("must be at least 0 d")));
    EXPECT_THAT(target_said("{done: 90 %, within: soon}"),
                ElementsAre(testing::HasSubstr("must be a deadline such as 4 h")));
    EXPECT_THAT(target_said("{done: 90 %, within: 1.5 d}"),
                ElementsAre(testing::HasSubstr("counts whole working days")));
    EXPECT_THAT(target_said("{done: 90 %}"), ElementsAre("f.yaml:1  key.within: is missing"));
}

TEST(BacklogTargetFields, IsPromisedOverDayOrHorizon) {
    EXPECT_EQ(backlog("{done: 90 %, within: 2 d}").over, Scope::horizon);
    EXPECT_EQ(backlog("{done: 90 %, within: 2 d, over: day}").over, Scope::day);
    EXPECT_THAT(
        target_said("{done: 90 %, within: 2 d, over: interval}"),
        ElementsAre("f.yaml:1  key.over: got \"interval\", what has a deadline is promised over day or horizon"));
}

TEST(BacklogTargetFields, IsWrittenSoThatItReadsBack) {
    for (const std::string yaml : {"{done: 95 %, within: 4 h}", "{done: 95 %, within: 2 d, over: day}",
                                   "{done: 95 %, within: 2 d, clock: wall}", "{done: 0.123, within: 100.5 min}"})
        EXPECT_EQ(backlog(test::written(backlog_target(), backlog(yaml))), backlog(yaml)) << yaml;
}

}  // namespace
}  // namespace freiton::input
