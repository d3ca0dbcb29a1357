// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using test::monday;
using test::office_week;
using testing::ElementsAre;

std::vector<std::string> calendar_said(const CalendarParts& parts) {
    Problems problems;
    Calendar::check(parts, problems);
    return test::lines_of(problems);
}

// 08:00 to 18:00 is 20 half hours, 08:00 to 14:00 is 12: 4 x 20 + 12 = 92.
TEST(Calendar, AFridayWithShorterHoursHasFewerIntervals) {
    CalendarParts parts{.first_day = monday, .days = 5, .open = office_week(8h, 18h)};
    parts.open[4] = {{8h, 14h}};
    const Calendar calendar{parts};
    EXPECT_EQ(calendar.intervals().size(), 92u);
    EXPECT_EQ(calendar.first_interval(4), 80u);
    EXPECT_EQ(calendar.first_interval(5), 92u);
    EXPECT_EQ(calendar.end_text(IntervalIndex{91}), "2026-03-06T14:00:00");
}

TEST(Calendar, TheWeekendIsClosedButCounted) {
    const Calendar calendar{{.first_day = monday, .days = 8, .open = office_week(9h, 10h)}};
    EXPECT_EQ(calendar.days(), 8);
    EXPECT_EQ(calendar.open_days(), 6);  // Monday to Friday, and Monday again
    EXPECT_FALSE(calendar.is_open(5));
    EXPECT_FALSE(calendar.is_open(6));
    EXPECT_TRUE(calendar.is_open(7));
    EXPECT_EQ(calendar.intervals()[10].day, 7);  // 5 days x 2 half hours come before it
    EXPECT_EQ(calendar.date(7), monday + std::chrono::days{7});
}

TEST(Calendar, AHolidayIsClosed) {
    const Calendar calendar{
        {.first_day = monday, .days = 3, .open = office_week(9h, 10h), .holidays = {monday + std::chrono::days{1}}}};
    EXPECT_EQ(calendar.open_days(), 2);
    EXPECT_FALSE(calendar.is_open(1));
    EXPECT_EQ(calendar.intervals().size(), 4u);
}

TEST(Calendar, ALunchBreakHasNoIntervals) {
    CalendarParts parts{.first_day = monday};
    parts.open[0] = {{8h, 9h}, {13h, 14h}};
    const Calendar calendar{parts};
    ASSERT_EQ(calendar.intervals().size(), 4u);
    EXPECT_EQ(calendar.intervals()[2].start, Minutes{13h});
    EXPECT_EQ(calendar.intervals()[2].index_in_day, 2);
    EXPECT_EQ(calendar.end_text(IntervalIndex{1}), "2026-03-02T09:00:00");
    EXPECT_EQ(calendar.start_text(IntervalIndex{2}), "2026-03-02T13:00:00");
}

TEST(Calendar, ADayRoundTheClockEndsWhereTheNextBegins) {
    const Calendar calendar{{.first_day = monday, .days = 2, .open = office_week(0h, 24h), .interval = 60min}};
    EXPECT_EQ(calendar.intervals().size(), 48u);
    EXPECT_EQ(calendar.end_text(IntervalIndex{23}), "2026-03-03T00:00:00");
    EXPECT_EQ(calendar.start_text(IntervalIndex{24}), calendar.end_text(IntervalIndex{23}));
}

TEST(Calendar, AnIntervalIsFoundByItsBeginningOnly) {
    CalendarParts parts{.first_day = monday, .days = 2, .open = office_week(8h, 9h)};
    parts.open[0].push_back({13h, 14h});
    const Calendar calendar{parts};
    EXPECT_EQ(calendar.interval_at(monday, 8h), IntervalIndex{0});
    EXPECT_EQ(calendar.interval_at(monday, 13h + 30min), IntervalIndex{3});
    EXPECT_EQ(calendar.interval_at(monday + std::chrono::days{1}, 8h + 30min), IntervalIndex{5});
    EXPECT_EQ(calendar.interval_at(monday, 8h + 15min), std::nullopt);
    EXPECT_EQ(calendar.interval_at(monday, 9h), std::nullopt);  // closed from here on
    EXPECT_EQ(calendar.interval_at(monday, 7h), std::nullopt);
    EXPECT_EQ(calendar.interval_at(monday - std::chrono::days{1}, 8h), std::nullopt);
    EXPECT_EQ(calendar.interval_at(monday + std::chrono::days{2}, 8h), std::nullopt);
}

// 40 h in a week of five open days; ten days from Monday hold eight open ones: 40 h x 8 / 5 = 64 h.
TEST(Calendar, AnFteWorksItsContractWeekOnTheOpenDays) {
    CalendarParts parts{.first_day = monday, .days = 10, .open = office_week(9h, 10h)};
    EXPECT_DOUBLE_EQ(Calendar{parts}.hours_per_fte().count(), 64.0);
    parts.contract_week = Hours{38.5};
    parts.days = 1;
    EXPECT_DOUBLE_EQ(Calendar{parts}.hours_per_fte().count(), 7.7);  // 38.5 / 5
}

TEST(Calendar, TheIntervalMustDivideTheHour) {
    EXPECT_THAT(calendar_said({.first_day = monday, .open = office_week(9h, 10h), .interval = 25min}),
                ElementsAre("calendar.interval: got \"25 min\", must be a whole number of minutes that divides the "
                            "hour: 5, 6, 10, 12, 15, 20, 30 or 60"));
    for (const int length : {5, 6, 10, 12, 15, 20, 30, 60})
        EXPECT_THAT(calendar_said({.first_day = monday, .open = office_week(9h, 10h), .interval = Minutes{length}}),
                    ElementsAre());
}

TEST(Calendar, OpeningTimesFitTheIntervalAndTheSameMistakeIsToldOnce) {
    EXPECT_THAT(calendar_said({.first_day = monday, .open = office_week(8h + 10min, 18h)}),
                ElementsAre("calendar.open.mon: got \"08:10-18:00\", opening times must be multiples of the "
                            "interval, 30 min"));
}

TEST(Calendar, SpansOfADayStandInOrderWithoutOverlap) {
    CalendarParts parts{.first_day = monday};
    parts.open[0] = {{8h, 13h}, {12h, 18h}};
    EXPECT_THAT(calendar_said(parts),
                ElementsAre("calendar.open.mon: got \"12:00-18:00\", overlaps with, or stands before, "
                            "08:00-13:00"));
    parts.open[0] = {{8h, 12h}, {12h, 18h}};  // touching is no overlap
    EXPECT_THAT(calendar_said(parts), ElementsAre());
}

TEST(Calendar, AHorizonWithoutAnOpenDayIsRefused) {
    const std::string closed = "calendar: no day of the horizon is open";
    EXPECT_THAT(calendar_said({.first_day = monday + std::chrono::days{5}, .days = 2, .open = office_week(9h, 10h)}),
                ElementsAre(closed));
    EXPECT_THAT(calendar_said({.first_day = monday, .open = office_week(9h, 10h), .holidays = {monday}}),
                ElementsAre(closed));
}

TEST(Calendar, WrongPartsBreakTheConstructorsContract) { EXPECT_THROW(Calendar{CalendarParts{}}, ContractViolation); }

}  // namespace
}  // namespace freiton
