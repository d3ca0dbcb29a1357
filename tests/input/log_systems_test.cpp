// SPDX-License-Identifier: Apache-2.0
// Exports of well-known systems in small: their titles are those of the systems' own reports, their figures made up.
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

// Sums ("ACD Time") stand beside means; date and skill stand above.
TEST(LogSystems, AvayaSplitSkillIntervals) {
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

TEST(LogSystems, GenesysIntervalsInUtc) {
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

TEST(LogSystems, CiscoQueueActivity) {
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
TEST(LogSystems, AsterisksOwnFile) {
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

TEST(LogSystems, Five9CallLog) {
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

TEST(LogSystems, AmazonConnectContacts) {
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

TEST(LogSystems, TicketsOfThreeSystems) {
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

// Cisco's codes: 1 abandoned, 2 handled.
TEST(LogSystems, CiscoCallsHaveCodesForTheirEnds) {
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

}  // namespace
}  // namespace freiton::input
