// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_ics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/core/text.hpp"

namespace freiton::input {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;

std::string calendar(const std::string& events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//holidays//DE\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\nUID:1\r\n" + lines + "END:VEVENT\r\n"; }

std::vector<std::string> days_of(const std::string& text, Problems& problems) {
    const Date from{std::chrono::sys_days{year{2026} / 1 / 1}};
    const Date to{std::chrono::sys_days{year{2028} / 12 / 31}};
    std::vector<std::string> days;
    for (const Date day : read_ics(text, "x.ics", from, to, problems)) days.push_back(date_text(day));
    return days;
}
std::vector<std::string> days_of(const std::string& text) {
    Problems problems;
    std::vector<std::string> days = days_of(text, problems);
    EXPECT_THAT(problems, IsEmpty());
    return days;
}

TEST(ReadIcs, AnEventWithoutAnEndIsOneDay) {
    EXPECT_THAT(days_of(calendar(event("DTSTART;VALUE=DATE:20270326\r\nSUMMARY:Karfreitag\r\n"))),
                ElementsAre("2027-03-26"));
}

// The end of a day is the beginning of the next (RFC 5545, section 3.6.1).
TEST(ReadIcs, TheEndOfSeveralDaysIsNotOneOfThem) {
    EXPECT_THAT(days_of(calendar(event("DTSTART;VALUE=DATE:20271230\r\nDTEND;VALUE=DATE:20280102\r\n"))),
                ElementsAre("2027-12-30", "2027-12-31", "2028-01-01"));
    EXPECT_THAT(days_of(calendar(event("DTSTART;VALUE=DATE:20271230\r\nDURATION:P2D\r\n"))),
                ElementsAre("2027-12-30", "2027-12-31"));
}

TEST(ReadIcs, WhatComesEveryYearComesInThoseThatAreAskedFor) {
    EXPECT_THAT(days_of(calendar(event("DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY\r\n"))),
                ElementsAre("2026-01-01", "2027-01-01", "2028-01-01"));
    EXPECT_THAT(days_of(calendar(event("DTSTART;VALUE=DATE:20200101\r\nRRULE:FREQ=YEARLY;COUNT=8\r\n"
                                       "EXDATE;VALUE=DATE:20260101\r\n"))),
                ElementsAre("2027-01-01"));
}

// Of an event that never ends only the days that are asked for: from 2026 to before the last of 2028.
TEST(ReadIcs, AnEventWithoutEndIsCutToWhatIsAskedFor) {
    EXPECT_EQ(days_of(calendar(event("DTSTART;VALUE=DATE:20200101\r\nDTEND;VALUE=DATE:99991231\r\n"))).size(), 1095U);
}

TEST(ReadIcs, DaysComeInOrderAndOnce) {
    const std::string christmas = event("DTSTART;VALUE=DATE:20271225\r\n");
    EXPECT_THAT(days_of(calendar(christmas + event("DTSTART;VALUE=DATE:20270501\r\n") + christmas)),
                ElementsAre("2027-05-01", "2027-12-25"));
}

TEST(ReadIcs, AnAppointmentIsNoClosedDay) {
    Problems problems;
    EXPECT_THAT(days_of(calendar(event("DTSTART:20270326T090000\r\nSUMMARY:Besuch\r\n")), problems), IsEmpty());
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].rule, Rule::holiday_has_time);
    EXPECT_THAT(problems[0].arguments, ElementsAre("Besuch"));
}

TEST(ReadIcs, ATextWithoutEventsIsToldAsOne) {
    for (const std::string& text : {std::string{}, std::string{"date\n2027-01-01\n"}, calendar("")}) {
        Problems problems;
        EXPECT_THAT(days_of(text, problems), IsEmpty());
        ASSERT_EQ(problems.size(), 1U) << text;
        EXPECT_EQ(problems[0].rule, Rule::ics_without_events);
    }
}

}  // namespace
}  // namespace freiton::input
