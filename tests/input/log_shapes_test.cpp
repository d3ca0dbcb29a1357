// SPDX-License-Identifier: Apache-2.0
// Exports of well-known systems in small: their titles are those of the systems' own reports, their figures made up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/input/read_call_log.hpp"

namespace freiton::input {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

CallLog log_of(const std::string& text, LogOptions options = {}) {
    options.handling_time_given = true;
    return parse_call_log(text, "log.csv", options);
}

std::vector<std::string> asked(const std::string& text, const LogOptions& options = {}) {
    return test::complaints([&] { parse_call_log(text, "log.csv", options); });
}

bool notes(const CallLog& log, LogNoteKind kind) {
    return std::any_of(log.reading.notes.begin(), log.reading.notes.end(),
                       [&](const auto& note) { return note.kind == kind; });
}

double offered_of(const CallLog& log) {
    double sum = static_cast<double>(log.calls.size() + log.items.size());
    for (const LoggedInterval& row : log.intervals) sum += row.offered;
    return sum;
}

// Sums ("ACD Time") stand beside means; date and skill stand above.
TEST(LogShapes, AvayaSplitSkillIntervals) {
    const CallLog log = log_of(
        "Report:,Split/Skill Summary Interval\nDate:,3/13/2026\nSplit/Skill:,Sales\n\n"
        "Time,Avg Speed Ans,Avg Aban Time,ACD Calls,Avg ACD Time,Avg ACW Time,Aban Calls,% Within Service Level\n"
        "8:00AM - 8:30AM,:12,:20,40,3:20,:40,4,85\n8:30AM - "
        "9:00AM,0:10,0:20,44,3:10,0:40,0,90\nTotals,0:11,,84,,,4,\n");
    EXPECT_EQ(log.reading.shape, LogShape::intervals);
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-13");
    EXPECT_THAT(log.queues, ElementsAre("Sales"));
    EXPECT_EQ(log.intervals[0].offered, 44.0);
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
    EXPECT_EQ(log.intervals[0].asa_s, 12.0);
    EXPECT_EQ(log.row_length, Minutes{30});
    EXPECT_TRUE(notes(log, LogNoteKind::totals));
}

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

TEST(LogShapes, GenesysIntervalsInUtc) {
    const std::string text =
        "Interval Start,Interval End,Media Type,Queue Name,Offer,Answer,Abandon,Avg Handle,Avg ACW,Service Level %\n"
        "2026-07-01T06:00:00Z,2026-07-01T06:15:00Z,voice,Support,12,11,1,245000,30000,91.7 %\n";
    const CallLog utc = log_of(text, {.unit_s = 0.001});
    EXPECT_EQ(utc.intervals[0].handling_s, 245.0);
    EXPECT_THAT(asked(text), ElementsAre(HasSubstr("--unit ms")));
    EXPECT_EQ(utc.intervals[0].start, Minutes{360});
    EXPECT_EQ(utc.time_zone, "UTC");
    EXPECT_TRUE(notes(utc, LogNoteKind::in_utc));
    EXPECT_EQ(utc.row_length, Minutes{15});
    const CallLog local = log_of(text, {.unit_s = 0.001, .time_zone = "Europe/Berlin"});
    EXPECT_EQ(local.intervals[0].start, Minutes{480});
    EXPECT_EQ(local.time_zone, "Europe/Berlin");
    EXPECT_THAT(local.queues, ElementsAre("Support"));
}

TEST(LogShapes, CiscoQueueActivity) {
    const CallLog log = log_of(
        "CSQ Name,Interval Start Time,Interval End Time,Calls Presented,Calls Handled,Calls Abandoned,Avg Queue "
        "Time,Avg Handle Time\n"
        "Sales,3/23/26 8:00:00 AM,3/23/26 8:30:00 AM,20,18,2,00:00:15,00:04:10\n"
        "Service,3/23/26 8:00:00 AM,3/23/26 8:30:00 AM,10,10,0,00:00:05,00:06:00\n");
    EXPECT_THAT(log.queues, ElementsAre("Sales", "Service"));
    EXPECT_EQ(log.intervals[0].handling_s, 250.0);
    EXPECT_EQ(offered_of(log), 30.0);
}

// /var/log/asterisk/queue_log has no titles, and seconds since 1970.
TEST(LogShapes, AsterisksOwnFile) {
    const CallLog log = log_of(
        "1772438400|NONE|NONE|NONE|QUEUESTART|\n"
        "1772438403|100.1|sales|NONE|ENTERQUEUE||555|1\n1772438421|100.1|sales|SIP/7|CONNECT|18|100.2|3\n"
        "1772438423|101.1|sales|NONE|ENTERQUEUE||556|1\n1772438430|101.1|sales|NONE|EXITWITHTIMEOUT|1\n"
        "1772438651|100.1|sales|SIP/7|COMPLETECALLER|18|230|1\n1772438700|99.1|sales|SIP/8|COMPLETEAGENT|1|2|1\n"
        "1772438800|102.1|sales|NONE|ENTERQUEUE||557|1\n",
        {.time_zone = "Europe/Berlin"});
    EXPECT_EQ(log.reading.shape, LogShape::events);
    ASSERT_EQ(log.calls.size(), 3u);
    EXPECT_EQ(log.calls[0].arrival_s, 9 * 3600.0 + 3.0);
    EXPECT_EQ(log.calls[0].wait_s, 18.0);
    EXPECT_EQ(log.calls[0].handling_s, 230.0);
    EXPECT_EQ(log.calls[1].end, CallEnd::turned_away);
    EXPECT_TRUE(notes(log, LogNoteKind::events_unused));
    EXPECT_TRUE(notes(log, LogNoteKind::calls_cut)) << "99.1 began before the file";
    EXPECT_TRUE(notes(log, LogNoteKind::calls_open)) << "102.1 has no end";
}

TEST(LogShapes, Five9CallLog) {
    const CallLog log = log_of(
        "CALL ID,TIMESTAMP,CAMPAIGN,CALL TYPE,SKILL,DISPOSITION,QUEUE WAIT TIME,TALK TIME,HOLD TIME,AFTER CALL WORK "
        "TIME,ABANDONED\n"
        "1,\"Mon, 02 Mar 2026 10:00:05\",Main,Inbound,Sales,Sale made,00:00:10,00:03:00,00:00:20,00:00:40,0\n"
        "2,\"Mon, 02 Mar 2026 10:00:09\",Main,Inbound,Sales,Caller gone,00:01:10,00:00:00,00:00:00,00:00:00,1\n",
        {.columns = {{"ignore", "DISPOSITION"}}});
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].handling_s, 240.0);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
    EXPECT_EQ(log.calls[1].wait_s, 70.0);
    EXPECT_THAT(log.queues, ElementsAre("Sales"));
}

TEST(LogShapes, AmazonConnectContacts) {
    const CallLog log = log_of(
        "Contact ID,Channel,Initiation method,Initiation timestamp,Queue,Connected to agent timestamp,Disconnect "
        "timestamp,"
        "Agent interaction duration,Customer hold duration,After contact work duration\n"
        "a-1,VOICE,INBOUND,2026-03-02T08:00:00Z,Basic,2026-03-02T08:00:30Z,2026-03-02T08:04:30Z,240,0,60\n"
        "a-2,VOICE,OUTBOUND,2026-03-02T08:01:00Z,Basic,2026-03-02T08:01:30Z,2026-03-02T08:04:30Z,180,0,60\n"
        "a-3,VOICE,INBOUND,2026-03-02T08:02:00Z,Basic,,2026-03-02T08:03:00Z,,,\n");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].wait_s, 30.0);
    EXPECT_EQ(log.calls[0].handling_s, 300.0);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
    EXPECT_EQ(log.calls[1].wait_s, 60.0);
    EXPECT_TRUE(notes(log, LogNoteKind::outbound));
    EXPECT_THAT(log.queues, ElementsAre("Basic"));
}

TEST(LogShapes, TicketsOfThreeSystems) {
    for (const std::string text :
         {"Ticket ID,Subject,Status,Group,Created time,Resolved time,Initial response time,First response time (in "
          "hrs)\n"
          "1,a,Closed,Billing,2026-03-02 07:29:00,2026-03-03 09:05:00,2026-03-02 11:14:00,3:45:00\n",
          "Id,Created at,Solved at,Status,Group\n1,2026-03-02 07:29,2026-03-03 09:05,Solved,Billing\n",
          "Issue key,Status,Created,Resolved,Group\nAB-1,Done,02/Mar/26 7:29 AM,03/Mar/26 9:05 AM,Billing\n"}) {
        const CallLog log = log_of(text);
        EXPECT_EQ(log.reading.shape, LogShape::tickets);
        ASSERT_EQ(log.items.size(), 1u);
        EXPECT_EQ(log.items[0].resolved_after_s, 92'160.0);
        EXPECT_THAT(log.queues, ElementsAre("Billing"));
    }
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

// Cisco's codes: 1 abandoned, 2 handled.
TEST(LogShapes, CiscoCallsHaveCodesForTheirEnds) {
    const CallLog log = log_of(
        "Session ID,Call Start Time,Call End Time,Contact Disposition,CSQ Names,Queue Time,Talk Time,Hold Time,Work "
        "Time\n"
        "1,3/23/26 8:00:00 AM,3/23/26 8:05:00 AM,2,Sales,00:00:20,00:03:00,00:00:10,00:00:30\n"
        "2,3/23/26 8:01:00 AM,3/23/26 8:02:00 AM,1,Sales,00:01:00,00:00:00,00:00:00,00:00:00\n");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].end, CallEnd::answered);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
    EXPECT_EQ(log.calls[1].wait_s, 60.0);
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
                ElementsAre("log.csv:2:2  Resolved: got \"2026-03-01 08:00\", lies before the beginning of its row"));
}

}  // namespace
}  // namespace freiton::input
