// SPDX-License-Identifier: Apache-2.0
// Kinds of work side by side: their units, their amounts, and what the user says about their columns.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/log_of.hpp"

namespace freiton::input {
namespace {

using test::asked;
using test::log_of;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(LogGroups, KeepTheUnitAndTheAmountOfTheirTitles) {
    for (const char* text :
         {"Date,Time,Sales Calls,Sales AHT (min),Service Calls,Service AHT (min)\n2026-03-02,08:00,10,25,20,5\n",
          "Date,Time,Sales Calls,Sales Total Talk Time,Sales Avg Talk Time,Service Calls,Service Total Talk Time,"
          "Service Avg Talk Time\n2026-03-02,08:00,10,15000,1500,20,6000,300\n",
          "Date,Time,Sales Calls,Sales Total Handle Time,Service Calls,Service Total Handle Time\n"
          "2026-03-02,08:00,10,15000,20,6000\n"}) {
        const CallLog log = log_of(text);
        ASSERT_EQ(log.intervals.size(), 2u) << text;
        EXPECT_EQ(log.intervals[0].handling_s, 1500.0) << text;
        EXPECT_EQ(log.intervals[1].handling_s, 300.0) << text;
    }
}

TEST(LogGroups, FiguresOfOneKindAreOneColumnHoweverTheyAreCalled) {
    const CallLog log = log_of(
        "Date,Time,Sales Offered,Sales Handle Time,Service Calls,Service Handling "
        "Time\n2026-03-02,08:00,10,240,20,300\n");
    EXPECT_EQ(log.intervals[1].offered, 20.0);
    EXPECT_EQ(log.intervals[1].handling_s, 300.0);
}

TEST(LogGroups, TakeTheAnswerThatTheyAskFor) {
    const std::string in_titles =
        "Date,Time,Sales Calls,Sales AHT,Service Calls,Service AHT\n2026-03-02,08:00,10,4,20,5\n";
    const std::string above = ",,Sales,,Service,\nDate,Time,Calls,AHT,Calls,AHT\n2026-03-02,08:00,10,4,20,5\n";
    for (const std::string& text : {in_titles, above}) {
        EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--unit min"))) << text;
        const CallLog log = log_of(text, {.columns = {{"handling_time_min", "AHT"}}});
        ASSERT_EQ(log.intervals.size(), 2u) << text;
        EXPECT_EQ(log.intervals[1].handling_s, 300.0) << text;
    }
    EXPECT_THAT(asked(in_titles, {.columns = {{"handling_time_min", "AHTs"}}}), ElementsAre(HasSubstr("AHTs")));
}

TEST(LogGroups, NumbersOfColumnsAreThoseOfTheFile) {
    const std::string text =
        "Date,Sales Calls,Sales AHT,Service Calls,Service AHT,Slot\n2026-03-02,10,240,20,300,08:00\n";
    const CallLog log = log_of(text, {.columns = {{"time", "#6"}}});
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(log.intervals[1].start, Minutes{480});
    const CallLog one = log_of(text, {.columns = {{"time", "#6"}, {"offered", "#4"}, {"aht", "#5"}}});
    ASSERT_EQ(one.intervals.size(), 1u);
    EXPECT_EQ(one.intervals[0].offered, 20.0);
}

TEST(LogGroups, OutcomesAndBoundsAreNoKindsOfWork) {
    EXPECT_THAT(
        asked("Date,Time,Calls served,Calls dropped,AHT\n2026-03-02,08:00,90,10,240\n2026-03-02,08:30,90,10,240\n"
              "2026-03-02,09:00,90,10,240\n"),
        ElementsAre(HasSubstr("offered")));
    EXPECT_EQ(
        asked("Date,Time,Answered <20s,Answered >20s,AHT\n2026-03-02,08:00,90,10,240\n2026-03-02,08:30,90,10,240\n"
              "2026-03-02,09:00,90,10,240\n")
            .size(),
        1u);
    const CallLog log = log_of("Date,Time,Line 1 Calls,Cards Calls\n2026-03-02,08:00,10,20\n");
    EXPECT_THAT(log.queues, ElementsAre("Line 1", "Cards"));
}

TEST(LogGroups, ATitleWithoutAnAmountIsThatOfTheOthers) {
    for (const char* titles : {"Sales Offered,Sales AHT,Service Offered,Service Handle Time",
                               "Sales Offered,Sales Handle Time,Service Offered,Service AHT"}) {
        const std::string rows = std::string{"Date,Time,"} + titles + "\n2026-03-09,08:00,10,200,20,300\n";
        const CallLog log = parse_call_log(rows, "log.csv", {});
        ASSERT_EQ(log.intervals.size(), 2u) << titles;
        EXPECT_EQ(log.intervals[0].handling_s, 200.0) << titles;
        EXPECT_EQ(log.intervals[1].handling_s, 300.0) << titles;
    }
}

}  // namespace
}  // namespace freiton::input
