// SPDX-License-Identifier: Apache-2.0
// When things were: rows that say it in unusual ways, or only in part, are read or told, never left out in silence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST(LogMoments, ARowWithNothingButItsMomentIsACallOrAnItem) {
    const CallLog tickets =
        log_of("Created,Resolved,Effort\n2026-03-02 08:00,2026-03-02 09:00,5 min\n2026-03-02 08:30,,\n");
    EXPECT_EQ(tickets.items.size(), 2u);
    const CallLog calls = log_of("Timestamp,Agent,Talk time\n2026-03-02 08:00,Ann,200\n2026-03-02 08:05,,\n");
    ASSERT_EQ(calls.calls.size(), 2u);
    EXPECT_EQ(calls.calls[1].end, CallEnd::abandoned);
    const CallLog with_text = log_of("Timestamp,Agent,Talk time\n2026-03-02 08:00,Ann,200\nMade by night,,\n");
    EXPECT_EQ(with_text.calls.size(), 1u);
    EXPECT_TRUE(notes(with_text, LogNoteKind::rows_without_counts));
}

TEST(LogMoments, DigitsAloneAreSecondsSince1970OrACompactStamp) {
    for (const char* stamp : {"20260302080000", "202603020800", "1772438400", "1772438400000"}) {
        const CallLog log = log_of(std::string{"Timestamp,Offered\n"} + stamp + ",12\n");
        ASSERT_EQ(log.intervals.size(), 1u) << stamp;
        EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-02") << stamp;
        EXPECT_EQ(log.intervals[0].start, Minutes{480}) << stamp;
        EXPECT_EQ(log.time_zone.has_value(), stamp[0] == '1') << stamp;
    }
    for (const char* none : {"20261302080000", "20260302250000", "99999999999", "12345678901234"})
        EXPECT_FALSE(moment_in_digits(none)) << none;
}

TEST(LogMoments, DaysStampedWithMidnightHaveNoTime) {
    for (const char* title : {"Date", "Timestamp"}) {
        const std::string text = std::string{title} + ",Offered\n2026-03-02 00:00,217\n2026-03-03 00:00:00,200\n";
        EXPECT_THAT(asked(text, {.handling_time_given = true}), ElementsAre(HasSubstr("--open 08:00-18:00"))) << title;
        EXPECT_EQ(log_of(text, {.open = OpenSpan{Minutes{480}, Minutes{1080}}}).intervals.size(), 40u) << title;
    }
    const CallLog log = log_of("Date,Offered\n2026-03-02 00:00,3\n2026-03-02 00:30,2\n");
    EXPECT_EQ(log.intervals[1].start, Minutes{30}) << "other rows show that midnight is a time";
}

TEST(LogMoments, EventsWithoutATimeAreWrong) {
    const std::string text = "time,callid,event\n2026-03-02 08:00:00,1,ENTERQUEUE\n";
    EXPECT_THAT(asked(text + ",1,CONNECT\n"),
                Contains(HasSubstr("log.csv:3:1  time: got \"\", must be a time of day")));
    EXPECT_THAT(asked(text + "2026-03-02,1,CONNECT\n"),
                Contains(HasSubstr("log.csv:3:1  time: got \"2026-03-02\", must be a time of day")));
}

TEST(LogMoments, EventsMayStandWithTheNewestFirst) {
    const CallLog log = log_of(
        "time,callid,event\n2026-03-02 08:05:00,1,COMPLETECALLER\n2026-03-02 08:00:10,1,CONNECT\n"
        "2026-03-02 08:00:00,2,ABANDON\n2026-03-02 08:00:00,2,ENTERQUEUE\n2026-03-02 08:00:00,1,ENTERQUEUE\n");
    ASSERT_EQ(log.calls.size(), 2u);
    EXPECT_FALSE(notes(log, LogNoteKind::calls_cut));
    EXPECT_FALSE(notes(log, LogNoteKind::calls_open));
    EXPECT_EQ(log.calls[0].handling_s.value_or(0.0) + log.calls[1].handling_s.value_or(0.0), 290.0);
}

TEST(LogMoments, AnItemThatIsDoneOnADayIsNotOpen) {
    EXPECT_THAT(asked("Created,Resolved,Effort\n2026-03-02 08:00,2026-03-03,20 min\n"),
                ElementsAre(HasSubstr("log.csv:2:2  Resolved: got \"2026-03-03\", must be a time of day")));
    const CallLog log =
        log_of("Created,Resolved,Effort\n2026-03-02 08:00,2026-03-02 09:00,5 min\n2026-03-02 08:30,-,5 min\n");
    EXPECT_TRUE(notes(log, LogNoteKind::items_open));
}

TEST(LogMoments, CallsWithoutADateHaveTheStatedDayOrThatAboveThem) {
    const std::string rows = "time,outcome\n08:00:10,answered\n08:01:00,abandoned\n";
    const CallLog stated = log_of(rows, {.first_day = Date{std::chrono::year{2026} / 3 / 2}});
    ASSERT_EQ(stated.calls.size(), 2u);
    EXPECT_EQ(date_text(stated.calls[1].date), "2026-03-02");
    const CallLog above = log_of("Date: 2026-03-04,\n" + rows);
    EXPECT_EQ(date_text(above.calls[0].date), "2026-03-04");
    EXPECT_TRUE(notes(above, LogNoteKind::date_above));
    EXPECT_TRUE(notes(log_of(rows), LogNoteKind::no_dates));
}

TEST(LogMoments, TicketsWithEffortsOfAFewSecondsAreAskedAboutTheirUnit) {
    const std::string rows = "\n2026-03-02 08:00,2026-03-02 09:00,5\n";
    EXPECT_THAT(asked("Created,Resolved,Effort" + rows), ElementsAre(HasSubstr("--unit min")));
    EXPECT_EQ(log_of("Created,Resolved,Effort (min)" + rows).items[0].handling_s, 300.0);
    EXPECT_TRUE(asked("Created,Resolved,Effort\n2026-03-02 08:00,2026-03-09 09:00,80000\n").empty());
}

}  // namespace
}  // namespace freiton::input
