// SPDX-License-Identifier: Apache-2.0
// What more systems write: titles without blanks or behind dots, media beside queues, durations of ISO 8601, parts of
// calls, and what would be wrong in silence.
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
using testing::UnorderedElementsAre;

std::string many_rows(const std::string& titles, const std::string& front, const std::string& behind) {
    std::string text = titles;
    for (int i = 10; i < 40; ++i) text += "2026-03-16 08:" + std::to_string(i) + front + std::to_string(i) + behind;
    return text;
}

TEST(LogMoreSystems, DatabasesWriteTitlesInOneWord) {
    const CallLog log = log_of(
        "ROW_DATE,STARTTIME,SPLIT,CALLSOFFERED,ACDCALLS,ABNCALLS,ACDTIME,ACWTIME,HOLDTIME\n"
        "2026-03-16,800,101,10,9,1,1800,270,90\n2026-03-16,830,101,20,20,0,4000,400,200\n");
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(log.intervals[0].offered, 10.0);
    EXPECT_EQ(log.intervals[0].abandoned, 1.0);
    EXPECT_EQ(log.intervals[0].handling_s, (1800.0 + 270 + 90) / 9);
    EXPECT_EQ(log_of("queue_id,interval_start,n_offered,n_handled\n1,2026-03-16 08:00,10,9\n").intervals[0].offered,
              10.0);
}

TEST(LogMoreSystems, TitlesStandBehindDots) {
    const CallLog log = log_of(
        "ContactId,InitiationMethod,Queue.Name,Queue.EnqueueTimestamp,Queue.Duration,Agent.AgentInteractionDuration,"
        "Agent.CustomerHoldDuration,Agent.AfterContactWorkDuration\n1,INBOUND,A,2026-03-16T08:00:00Z,5,100,20,30\n");
    ASSERT_EQ(log.calls.size(), 1u);
    EXPECT_EQ(log.calls[0].handling_s, 150.0);
}

TEST(LogMoreSystems, WordsCutShortAreNoOthers) {
    EXPECT_THAT(asked("Date,Time,Abgebr.Anrufe,AHT\n2026-03-16,08:00,1,240\n2026-03-16,08:30,2,240\n"),
                ElementsAre(HasSubstr("Abgebr.Anrufe")));
}

TEST(LogMoreSystems, DurationsAndLengthsAreTimes) {
    const CallLog log = log_of(
        "Start,Queue,Waiting Duration,Talk Length,Wrap-Up Duration,Outcome\n2026-03-16 08:01:00,A,12,100,30,Handled\n");
    EXPECT_EQ(log.calls[0].wait_s, 12.0);
    EXPECT_EQ(log.calls[0].handling_s, 130.0);
}

TEST(LogMoreSystems, DurationsMayBeThoseOfIso8601) {
    const CallLog log = log_of(
        "Start,Wait,Handle Time,Abandoned\n2026-03-16 08:01:00,PT12S,PT4M10S,N\n2026-03-16 08:02:00,PT9.5S,P0DT1H,N\n");
    EXPECT_EQ(log.calls[0].handling_s, 250.0);
    EXPECT_EQ(log.calls[1].handling_s, 3600.0);
    EXPECT_EQ(log.calls[1].wait_s, 9.5);
    EXPECT_THAT(asked("Start,Handle Time,Abandoned\n2026-03-16 08:01:00,PT12S,N\n2026-03-16 08:01:00,PT4S10M,N\n"),
                ElementsAre(HasSubstr("PT4S10M")));
}

TEST(LogMoreSystems, SignsOfSumsAreSums) {
    EXPECT_EQ(log_of("Issue key,Created,Resolved,\u03A3 Time Spent\nA-1,2026-03-16 08:00,,1800\n").items[0].handling_s,
              1800.0);
}

TEST(LogMoreSystems, ItemsHaveTitlesOfTheirSystem) {
    const CallLog log = log_of(
        "Ticket ID,Ticket created - Timestamp,Ticket group,Ticket solved - Timestamp\n"
        "1,2026-03-16T08:00:00,A,2026-03-16T10:00:00\n2,2026-03-16T09:00:00,B,2026-03-16T10:00:00\n");
    ASSERT_EQ(log.items.size(), 2u);
    EXPECT_THAT(log.queues, ElementsAre("A", "B"));
    EXPECT_EQ(log.items[0].resolved_after_s, 7200.0);
    EXPECT_THAT(
        log_of("Case Origin,Date/Time Opened,Date/Time Closed\nPhone,3/16/2026 8:00 AM,3/16/2026 9:00 AM\n").queues,
        ElementsAre("Phone"));
    EXPECT_THAT(log_of("Queue,Erstellt,Geschlossen\nPost::Verkauf,16.03.2026 08:00,16.03.2026 09:00\n").queues,
                ElementsAre("Post::Verkauf"));
}

TEST(LogMoreSystems, WhoWasNotAnsweredGaveUp) {
    const CallLog log = log_of(
        "Date,Interval,Offered,Answered\n2026-03-16,08:00,10,9\n2026-03-16,08:30,10,7\n2026-03-16,09:00,10,11\n"
        "2026-03-17,08:00,10,10\n");
    EXPECT_TRUE(notes(log, LogNoteKind::abandoned_by_rest));
    EXPECT_EQ(log.intervals[0].abandoned, 1.0);
    EXPECT_EQ(log.intervals[1].abandoned, 2.0);  // one of three waited on and was answered after 09:00
    EXPECT_EQ(log.intervals[2].abandoned, 0.0);
    const CallLog blocked = log_of("Date,Interval,Offered,Answered,Blocked\n2026-03-16,08:00,10,7,2\n");
    EXPECT_EQ(blocked.intervals[0].abandoned, 1.0);
    EXPECT_FALSE(notes(log_of("Date,Interval,Offered,Answered,Abandoned\n2026-03-16,08:00,10,7,1\n"),
                       LogNoteKind::abandoned_by_rest));
}

TEST(LogMoreSystems, WhatEachCallHasForItselfIsNoQueue) {
    for (const std::string title : {"Channel", "Line"}) {
        const CallLog log =
            log_of(many_rows("Start," + title + ",Duration,Disposition\n", ":00,SIP/", ",100,ANSWERED\n"));
        EXPECT_THAT(log.queues, ElementsAre("")) << title;
        EXPECT_EQ(log.calls.size(), 30u);
        const CallLog stated =
            log_of(many_rows("Start," + title + ",Duration,Disposition\n", ":00,SIP/", ",100,ANSWERED\n"),
                   {.columns = {{"queue", title}}});
        EXPECT_EQ(stated.queues.size(), 30u) << "as the user says";
    }
    std::string skills = "Date,Interval,Skill,Calls\n";
    for (int i = 10; i < 40; ++i) skills += "2026-03-16,08:00,S" + std::to_string(i) + ",5\n";
    EXPECT_EQ(log_of(skills).queues.size(), 30u);
}

TEST(LogMoreSystems, MailsAndChatsOfAQueueAreWorkOfTheirOwn) {
    const CallLog log = log_of(
        "Start,Media Type,Queue,Handle Time,Abandoned\n2026-03-16 08:01:00,voice,Sales,200,N\n"
        "2026-03-16 08:02:00,email,Sales,900,N\n2026-03-16 08:03:00,chat,Service,600,N\n");
    EXPECT_THAT(log.queues, ElementsAre("Sales", "Sales email", "Service chat"));
    EXPECT_TRUE(notes(log, LogNoteKind::queues_by_medium));
    const CallLog calls =
        log_of("Start,Media Type,Queue,Handle Time,Abandoned\n2026-03-16 08:01:00,voice,Sales,200,N\n");
    EXPECT_THAT(calls.queues, ElementsAre("Sales"));
}

TEST(LogMoreSystems, CallsWithinTheHouseAreLeftOut) {
    const CallLog log = log_of(
        "Datum;Zeit;Richtung;Status;Dauer\n16.03.2026;08:01:00;kommend;angenommen;100\n"
        "16.03.2026;08:02:00;intern;angenommen;20\n");
    EXPECT_EQ(log.calls.size(), 1u);
    EXPECT_TRUE(notes(log, LogNoteKind::outbound));
}

TEST(LogMoreSystems, PartsOfCallsAreTold) {
    const std::string titles = "Call ID,Start,Queue,Handle Time,Abandoned\n";
    const CallLog log = log_of(titles + "1,2026-03-16 08:01:00,A,200,N\n1,2026-03-16 08:05:00,B,100,N\n");
    EXPECT_TRUE(notes(log, LogNoteKind::calls_in_parts));
    EXPECT_FALSE(notes(log, LogNoteKind::calls_twice));
    const CallLog twice = log_of(titles + "1,2026-03-16 08:01:00,A,200,N\n1,2026-03-16 08:01:00,A,200,N\n");
    EXPECT_FALSE(notes(twice, LogNoteKind::calls_in_parts));
    EXPECT_TRUE(notes(twice, LogNoteKind::calls_twice));
}

TEST(LogMoreSystems, OutcomesAreKnownByTheirFirstWord) {
    const CallLog log =
        log_of("Start,Outcome\n2026-03-16 08:01:00,Abandoned in queue 3\n2026-03-16 08:02:00,Answered - transferred\n");
    EXPECT_EQ(log.calls[0].end, CallEnd::abandoned);
    EXPECT_EQ(log.calls[1].end, CallEnd::answered);
    EXPECT_THAT(
        asked("Start,Outcome,Talk\n2026-03-16 08:01:00,Answered by agent,9\n2026-03-16 08:02:00,Abandoned Queue,\n"),
        testing::Not(testing::Contains(HasSubstr("Outcome"))));
}

TEST(LogMoreSystems, AQueueOfAnsweredAndMissedIsAnOutcome) {
    const CallLog log = log_of(
        "Date,Time,Call Type,Duration\n2026-03-16,08:01:00,Answered,100\n"
        "2026-03-16,08:02:00,Missed,\n");
    EXPECT_THAT(log.queues, ElementsAre(""));
    EXPECT_EQ(log.calls[1].end, CallEnd::abandoned);
}

TEST(LogMoreSystems, ClocksMayNameTheirZone) {
    EXPECT_EQ(log_of("Date,Time,Calls\n2026-03-16,08:00 CET,5\n2026-03-16,08:30 MEZ,6\n").intervals[1].start,
              Minutes{510});
}

TEST(LogMoreSystems, WhichDayOrTimeIsMeantIsAsked) {
    const std::string days =
        "Vorgang;Anlagedatum;Lieferdatum;Anlagezeit\nA;16.03.2026;19.03.2026;08:10:00\n"
        "B;16.03.2026;20.03.2026;17:20:00\n";
    EXPECT_THAT(asked(days), ElementsAre(HasSubstr("--columns \"date=Anlagedatum\"")));
    const CallLog log = log_of("Vorgang;Anlagedatum;Anlagezeit;Status\nA;16.03.2026;08:10:00;erledigt\n",
                               {.columns = {{"time", "Anlagezeit"}}});
    ASSERT_EQ(log.calls.size(), 1u);
    EXPECT_EQ(log.calls[0].date, Date{std::chrono::year{2026} / std::chrono::March / 16});
    EXPECT_THAT(asked("Anlagedatum;Anlagezeit;Status;Dauer\n16.03.2026;08:10:00;erledigt;100\n"),
                ElementsAre(AllOf(HasSubstr("--columns \"time=Anlagezeit\""), HasSubstr("--open"))));
    EXPECT_THAT(asked("Datum;Rufdauer;Status;Dauer\n16.03.2026;00:04:10;erledigt;100\n"),
                ElementsAre(testing::Not(HasSubstr("time=Rufdauer"))));
}

TEST(LogMoreSystems, AStatedTitleThatStandsTwiceIsAskedAbout) {
    const std::string text = ";;A;;B;\nDatum;Zeit;Plan;Ist;Plan;Ist\n16.03.2026;08:00;9;5;9;7\n";
    EXPECT_THAT(asked(text, {.columns = {{"offered", "Ist"}}, .handling_time_given = true}),
                ElementsAre(HasSubstr("offered=#4 / offered=#6")));
}

TEST(LogMoreSystems, WholeRowsInQuotesAreRows) {
    const CallLog log = log_of("\"Date,Time,Queue,Calls\"\r\n\"2026-03-16,08:00,\"\"A, B\"\",5\"\r\n");
    ASSERT_EQ(log.intervals.size(), 1u);
    EXPECT_THAT(log.queues, ElementsAre("A, B"));
    EXPECT_EQ(log_of("\"Time\"\n\"2026-03-16 08:00:10\"\n").calls.size(), 1u);
}

TEST(LogMoreSystems, NamesOfFiguresInGerman) {
    const CallLog log = log_of(
        "Warteschlange;Datum;Intervall;Empfangene Kontakte;Beantwortete Kontakte;Abgebrochene Kontakte;Std.\n"
        "A;16.03.2026;08:00 - 08:30;10;9;1;3\nB;16.03.2026;08:00 - 08:30;20;19;1;3\n");
    EXPECT_THAT(log.queues, UnorderedElementsAre("A", "B"));
    EXPECT_EQ(offered_of(log), 30.0);
    EXPECT_EQ(log.intervals[0].abandoned, 1.0);
}

TEST(LogMoreSystems, WhatWasPredictedIsNotWhatCame) {
    const CallLog log = log_of(
        "Date,Interval,Fcst Contacts Received,Actual Contacts Received,Forecasted AHT,Actual AHT\n"
        "2026-03-16,08:00,12,10,250,240\n");
    EXPECT_EQ(log.intervals[0].offered, 10.0);
    EXPECT_EQ(log.intervals[0].handling_s, 240.0);
}

}  // namespace
}  // namespace freiton::input
