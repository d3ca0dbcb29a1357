// SPDX-License-Identifier: Apache-2.0
// What rows of a log may look like.
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

TEST(LogShapes, SumsOfTimeAreSharedAmongTheAnswered) {
    const CallLog log = log_of(
        "row_date,starttime,split,callsoffered,acdcalls,abncalls,ACD Time,ACW Time\n"
        "2026-03-02,0800,12,22,20,2,4000,800\n2026-03-02,0830,12,0,0,0,0,0\n",
        {.columns = {{"offered", "callsoffered"}, {"answered", "acdcalls"}, {"abandoned", "abncalls"}}});
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(log.intervals[0].start, Minutes{480});
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
    EXPECT_EQ(log.intervals[1].handling_s, std::nullopt);
}

TEST(LogShapes, CountsOfDaysAreAskedAboutTheirHours) {
    const std::string text =
        "Date,Incoming Calls,Answered Calls,Answer Rate,Abandoned Calls,Answer Speed (AVG),Talk Duration (AVG)\n"
        "2026-03-02,217,204,94.01%,13,0:00:17,0:02:14\n2026-03-03,200,182,91.00%,18,0:00:20,0:02:22\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--open 08:00-18:00")));
    const CallLog log = log_of(text, {.open = OpenSpan{Minutes{480}, Minutes{1080}}});
    EXPECT_EQ(log.intervals.size(), 40u);
    EXPECT_NEAR(offered_of(log), 417.0, 1e-9);
    EXPECT_EQ(log.intervals[0].handling_s, 134.0);
}

TEST(LogShapes, HalfHoursMayStandAcrossWithDatesOrDownWithWeekdays) {
    const CallLog across =
        log_of("Datum;08:00 - 08:30;08:30 - 09:00;Summe\n02.03.2026;12;18;30\n03.03.2026;10;20;30\nSumme;22;38;60\n");
    EXPECT_EQ(across.reading.shape, LogShape::half_hours_across);
    EXPECT_EQ(across.intervals.size(), 4u);
    EXPECT_EQ(offered_of(across), 60.0);
    const CallLog down = log_of("Uhrzeit;Mo;Di\n08:00;12;10\n08:30;18;20\n");
    EXPECT_EQ(down.reading.shape, LogShape::days_across);
    EXPECT_EQ(offered_of(down), 60.0);
    EXPECT_EQ(date_text(down.intervals[1].date), "2024-01-02");
    EXPECT_TRUE(notes(down, LogNoteKind::weekdays_only));
}

TEST(LogShapes, WeekdaysStandForDatesAndDatesNeedNoTitle) {
    const CallLog week = log_of("Wochentag;Stunde;Anrufe\nMontag;8;5\nMontag;9;6\nDienstag;8;7\n");
    ASSERT_EQ(week.intervals.size(), 3u);
    EXPECT_EQ(date_text(week.intervals[2].date), "2024-01-02");
    EXPECT_TRUE(notes(week, LogNoteKind::weekdays_only));
    const CallLog days = log_of(";08:00;08:30;09:00\n02.03.2026;12;18;3\n03.03.2026;10;20;4\n");
    EXPECT_EQ(date_text(days.intervals[3].date), "2026-03-03");
    EXPECT_EQ(days.queues.size(), 1u);
}

TEST(LogShapes, QueuesMayStandAcross) {
    const CallLog log =
        log_of("Date,Time,Sales,Service,Agents,Total\n2026-03-02,08:00,12,7,9,19\n2026-03-02,08:30,18,9,9,27\n");
    EXPECT_EQ(log.reading.shape, LogShape::work_across);
    EXPECT_THAT(log.queues, ElementsAre("Sales", "Service"));
    EXPECT_EQ(offered_of(log), 46.0);
    EXPECT_TRUE(notes(log, LogNoteKind::queue_of_titles));
}

TEST(LogShapes, AllThatIsOpenIsAskedAtOnce) {
    EXPECT_THAT(
        asked("date,interval,offered\n03/04/2026,8:00 AM,\"1,010\"\n03/05/2026,8:00 AM,\"1,020\"\n"),
        ElementsAre(HasSubstr("--dates day-first or --dates month-first"), HasSubstr("--handling-time \"4 min\"")));
    EXPECT_THAT(asked("date,interval,offered,aht\n2026-03-04,8:00,1.010,240\n2026-03-05,8:00,1.020,240\n"),
                ElementsAre(HasSubstr("--decimal point or --decimal comma")));
}

TEST(LogShapes, ColumnsThatNobodyKnowsCanBeNamed) {
    const std::string text = "Tag,Slot,Menge X,Bearb\n2026-03-02,08:00,12,00:04:00\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--columns")));
    const CallLog log =
        parse_call_log(text, "log.csv", {.columns = {{"time", "Slot"}, {"offered", "Menge X"}, {"aht", "Bearb"}}});
    EXPECT_EQ(log.intervals[0].offered, 12.0);
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
    EXPECT_THAT(asked(text, {.columns = {{"ofered", "Slot"}, {"time", "Slott"}}}),
                ElementsAre(HasSubstr("did you mean \"offered\"?"), HasSubstr("did you mean \"Slot\"?")));
}

TEST(LogShapes, RowsWithoutADateHaveThatOfTheRowAbove) {
    const CallLog log = log_of("Date,Time,Calls\n2026-03-02,08:00,5\n,08:30,6\n2026-03-03,08:00,7\n");
    ASSERT_EQ(log.intervals.size(), 3u);
    EXPECT_EQ(date_text(log.intervals[1].date), "2026-03-02");
    EXPECT_TRUE(notes(log, LogNoteKind::dates_filled));
}

TEST(LogShapes, TitlesThatComeAgainAreNoRows) {
    const CallLog log = log_of("Date,Time,Calls\n2026-03-02,08:00,5\nDate,Time,Calls\n2026-03-02,08:30,6\n");
    EXPECT_EQ(offered_of(log), 11.0);
    EXPECT_TRUE(notes(log, LogNoteKind::titles_again));
}

TEST(LogShapes, EncodingsAndSeparatorsAreSeen) {
    const std::string utf16{
        "\xFF\xFE"
        "d\0a\0t\0e\0\t\0t\0i\0m\0e\0\t\0c\0a\0l\0l\0s\0\n\0"
        "2\0"
        "0\0"
        "2\0"
        "6\0-\0"
        "0\0"
        "3\0-\0"
        "0\0"
        "2\0\t\0"
        "8\0:\0"
        "0\0"
        "0\0\t\0"
        "5\0",
        68};
    const CallLog log = log_of(utf16);
    EXPECT_EQ(log.reading.encoding, "UTF-16");
    EXPECT_EQ(log.reading.separator, '\t');
    EXPECT_EQ(offered_of(log), 5.0);
    EXPECT_EQ(log_of("Datum|Uhrzeit|Anrufe|\xDC"
                     "ber\n02.03.2026|08:00|5|\n")
                  .reading.encoding,
              "Windows-1252");
}

TEST(LogShapes, BusyCallersAreOfferedAndNotImpatient) {
    const CallLog log = log_of(
        "date,time,status\n2026-03-02,08:00:01,ANSWERED\n2026-03-02,08:00:02,BUSY\n2026-03-02,08:00:03,NO ANSWER\n");
    ASSERT_EQ(log.calls.size(), 3u);
    EXPECT_EQ(log.calls[1].end, CallEnd::turned_away);
    EXPECT_EQ(log.calls[2].end, CallEnd::abandoned);
    EXPECT_TRUE(notes(log, LogNoteKind::turned_away));
}

TEST(LogShapes, WordsThatNobodyKnowsAreToldByWhatOnlyAnsweredCallsHave) {
    const CallLog log = log_of(
        "date,time,result,talk time\n2026-03-02,08:00:00,answered,100\n2026-03-02,08:01:00,answered,100\n"
        "2026-03-02,08:02:00,Wrong number,20\n2026-03-02,08:03:00,Ring group,0\n");
    EXPECT_EQ(log.calls[2].end, CallEnd::answered);
    EXPECT_EQ(log.calls[3].end, CallEnd::abandoned);
    EXPECT_TRUE(notes(log, LogNoteKind::outcomes_by_signs));
}

TEST(LogShapes, CallsOfWhichOnlyTheDayIsKnownAreSpread) {
    const std::string text =
        "call_timestamp,channel,call duration in minutes\n3/23/2026,Call-Center,4\n3/23/2026,Call-Center,5\n";
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--open 08:00-18:00")));
    const CallLog log = log_of(text, {.open = OpenSpan{Minutes{480}, Minutes{600}}});
    EXPECT_EQ(log.calls[0].arrival_s, 510.0 * 60.0);
    EXPECT_EQ(log.calls[1].arrival_s, 570.0 * 60.0);
    EXPECT_EQ(log.calls[0].handling_s, 240.0);
}

TEST(LogShapes, TimesMayComeWithoutColons) {
    const CallLog log =
        log_of("Date,Hour,Calls\n2026-03-02,8-9,5\n2026-03-02,0900-1000,6\n2026-03-02,10,7\n2026-03-02,11 AM,8\n");
    ASSERT_EQ(log.intervals.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(log.intervals[i].start, Minutes{480 + 60 * static_cast<int>(i)});
    EXPECT_EQ(log.row_length, Minutes{60});
}

TEST(LogShapes, RowsWithMoreCellsThanTitlesAreWrong) {
    EXPECT_THAT(
        asked("date,time,calls,aht\n2026-03-02,08:00,1,010,240\n"),
        ElementsAre(
            "log.csv:2  has 5 cells, more than the 4 columns; a decimal comma needs quotes, or ; between the cells"));
}

TEST(LogShapes, AnEndBeforeItsBeginningIsWrong) {
    EXPECT_THAT(asked("Created,Resolved,Effort\n2026-03-02 08:00,2026-03-01 08:00,20\n"),
                ElementsAre("log.csv:2:2  Resolved: got \"2026-03-01 08:00\", lies before the call (or item) began"));
}

}  // namespace
}  // namespace freiton::input
