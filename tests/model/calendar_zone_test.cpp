// SPDX-License-Identifier: Apache-2.0
// Calendars with a time zone: clocks go forward on 2026-03-29 and back on 2026-10-25, both Sundays, in Berlin.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/model/volumes.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr Date clocks_go_forward = std::chrono::sys_days{2026y / 3 / 29};
constexpr Date clocks_go_back = std::chrono::sys_days{2026y / 10 / 25};

Calendar berlin(Date first_day, int days, OpenSpan span) {
    CalendarParts parts{.first_day = first_day, .days = days, .interval = 60min, .time_zone = "Europe/Berlin"};
    parts.open.fill({span});
    return Calendar{parts};
}

std::vector<std::string> starts(const Calendar& calendar) {
    std::vector<std::string> texts;
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i)
        texts.push_back(calendar.start_text(i).substr(11, 5));
    return texts;
}

TEST(CalendarZone, DaysHave23Or25HoursWhereClocksChange) {
    EXPECT_EQ(berlin(clocks_go_forward, 1, {0h, 24h}).intervals().size(), 23u);
    EXPECT_EQ(berlin(clocks_go_back, 1, {0h, 24h}).intervals().size(), 25u);
    EXPECT_EQ(berlin(clocks_go_back, 2, {0h, 24h}).intervals().size(), 49u);
}

TEST(CalendarZone, ANightThatClocksShortenHasOneIntervalLess) {
    const Calendar calendar = berlin(clocks_go_forward, 1, {1h, 4h});
    EXPECT_THAT(starts(calendar), ElementsAre("01:00", "03:00"));
    EXPECT_EQ(calendar.intervals()[1].index_in_day, 2);  // by the wall clock: the hour that is left out has its place
    EXPECT_EQ(calendar.intervals()[1].since_start - calendar.intervals()[0].since_start, 1h);
    EXPECT_EQ(calendar.interval_at(clocks_go_forward, 2h), std::nullopt);
}

TEST(CalendarZone, ANightThatClocksLengthenHasOneIntervalTwice) {
    const Calendar calendar = berlin(clocks_go_back, 1, {1h, 4h});
    EXPECT_THAT(starts(calendar), ElementsAre("01:00", "02:00", "02:00", "03:00"));
    EXPECT_EQ(calendar.interval_at(clocks_go_back, 2h), IntervalIndex{1});
    EXPECT_EQ(calendar.interval_again(IntervalIndex{1}), IntervalIndex{2});
    EXPECT_EQ(calendar.interval_again(IntervalIndex{0}), std::nullopt);
    EXPECT_EQ(calendar.interval_again(IntervalIndex{2}), std::nullopt);
    EXPECT_EQ(calendar.intervals()[2].since_start, 3h);  // 00:00, 01:00, 02:00 and 02:00 again
}

TEST(CalendarZone, OfficeHoursAreTheSameEveryDayButRealTimeShifts) {
    const Calendar calendar = berlin(clocks_go_forward - std::chrono::days{1}, 2, {9h, 10h});
    ASSERT_EQ(calendar.intervals().size(), 2u);
    EXPECT_EQ(calendar.intervals()[0].since_start, 9h);
    EXPECT_EQ(calendar.intervals()[1].since_start, 32h);  // 24 + 9 - 1
}

TEST(CalendarZone, WithoutAZoneEveryDayHas24Hours) {
    CalendarParts parts{.first_day = clocks_go_back, .interval = 60min};
    parts.open.fill({{0h, 24h}});
    EXPECT_EQ(Calendar{parts}.intervals().size(), 24u);
}

TEST(CalendarZone, AnUnknownZoneIsRefused) {
    CalendarParts parts{.first_day = clocks_go_back, .time_zone = "Europe/Berln"};
    parts.open.fill({{9h, 10h}});
    Problems problems;
    Calendar::check(parts, problems);
    EXPECT_THAT(test::lines_of(problems), ElementsAre(testing::HasSubstr("got \"Europe/Berln\", is no time zone")));
}

// The second row of a wall time that is there twice means the second time; a third row is one too many.
TEST(CalendarZone, ATableGivesTheRepeatedHourTwice) {
    VolumeFile file{.path = "t.csv", .found_at = "t.csv"};
    for (const double arrivals : {5.0, 7.0})
        file.rows.push_back({.date = clocks_go_back, .start = 2h, .arrivals = arrivals, .line = 2});
    const Calendar calendar = berlin(clocks_go_back, 1, {1h, 4h});
    Problems problems;
    check_volumes({.file = file}, calendar, "a", problems);
    EXPECT_THAT(problems, ElementsAre());
    EXPECT_THAT(volumes_of_site({.file = file}, calendar, ""), ElementsAre(0, 5, 7, 0));
    file.rows.push_back({.date = clocks_go_back, .start = 2h, .arrivals = 1, .line = 4});
    check_volumes({.file = file}, calendar, "a", problems);
    EXPECT_EQ(problems.size(), 1u);
}

// Lists go by the wall clock: a day of 25 hours takes 24 values, one of them twice.
TEST(CalendarZone, AListHasAValueForEachHourOfTheWallClock) {
    const Calendar calendar = berlin(clocks_go_back, 2, {0h, 24h});
    const auto problems_with = [&](std::size_t size) {
        Problems problems;
        check_interval_list(size, calendar, "a", problems);
        return problems.size();
    };
    EXPECT_EQ(problems_with(23), 1u);
    EXPECT_EQ(problems_with(24), 0u);
    EXPECT_EQ(problems_with(25), 1u);
}

}  // namespace
}  // namespace freiton
