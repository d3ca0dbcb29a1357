// SPDX-License-Identifier: Apache-2.0
// Rows and columns that count what others count, and times as programs write them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "input/log_of.hpp"

namespace freiton::input {
namespace {

using test::asked;
using test::log_of;
using test::notes;
using test::offered_of;
using testing::ElementsAre;
using testing::HasSubstr;

std::string with_queue_of_all(const std::string& name) {
    std::string text = "Date,Time,Queue,Calls,AHT\n";
    for (int hour = 8; hour < 12; ++hour)
        for (const auto& [queue, calls] :
             {std::pair{std::string{"Sales"}, hour}, {std::string{"Service"}, 2 * hour}, {name, 3 * hour}})
            text.append("2026-03-02,")
                .append(std::to_string(hour))
                .append(":00,")
                .append(queue)
                .append(",")
                .append(std::to_string(calls))
                .append(",240\n");
    return text;
}

// (8 + 9 + 10 + 11) x 3
TEST(LogCountedOnce, AQueueThatCountsAllOthersIsLeftOutWhateverItsName) {
    for (const char* name : {"All", "Alle Warteschlangen", "Grand Total", "Overall", "Average", "", "Zusammen"})
        EXPECT_EQ(offered_of(log_of(with_queue_of_all(name))), 114.0) << name;
    EXPECT_TRUE(notes(log_of(with_queue_of_all("Zusammen")), LogNoteKind::queues_of_sums));
    EXPECT_EQ(offered_of(log_of("Date,Time,Queue,Calls\n2026-03-02,08:00,Total,12\n")), 12.0) << "there is no other";
}

TEST(LogCountedOnce, RowsThatSpanOthersAreSums) {
    const CallLog log =
        log_of("Date,Time,Calls\n2026-03-02,08:00-08:30,10\n2026-03-02,08:30-09:00,12\n2026-03-02,00:00-24:00,22\n");
    EXPECT_EQ(offered_of(log), 22.0);
    EXPECT_EQ(log.row_length, Minutes{30});
    EXPECT_TRUE(notes(log, LogNoteKind::spans_of_sums));
}

TEST(LogCountedOnce, RowsOfADayWithoutATimeAreItsSumsOrWrong) {
    const std::string text = "Date,Time,Calls,AHT\n2026-03-02,08:00,10,240\n2026-03-02,08:30,12,240\n2026-03-02,,";
    EXPECT_EQ(offered_of(log_of(text + "22,240\n2026-03-03,08:00,5,240\n")), 27.0);
    EXPECT_THAT(asked(text + "23,240\n2026-03-03,08:00,5,240\n"), ElementsAre(HasSubstr("log.csv:4:2  Time")));
}

TEST(LogCountedOnce, TheHourThatComesTwiceIsOne) {
    const std::string october = "Date,Time,Calls,AHT\n2026-10-25,02:00,10,240\n2026-10-25,02:00,30,200\n";
    const CallLog log = log_of(october);
    ASSERT_EQ(log.intervals.size(), 1u);
    EXPECT_EQ(log.intervals[0].offered, 40.0);
    EXPECT_EQ(log.intervals[0].handling_s, (10 * 240.0 + 30 * 200.0) / 40);
    EXPECT_TRUE(notes(log, LogNoteKind::clocks_back));
    EXPECT_THAT(asked("Date,Time,Calls,AHT\n2026-10-18,02:00,10,240\n2026-10-18,02:00,30,200\n"),
                ElementsAre(HasSubstr("already given")));
}

// Where the zone is known, its clocks say which hour that is, and nobody else's.
TEST(LogCountedOnce, TheZoneSaysWhichHourComesTwice) {
    const auto twice = [](const char* date) {
        return "Date,Time,Calls,AHT\n" + std::string{date} + ",01:30,10,240\n" + date + ",01:30,30,200\n";
    };
    LogOptions options;
    options.time_zone = "America/New_York";
    EXPECT_EQ(log_of(twice("2026-11-01"), options).intervals.size(), 1u);
    EXPECT_THAT(asked(twice("2026-10-25"), options), ElementsAre(HasSubstr("already given")));
    options.time_zone = "Europe/Berlin";
    EXPECT_THAT(asked(twice("2026-11-01"), options), ElementsAre(HasSubstr("already given")));
}

TEST(LogCountedOnce, QueuesOfMergedCellsHoldForTheRowsBelow) {
    const CallLog log =
        log_of("Date,Queue,Time,Calls\n2026-03-16,Sales,08:00,1\n2026-03-16,,08:30,2\n2026-03-16,Service,08:00,3\n");
    EXPECT_EQ(log.intervals[1].queue, 0u);
    EXPECT_TRUE(notes(log, LogNoteKind::queues_filled));
}

TEST(LogCountedOnce, KindsOfWorkSideBySideAreReadOneAfterTheOther) {
    for (const char* text :
         {"Date,Time,Sales Offered,Sales AHT,Service Offered,Service AHT\n2026-03-02,08:00,10,240,20,300\n",
          ",,Sales,,Service,\nDate,Time,Offered,AHT,Offered,AHT\n2026-03-02,08:00,10,240,20,300\n"}) {
        const CallLog log = log_of(text);
        ASSERT_EQ(log.intervals.size(), 2u) << text;
        EXPECT_THAT(log.queues, ElementsAre("Sales", "Service"));
        EXPECT_EQ(log.intervals[1].offered, 20.0);
        EXPECT_EQ(log.intervals[1].handling_s, 300.0);
        EXPECT_TRUE(notes(log, LogNoteKind::sheet_of_groups));
    }
}

TEST(LogCountedOnce, WhatWasPlannedIsNotWhatCame) {
    const CallLog log = log_of("Datum;Zeit;Anrufe Plan;Anrufe Ist;AHT Plan;AHT Ist\n16.03.2026;08:00;33;20;300;240\n");
    EXPECT_EQ(offered_of(log), 20.0);
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
}

TEST(LogCountedOnce, SpreadsheetsCountDaysAndTheirParts) {
    const CallLog days = log_of("Date,Time,Calls\n46083,0.333333333,10\n46083,0.354166667,10\n");
    EXPECT_EQ(date_text(days.intervals[0].date), "2026-03-02");
    EXPECT_EQ(days.intervals[1].start, Minutes{510});
    EXPECT_EQ(log_of("Start,Calls\n46083.333333333,10\n").intervals[0].start, Minutes{480});
    EXPECT_EQ(log_of("Date,Time,Outcome\n2026-03-02,08.05,answered\n").calls[0].arrival_s, 8 * 3600.0 + 300.0);
}

TEST(LogCountedOnce, ADateThatIsNoneGivesWayToTheColumnOfDates) {
    EXPECT_EQ(date_text(log_of("Datum;Uhrzeit;Anrufe\n02.03.2026;30.12.1899 08:00:00;10\n").intervals[0].date),
              "2026-03-02");
    EXPECT_THAT(asked("Datum;Uhrzeit;Anrufe;AHT\n02.03.2026;05.03.2026 08:00:00;10;240\n"),
                ElementsAre(HasSubstr("is of another day than its row, which is of 2026-03-02")));
}

TEST(LogCountedOnce, MinutesOrSecondsSinceMidnightAreAskedAbout) {
    const std::string text = "Date,Time,Calls,AHT\n2026-03-02,480,10,240\n2026-03-02,510,10,240\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns \"time_min=Time\" or --columns \"time_s=Time\"")));
    EXPECT_EQ(log_of(text, {.columns = {{"time_min", "Time"}}}).intervals[1].start, Minutes{510});
}

TEST(LogCountedOnce, TheZoneMayStandInTheTitle) {
    const std::string text = "Interval Start (UTC),Calls\n2026-03-02 08:00,10\n";
    EXPECT_EQ(log_of(text).time_zone, "UTC");
    EXPECT_EQ(log_of(text, {.time_zone = "Europe/Berlin"}).intervals[0].start, Minutes{540});
    EXPECT_TRUE(notes(log_of("Start,Calls\n2026-03-02 08:00,10\n", {.time_zone = "Europe/Berlin"}),
                      LogNoteKind::zone_as_written));
}

TEST(LogCountedOnce, OneAfternoonHoldsForBothEndsOfASpan) {
    EXPECT_EQ(log_span("1:00 - 1:30 PM")->from, Seconds{13 * 3600.0});
    EXPECT_EQ(log_span("11:30-12:00PM")->from, Seconds{11.5 * 3600.0});
    EXPECT_EQ(log_span("8:00-8:30AM")->from, Seconds{8 * 3600.0});
    EXPECT_EQ(log_span("11:30 - 12:00 AM")->from, Seconds{23.5 * 3600.0});
}

TEST(LogCountedOnce, NamesOfAgentsAreNoSums) {
    const std::string text = "Agent,Date,Time,Calls\nMax,2026-03-02,08:00,10\nTom,2026-03-02,08:30,12\n";
    EXPECT_EQ(offered_of(log_of(text + "Max,2026-03-02,09:00,5\n")), 27.0);
    EXPECT_EQ(offered_of(log_of(text + "Max,,,12\n")), 22.0) << "the largest of both";
    EXPECT_EQ(offered_of(log_of("Date,Time,Calls\n2026-03-02,08:00,10\nMax,08:00,10\n")), 10.0);
}

TEST(LogCountedOnce, AllServicesMayBeOneOfThem) {
    EXPECT_EQ(offered_of(log_of(with_queue_of_all("All services"))), 114.0);
    const std::string few = "Date,Time,Queue,Calls\n2026-03-02,08:00,Sales,10\n2026-03-02,08:00,All services,4\n";
    EXPECT_EQ(offered_of(log_of(few)), 14.0);
    EXPECT_EQ(offered_of(log_of("Date,Time,Queue,Outcome\n2026-03-02,08:00:01,Sales,answered\n"
                                "2026-03-02,08:00:05,All services,answered\n")),
              2.0);
}

TEST(LogCountedOnce, OnlyDaysWithoutTimesAreSpread) {
    const std::string text = "Start,Calls,AHT\n2026-03-02 08:00,10,240\n2026-03-02 09:00,12,240\n2026-03-03,";
    EXPECT_THAT(asked(text + "20,240\n"), ElementsAre(HasSubstr("--open 08:00-18:00")));
    const CallLog log = log_of(text + "20,240\n", {.open = OpenSpan{Minutes{480}, Minutes{600}}});
    ASSERT_EQ(log.intervals.size(), 4u);
    EXPECT_EQ(log.intervals[0].offered, 10.0);
    EXPECT_EQ(log.intervals[2].offered, 10.0);
    EXPECT_EQ(log.intervals[3].start, Minutes{540});
    EXPECT_EQ(offered_of(log_of("Start,Calls\n2026-03-02 08:00,10\n2026-03-02 09:00,12\n2026-03-02,22\n")), 22.0);
    EXPECT_THAT(asked("Start,Calls,AHT\n2026-03-02 08:00,10,240\n2026-03-02 09:00,12,240\n2026-03-02,5,240\n"),
                ElementsAre(HasSubstr("log.csv:4:1  Start")));
}

TEST(LogCountedOnce, ADateAloneAmongIntervalsOfTheNightIsMidnight) {
    const CallLog log = log_of("Start,Calls\n2026-03-01 23:30,3\n2026-03-02,2\n2026-03-02 00:30,1\n");
    ASSERT_EQ(log.intervals.size(), 3u);
    EXPECT_EQ(log.intervals[1].start, Minutes{0});
    EXPECT_EQ(log.intervals[1].offered, 2.0);
}

TEST(LogCountedOnce, ADateWithoutCountsIsThatOfTheRowsBelow) {
    const CallLog log = log_of("Time,Calls,AHT\n02.03.2026,,\n08:00,10,240\n03.03.2026,,\n08:00,12,240\n");
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[1].date), "2026-03-03");
}

TEST(LogCountedOnce, AnOffsetMayStandInTheTitle) {
    for (const char* title : {"Start (UTC+1)", "Start (GMT+01:00)", "Start UTC +1"}) {
        const std::string text = std::string{title} + ",Calls\n2026-03-02 08:00,10\n";
        EXPECT_EQ(log_of(text, {.time_zone = "Europe/Berlin"}).intervals[0].start, Minutes{480}) << title;
        EXPECT_EQ(log_of(text).time_zone, std::nullopt) << title;
    }
    EXPECT_EQ(
        log_of("Start (UTC-05:30),Calls\n2026-03-02 08:00,10\n", {.time_zone = "Europe/Berlin"}).intervals[0].start,
        Minutes{870});
}

}  // namespace
}  // namespace freiton::input
