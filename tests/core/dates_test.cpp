// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/dates.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr Date second_of_march = sys_days{2026y / 3 / 2};

TEST(Dates, IsoAndGermanFormsAreTheSameDay) {
    EXPECT_EQ(parse_date("2026-03-02").date, second_of_march);
    EXPECT_EQ(parse_date("02.03.2026").date, second_of_march);
    EXPECT_EQ(parse_date("2.3.2026").date, second_of_march);
}

TEST(Dates, ADateThatDoesNotExistIsToldFromWhatIsNoDate) {
    for (const std::string_view text : {"2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "29.02.2026"}) {
        EXPECT_EQ(parse_date(text).date, std::nullopt) << text;
        EXPECT_EQ(parse_date(text).error, DateError::does_not_exist) << text;
    }
    for (const std::string_view text : {"", "tomorrow", "2026-03", "26-03-02", "2026/03/02", "2026-03-02-01",
                                        "2026-03-02T08:00", " 2026-03-02", "2026--02", "02.03.26", "-2026-03-02"}) {
        EXPECT_EQ(parse_date(text).date, std::nullopt) << text;
        EXPECT_EQ(parse_date(text).error, DateError::not_a_date) << text;
    }
}

TEST(Dates, DaysAndMonthsBeyond255DoNotWrapRound) {
    EXPECT_FALSE(parse_date("2026-03-258").date);  // not 2026-03-02
    EXPECT_FALSE(parse_date("2026-257-02").date);  // not 2026-01-02
}

TEST(Dates, LeapDaysExistInLeapYearsOnly) {
    EXPECT_TRUE(parse_date("2028-02-29").date);
    EXPECT_TRUE(parse_date("2000-02-29").date);
    EXPECT_FALSE(parse_date("2100-02-29").date);  // divisible by 100, not by 400
}

TEST(Dates, TheWeekBeginsOnMonday) {
    for (std::size_t day = 0; day < 7; ++day)
        EXPECT_EQ(weekday_index(second_of_march + std::chrono::days{day}), day) << weekday_names[day];
}

TEST(Dates, WhatIsWrittenReadsBack) {
    EXPECT_EQ(date_text(second_of_march), "2026-03-02");
    for (const Date date : {Date{sys_days{1999y / 12 / 31}}, Date{sys_days{2028y / 2 / 29}}})
        EXPECT_EQ(parse_date(date_text(date)).date, date);
}

TEST(Clock, ReadsMinutesSinceMidnight) {
    EXPECT_EQ(parse_clock("00:00"), 0min);
    EXPECT_EQ(parse_clock("8:30"), 510min);  // 8 x 60 + 30
    EXPECT_EQ(parse_clock("08:30:00"), 510min);
    EXPECT_EQ(parse_clock("24:00"), 1440min);
}

TEST(Clock, RefusesTimesThatNoClockShows) {
    for (const std::string_view text :
         {"", "8", "08:60", "24:01", "25:00", "-1:00", "08:30:15", "08:30:00:00", "8.30", "08:", "8:30 pm"})
        EXPECT_EQ(parse_clock(text), std::nullopt) << text;
}

TEST(Clock, WritesHoursAndMinutes) {
    EXPECT_EQ(clock_text(0min), "00:00");
    EXPECT_EQ(clock_text(485min), "08:05");  // 8 x 60 + 5
    EXPECT_EQ(clock_text(1440min), "24:00");
}

TEST(LocalTime, TheEndOfADayIsTheBeginningOfTheNext) {
    EXPECT_EQ(local_time_text(second_of_march, 480min), "2026-03-02T08:00:00");
    EXPECT_EQ(local_time_text(second_of_march, 1440min), "2026-03-03T00:00:00");
    EXPECT_EQ(local_time_text(sys_days{2026y / 12 / 31}, 1440min), "2027-01-01T00:00:00");
}

}  // namespace
}  // namespace freiton
