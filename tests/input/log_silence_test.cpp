// SPDX-License-Identifier: Apache-2.0
// What would make a wrong number in silence is asked, or told by another column.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "input/log_of.hpp"

namespace freiton::input {
namespace {

using test::asked;
using test::log_of;
using test::notes;
using test::offered_of;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(LogSilence, HoursFromOneToTwelveMayBeHalfDays) {
    const std::string rows =
        "Date,Time,Calls,AHT\n2026-03-09,11:00,5,200\n2026-03-09,12:00,6,200\n2026-03-09,1:00,7,200\n";
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("time_12h=Time")));
    EXPECT_EQ(log_of(rows, {.columns = {{"time_12h", "Time"}}}).intervals[2].start, Minutes{780});
    EXPECT_EQ(log_of(rows, {.columns = {{"time_24h", "Time"}}}).intervals[2].start, Minutes{60});
    EXPECT_TRUE(
        asked("Date,Time,Calls,AHT\n2026-03-09,6:00,5,200\n2026-03-09,12:00,6,200\n2026-03-10,6:00,7,200\n").empty());
}

TEST(LogSilence, HalfDaysAreKnownInEveryFormOfTimes) {
    const std::string queues = "Date,Time,Queue,Calls,AHT\n";
    const std::string row = "2026-03-09,";
    std::string beside = queues;
    for (const char* time : {"12:00", "12:30", "1:00"})
        for (const char* queue : {"Sales", "Service"}) beside += row + time + "," + queue + ",5,200\n";
    EXPECT_THAT(asked(beside), ElementsAre(HasSubstr("time_12h=Time")));
    EXPECT_TRUE(asked(queues + row + "8:00,Sales,5,200\n" + row + "12:00,Sales,5,200\n" + row + "6:00,Service,5,200\n" +
                      row + "11:00,Service,5,200\n")
                    .empty());
    std::string whole = "Date,Hour,Calls,AHT\n";
    for (const char* hour : {"11", "12", "1", "2"}) whole += row + hour + ",5,200\n";
    EXPECT_THAT(asked(whole), ElementsAre(HasSubstr("time_12h=Hour")));
    EXPECT_EQ(log_of(whole, {.columns = {{"time_12h", "Hour"}}}).intervals[3].start, Minutes{840});
    std::string spans = "Date,Time,Calls,AHT\n";
    for (const char* span : {"11:30 - 12:00", "12:00 - 12:30", "12:30 - 1:00", "1:00 - 1:30"})
        spans += row + span + ",5,200\n";
    EXPECT_THAT(asked(spans), ElementsAre(HasSubstr("time_12h=Time")));
    const CallLog log = log_of(spans, {.columns = {{"time_12h", "Time"}}});
    ASSERT_EQ(log.intervals.size(), 4u);
    EXPECT_EQ(log.intervals[2].start, Minutes{750});
    EXPECT_EQ(log.intervals[3].start, Minutes{780});
    const std::string ends =
        "Date,Interval End,Calls,AHT\n2026-03-09,12:00,5,200\n2026-03-09,12:30,5,200\n"
        "2026-03-09,1:00,5,200\n";
    EXPECT_THAT(asked(ends), ElementsAre(HasSubstr("end_12h=Interval End")));
    EXPECT_EQ(log_of(ends, {.columns = {{"end_12h", "Interval End"}}}).intervals[2].start, Minutes{750});
}

TEST(LogSilence, WhatIsStatedAboutHalfDaysHolds) {
    const std::string afternoon = "Date,Time,Calls,AHT\n2026-03-09,1:00,5,200\n2026-03-09,1:30,5,200\n";
    const CallLog stated = log_of(afternoon, {.columns = {{"time_12h", "Time"}}});
    EXPECT_EQ(stated.intervals[0].start, Minutes{780});
    EXPECT_TRUE(notes(stated, LogNoteKind::half_days));
    EXPECT_EQ(log_of("Date,Time (12h),Calls,AHT\n2026-03-09,1:00,5,200\n2026-03-09,1:30,5,200\n").intervals[0].start,
              Minutes{780});
    const std::string late = afternoon + "2026-03-09,14:00,5,200\n";
    EXPECT_THAT(asked(late, {.columns = {{"time_12h", "Time"}}}), ElementsAre(HasSubstr("13:00")));
    for (const bool latest_first : {false, true}) {
        std::vector<std::string> times{"8:05", "11:50", "12:10", "1:05", "6:50", "7:10", "7:59"};
        if (latest_first) std::reverse(times.begin(), times.end());
        std::string rows = "Date,Time,Calls,AHT\n";
        for (const std::string& time : times) rows += "2026-03-09," + time + ",1,200\n";
        const CallLog log = log_of(rows, {.columns = {{"time_12h", "Time"}}});
        EXPECT_EQ((latest_first ? log.intervals.back() : log.intervals.front()).start, Minutes{485}) << latest_first;
        EXPECT_EQ((latest_first ? log.intervals.front() : log.intervals.back()).start, Minutes{1199}) << latest_first;
    }
    const std::string mixed =
        "Date,Time,Calls,AHT\n2026-03-09,11:00,1,200\n2026-03-09,1:00,1,200\n2026-03-09,9:00,1,200\n"
        "2026-03-09,3:00,1,200\n2026-03-09,4:00,1,200\n";
    EXPECT_THAT(asked(mixed, {.columns = {{"time_12h", "Time"}}}), Contains(HasSubstr("03:00 PM")));
}

TEST(LogSilence, HalfDaysAboveColumnsAreKnownByTheirOrder) {
    for (const char* titles :
         {"11:30,12:00,12:30,1:00,1:30", "11:30-12:00,12:00-12:30,12:30-1:00,1:00-1:30,1:30-2:00"}) {
        const CallLog log = log_of(std::string{"Date,"} + titles + "\n2026-03-09,1,2,3,4,5\n");
        ASSERT_EQ(log.intervals.size(), 5u) << titles;
        EXPECT_EQ(log.intervals[2].start, Minutes{750}) << titles;
        EXPECT_EQ(log.intervals[4].start, Minutes{810}) << titles;
        EXPECT_TRUE(notes(log, LogNoteKind::half_days)) << titles;
    }
    const CallLog day = log_of("Date,0:30,1:00,12:30,23:00\n2026-03-09,1,2,3,4\n");
    EXPECT_EQ(day.intervals[1].start, Minutes{60});
    EXPECT_FALSE(notes(day, LogNoteKind::half_days));
}

TEST(LogSilence, NumbersOfIntervalsAreNoHours) {
    std::string rows = "Date,Interval,Offered,AHT\n";
    for (int i = 1; i <= 48; ++i) rows += "2026-03-09," + std::to_string(i) + ",5,200\n";
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("time_h=Interval")));
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("end_h=Interval")));
    std::string ends = "Date,Interval,Offered,AHT\n";
    for (int i = 1; i <= 24; ++i) ends += "2026-03-09," + std::to_string(i) + ",5,200\n";
    const CallLog ended = log_of(ends, {.columns = {{"end_h", "Interval"}}});
    ASSERT_EQ(ended.intervals.size(), 24u);
    EXPECT_EQ(ended.intervals.front().start, Minutes{0});
    EXPECT_EQ(ended.intervals.back().start, Minutes{1380});
    EXPECT_EQ(ended.intervals.back().date, ended.intervals.front().date);
    const std::string few = "Date,Interval,Offered,AHT\n2026-03-09,17,5,200\n2026-03-09,18,5,200\n";
    EXPECT_THAT(asked(few), ElementsAre(HasSubstr("time_h=Interval")));
    EXPECT_EQ(log_of(few, {.columns = {{"time_h", "Interval"}}}).intervals[0].start, Minutes{1020});
    EXPECT_TRUE(asked("Date,Hour,Offered,AHT\n2026-03-09,17,5,200\n2026-03-09,18,5,200\n").empty());
}

TEST(LogSilence, AServiceLevelIsNoQueue) {
    for (const char* level : {"85 %", "0.85", "85"}) {
        const CallLog log = log_of(std::string{"Date,Time,Offered,Service,AHT\n2026-03-09,08:00,5,"} + level +
                                   ",200\n2026-03-09,08:30,5," + level + ",200\n");
        EXPECT_THAT(log.queues, ElementsAre("")) << level;
    }
    EXPECT_THAT(log_of("Date,Time,Offered,Service,AHT\n2026-03-09,08:00,5,Loans,200\n").queues, ElementsAre("Loans"));
}

TEST(LogSilence, WhatWentOutIsNoKindOfWork) {
    const CallLog titles = log_of("Datum;Uhrzeit;Anrufe ein;Anrufe aus;AHT\n09.03.2026;08:00;10;4;200\n");
    EXPECT_EQ(offered_of(titles), 10.0);
    EXPECT_TRUE(notes(titles, LogNoteKind::outbound));
    const CallLog cells = log_of(
        "Datum;Uhrzeit;Richtung;Dauer;Status\n09.03.2026;08:00:00;kommend;00:03:00;angenommen\n"
        "09.03.2026;08:01:00;gehend;00:01:00;angenommen\n");
    EXPECT_EQ(cells.calls.size(), 1u);
    const CallLog mixed = log_of(
        "Start Time,Call Type,Talk Time,Ring Groups\n2026-03-09 08:00:00,inbound,60,Sales\n"
        "2026-03-09 08:01:00,abandoned,,Sales\n2026-03-09 08:02:00,outbound,60,Sales\n");
    EXPECT_EQ(mixed.calls.size(), 2u);
    EXPECT_EQ(mixed.calls[1].end, CallEnd::abandoned);
    EXPECT_THAT(mixed.queues, ElementsAre("Sales"));
}

TEST(LogSilence, ThoseWhoGaveUpAreCountedOrAskedAbout) {
    for (const char* title : {"davon aufgelegt", "Abbrüche", "Calls verloren", "Verpasst", "Anrufe nicht angenommen",
                              "Abandoned Volume", "ABANDONED count", "Dropped"}) {
        const CallLog log = log_of(std::string{"Date;Time;Calls;"} + title + ";AHT\n2026-03-09;08:00;10;3;200\n");
        EXPECT_EQ(log.intervals[0].abandoned, 3.0) << title;
    }
    const std::string rows =
        "Date,Time,Offered,Calls Abandoned (Long),Calls Abandoned (Short),AHT\n2026-03-09,08:00,10,3,1,200\n";
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("abandoned=Calls Abandoned (Long)")));
    EXPECT_THAT(asked("Date,Time,Abandoned,AHT\n2026-03-09,08:00,3,200\n"), ElementsAre(HasSubstr("offered=TITLE")));
}

TEST(LogSilence, ATotalBesideItsPartsIsWhatWasOffered) {
    const CallLog log = log_of("Datum;Uhrzeit;Gesamt;Angenommen;Verpasst;AHT\n09.03.2026;08:00;12;9;2;200\n");
    EXPECT_EQ(log.intervals[0].offered, 12.0);
    EXPECT_EQ(log.intervals[0].answered, 9.0);
}

TEST(LogSilence, SpreadsheetsTakeMinutesForHours) {
    const std::string rows = "Date,Time,Calls,AHT\n2026-03-09,08:00,10,03:20:00\n2026-03-09,08:30,10,04:20:00\n";
    EXPECT_THAT(asked(rows), ElementsAre(HasSubstr("handling_time_mm_ss=AHT")));
    EXPECT_EQ(log_of(rows, {.columns = {{"handling_time_mm_ss", "AHT"}}}).intervals[0].handling_s, 200.0);
    EXPECT_EQ(log_of("Date,Time,Calls,AHT (mm:ss)\n2026-03-09,08:00,10,03:20:00\n").intervals[0].handling_s, 200.0);
    EXPECT_EQ(log_of("Date,Time,Calls,AHT (mm:ss)\n2026-03-09,08:00,10,00:03:20\n").intervals[0].handling_s, 200.0);
    const std::string parts = "Date,Time,Calls,AHT\n2026-03-09,08:00,10,0.0025\n";
    EXPECT_THAT(asked(parts), ElementsAre(HasSubstr("handling_time_d=AHT")));
    EXPECT_EQ(log_of(parts, {.columns = {{"handling_time_d", "AHT"}}}).intervals[0].handling_s, 216.0);
}

TEST(LogSilence, GroupsMayHaveUnitsOfTheirOwn) {
    for (const char* other : {"Service AHT (min)\n2026-03-09,08:00,10,200,20,5\n",
                              "Service AHT [hh:mm]\n2026-03-09,08:00,10,200,20,0:05\n"}) {
        const CallLog log = log_of(std::string{"Date,Time,Sales Calls,Sales AHT (s),Service Calls,"} + other);
        ASSERT_EQ(log.intervals.size(), 2u) << other;
        EXPECT_EQ(log.intervals[0].handling_s, 200.0) << other;
        EXPECT_EQ(log.intervals[1].handling_s, 300.0) << other;
    }
}

TEST(LogSilence, ATitleRowHasNoMoments) {
    const CallLog log = log_of(
        "Zeit;Anrufer;Ziel;Typ;Dauer\n09.03.2026 08:02:00;017;Hotline;eingehend;00:01:40\n"
        "09.03.2026 08:03:00;017;Hotline;verpasst;00:00:00\n");
    EXPECT_EQ(log.reading.titles_line, 1);
    EXPECT_EQ(log.calls.size(), 2u);
    const CallLog asterisk = log_of(
        "1773043200|1773043200.1|Service|NONE|ENTERQUEUE||017|1\n1773043210|1773043200.1|Service|NONE|ABANDON|1|1|"
        "10\n");
    EXPECT_EQ(asterisk.reading.shape, LogShape::events);
    EXPECT_EQ(asterisk.calls.size(), 1u);
}

TEST(LogSilence, TimesAreKnownHoweverTheyAreWritten) {
    for (const char* time :
         {"8h30", "8.30 Uhr", "0830-0900", "von 08:30 bis 09:00", "08:30/09:00", "ab 08:30", "\"=\"\"08:30\"\"\""}) {
        const CallLog log = log_of(std::string{"Datum;Uhrzeit;Anrufe;AHT\n09.03.2026;"} + time + ";5;200\n");
        ASSERT_EQ(log.intervals.size(), 1u) << time;
        EXPECT_EQ(log.intervals[0].start, Minutes{510}) << time;
    }
    EXPECT_EQ(log_of("Datum;Zeit;Anrufe\n09.03.2026;8-9 Uhr;5\n").intervals[0].start, Minutes{480});
}

TEST(LogSilence, SumsOfAQueueWithinADayAreSums) {
    const CallLog log = log_of(
        "Date,Interval,Queue,Offered,AHT\n2026-03-09,08:00,Sales,5,200\n2026-03-09,,Sales Total,5,200\n"
        "2026-03-09,08:00,Service,6,200\n2026-03-09,,Service Total,6,200\n");
    EXPECT_EQ(offered_of(log), 11.0);
}

}  // namespace
}  // namespace freiton::input
