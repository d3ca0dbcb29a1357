// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_call_log.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;

const LogOptions four_minutes{.handling_time_given = true};

CallLog parsed(const std::string& text, const LogOptions& options = four_minutes) {
    return parse_call_log(text, "log.csv", options);
}

std::vector<std::string> log_said(const std::string& text, const LogOptions& options = four_minutes) {
    return test::complaints([&] { parsed(text, options); });
}

std::vector<LogNoteKind> noted(const CallLog& log) {
    std::vector<LogNoteKind> kinds;
    for (const LogNote& note : log.reading.notes) kinds.push_back(note.kind);
    return kinds;
}

// As a German Excel saves it: semicolons, decimal commas, Windows-1252.
TEST(ReadCallLog, TakesTheIntervalsOfAnAcdExport) {
    const CallLog log = parsed(
        "Date;Interval;Offered;Abandoned;AHT;Queue\r\n02.03.2026;9:00;12;1;181,5;M\xFCnchen\r\n02.03.2026;9:30;7;;;"
        "\r\n");
    EXPECT_TRUE(log.calls.empty());
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-02");
    EXPECT_EQ(log.intervals[0].start, Minutes{540});
    EXPECT_EQ(log.intervals[0].offered, 12.0);
    EXPECT_EQ(log.intervals[0].abandoned, 1.0);
    EXPECT_EQ(log.intervals[0].handling_s, 181.5);
    EXPECT_EQ(log.intervals[1].abandoned, std::nullopt);
}

TEST(ReadCallLog, TakesCallsOneByOneAndCountsPhantomsApart) {
    const CallLog log = parsed(
        "date,arrival_s,queue_wait_s,outcome,service_s\n"
        "1999-03-01,32400,5,AGENT,180\n1999-03-01,32500,60,HANG,0\n1999-03-01,32600,0,PHANTOM,0\n");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].arrival_s, 32400.0);
    EXPECT_EQ(log.calls[0].handling_s, 180.0);
    EXPECT_EQ(log.calls[0].end, CallEnd::answered);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
    EXPECT_EQ(log.calls[1].handling_s, std::nullopt);
    EXPECT_EQ(log.phantoms, 1);
}

TEST(ReadCallLog, SaysWhatCannotBe) {
    EXPECT_THAT(log_said("date,arrival_s,queue_wait_s,outcome\n1999-03-01,86400,5,answered\n"),
                ElementsAre("log.csv:2:2  arrival_s: got \"86400\", must be less than 86400 (the seconds of a day)"));
    EXPECT_THAT(log_said("date,interval,offered,abandoned\n2026-03-02,09:00,10,11\n"),
                ElementsAre("log.csv:2:4  abandoned: got \"11\", must be at most offered: 10"));
    EXPECT_THAT(log_said("a,b\n1,2\n"),
                ElementsAre("log.csv:1  is neither a list of calls (missing: time, outcome) nor one of "
                            "intervals (missing: time, offered); there are: a, b; say which column is which: "
                            "--columns NAME=TITLE,..."));
    EXPECT_THAT(log_said("date,time,agent\n2026-03-02,08:00,7\n"),
                ElementsAre("log.csv:1  is neither a list of calls (missing: outcome) nor one of intervals (missing: "
                            "offered); there are: date, time, agent; say which column is which: --columns "
                            "NAME=TITLE,..."));
}

TEST(ReadCallLog, SaysOfADuplicateRowWhereTheFirstIs) {
    EXPECT_THAT(
        log_said("date,interval,queue,offered\n2026-03-02,08:00,a,5\n2026-03-02,08:00,b,5\n2026-03-02,08:00,a,6\n"),
        ElementsAre("log.csv:4:2  interval: got \"08:00\", this interval was already given in line 2"));
}

TEST(ReadCallLog, LeavesTitlesAboveTheTableAndRowsOfTotalsOut) {
    const CallLog log = parsed(
        "Report: Daily Interval\nGenerated 2026-03-05\n\ndate,interval,offered,aht\n2026-03-02,08:00,50,240\n"
        "Total,,50,240\n");
    ASSERT_EQ(log.intervals.size(), 1u);
    EXPECT_EQ(log.intervals[0].offered, 50.0);
    EXPECT_THAT(noted(log), ElementsAre(LogNoteKind::titles_above, LogNoteKind::totals));
    EXPECT_THAT(log_said("Report\ndate,interval,offered\n2026-03-02,08:00,x\n"),
                ElementsAre("log.csv:3:3  offered: got \"x\", must be a number"));
}

TEST(ReadCallLog, TakesGermanTitlesRangesAndQueues) {
    const CallLog log = parsed(
        "Datum;Intervall;Warteschlange;Angebotene Anrufe;Angenommene Anrufe;Verlorene Anrufe;Mittlere "
        "Bearbeitungszeit\n02.03.2026;08:00 - 08:30;Auftrag;40;36;4;00:04:00\n02.03.2026;08:00 - "
        "08:30;Service;10;9;1;00:10:00\nSumme;;;50;45;5;\n");
    EXPECT_THAT(log.queues, ElementsAre("Auftrag", "Service"));
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(log.intervals[1].queue, 1u);
    EXPECT_EQ(log.intervals[1].handling_s, 600.0);
    EXPECT_EQ(log.intervals[0].abandoned, 4.0);
    EXPECT_EQ(log.row_length, Minutes{30});
}

TEST(ReadCallLog, TakesClockTimesOfCallsAndOtherWordsForTheirEnd) {
    const CallLog log = parsed(
        "date,arrival_s,queue_wait_s,outcome,handling_time_s\n2026-03-02,08:30:17,00:00:12,answered,00:03:20\n"
        "2026-03-02,08:31:00,00:00:40,missed,\n");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_EQ(log.calls[0].arrival_s, 30'617.0);
    EXPECT_EQ(log.calls[0].wait_s, 12.0);
    EXPECT_EQ(log.calls[0].handling_s, 200.0);
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
}

TEST(ReadCallLog, AsksWhetherADateBeginsWithTheDayUnlessAnotherRowTells) {
    const std::string head = "date,interval,offered\n03/02/2026,8:00 AM,50\n";
    EXPECT_THAT(log_said(head), ElementsAre("log.csv:2:1  date: got \"03/02/2026\", may begin with the day or with the "
                                            "month; say which: --dates day-first or --dates month-first"));
    EXPECT_EQ(date_text(parsed(head, {.dates = DateOrder::month_first, .handling_time_given = true}).intervals[0].date),
              "2026-03-02");
    EXPECT_EQ(date_text(parsed(head + "13/02/2026,8:00 AM,50\n").intervals[0].date), "2026-02-03");
}

}  // namespace
}  // namespace freiton::input
