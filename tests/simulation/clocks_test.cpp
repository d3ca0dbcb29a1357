// SPDX-License-Identifier: Apache-2.0
// When post is due and when it is done, worked out by hand: nights, weekends, holidays and clock changes.
#include <gtest/gtest.h>

#include <algorithm>

#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;
using kernel::ContactRecord;

constexpr double hour_s = 3600.0;
constexpr double day_h = 24.0;
const Date thursday = test::monday - std::chrono::days{4};
const Deadline next_day{.working_days = 1, .clock = Clock::working_days};

// Thursday to Tuesday, 08:00 to 18:00, on Friday until 16:00; Monday is a holiday. Hours count from Thursday's
// midnight.
CalendarParts long_weekend() {
    CalendarParts calendar{.first_day = thursday, .days = 6, .open = test::office_week(8h, 18h)};
    calendar.open[4] = {{8h, 16h}};
    calendar.holidays = {test::monday};
    return calendar;
}

// Letters of an hour each that all come at one moment of the days on which there are any.
ScenarioParts letters_at(const CalendarParts& calendar, Minutes at, const std::vector<int>& weekdays,
                         const Deadline& within) {
    ScenarioParts parts;
    parts.calendar = calendar;
    Work letters{.name = "letters",
                 .kind = WorkKind::backlog,
                 .arrivals = test::daily(6),
                 .handling_time = {.law = Law::constant, .mean = 1h}};
    letters.arrivals.at = at;
    letters.arrivals.weekdays.fill(0.0);
    for (const int weekday : weekdays) letters.arrivals.weekdays[static_cast<std::size_t>(weekday)] = 1.0;
    letters.backlog_target = BacklogTarget{Share{0.9}, {}, {}, within, Scope::horizon};
    parts.work.push_back(letters);
    parts.teams.push_back({.name = "office", .handles = {"letters"}});
    return parts;
}

struct Letter {
    double came_h, due_h, done_h;
};

// In the order in which they are done; hours from the midnight of the first day.
std::vector<Letter> letters(ScenarioParts parts, int agents = 1) {
    const Scenario scenario{std::move(parts)};
    const TracedContacts traced = trace(scenario, {{std::vector<int>(scenario.intervals(), agents)}}, 0);
    const auto hours = [&](double time) { return (time - traced.world.origin_s) / hour_s; };
    std::vector<Letter> list;
    for (const ContactRecord& record : traced.contacts)
        list.push_back({hours(record.arrival), hours(record.due), hours(record.end)});
    return list;
}

double due_h(const CalendarParts& calendar, Minutes at, int weekday, const Deadline& within) {
    const std::vector<Letter> list = letters(letters_at(calendar, at, {weekday}, within), 50);
    if (list.empty()) return -1.0;
    for (const Letter& letter : list) EXPECT_EQ(letter.due_h, list[0].due_h);
    return list[0].due_h;
}

// Friday 15:00 and four opening hours: one on Friday, three on Tuesday.
TEST(Clocks, OpeningHoursSkipTheWeekendAndTheHoliday) {
    EXPECT_NEAR(due_h(long_weekend(), 15h, 4, Deadline{.time = 4h}), 5 * day_h + 11.0, 1e-9);
}

// Thursday 14:00 and four opening hours are Thursday's close, not Friday's opening, which is the same opening time.
TEST(Clocks, ADeadlineAtTheCloseIsTheClose) {
    EXPECT_NEAR(due_h(long_weekend(), 14h, 3, Deadline{.time = 4h}), 18.0, 1e-9);
}

TEST(Clocks, OpeningHoursSkipTheLunchBreak) {
    CalendarParts calendar = long_weekend();
    calendar.open.fill({{9h, 12h}, {13h, 17h}});
    EXPECT_NEAR(due_h(calendar, 11h, 3, Deadline{.time = 2h}), 14.0, 1e-9);
}

// The first working day after Friday is Tuesday.
TEST(Clocks, WorkingDaysEndAtTheCloseOfAnOpenDay) {
    EXPECT_NEAR(due_h(long_weekend(), 15h, 4, next_day), 5 * day_h + 18.0, 1e-9);
    EXPECT_NEAR(due_h(long_weekend(), 15h, 3, next_day), 1 * day_h + 16.0, 1e-9);
}

TEST(Clocks, WallHoursRunThroughNightsAndWeekends) {
    EXPECT_NEAR(due_h(long_weekend(), 15h, 4, Deadline{.time = 26h, .clock = Clock::wall}), 2 * day_h + 17.0, 1e-9);
}

// Central European clocks go forward on Sunday 29 March 2026 at 02:00. Open from 00:00 to 08:00 that Sunday has seven
// hours: what comes on Saturday at 04:00 with twelve has four left, then seven, then one on Monday, 24 + 23 + 1 hours
// on.
TEST(Clocks, OpeningHoursOfADayOf23HoursAreOneFewer) {
    CalendarParts calendar{.first_day = std::chrono::sys_days{std::chrono::year{2026} / 3 / 28}, .days = 3};
    calendar.open.fill({{0h, 8h}});
    calendar.time_zone = "Europe/Berlin";
    EXPECT_NEAR(due_h(calendar, 4h, 5, Deadline{.time = 12h}), 48.0, 1e-9);
    EXPECT_NEAR(due_h(calendar, 4h, 5, next_day), 24.0 + 7.0, 1e-9);
    EXPECT_NEAR(due_h(calendar, 4h, 5, Deadline{.time = 24h, .clock = Clock::wall}), 28.0, 1e-9);
}

// And back on Sunday 25 October: nine opening hours.
TEST(Clocks, OpeningHoursOfADayOf25HoursAreOneMore) {
    CalendarParts calendar{.first_day = std::chrono::sys_days{std::chrono::year{2026} / 10 / 24}, .days = 3};
    calendar.open.fill({{0h, 8h}});
    calendar.time_zone = "Europe/Berlin";
    EXPECT_NEAR(due_h(calendar, 4h, 5, Deadline{.time = 14h}), 24.0 + 25.0 + 1.0, 1e-9);
}

// An opening backlog of three came at Wednesday's close (18:00 the day before). Four opening hours end on Thursday at
// noon, the first working day with Thursday, 26 hours on the wall on Thursday at 20:00.
TEST(Clocks, AnOpeningBacklogIsAsOldAsTheLastOpenDay) {
    const auto due_of_backlog = [](const Deadline& within) {
        ScenarioParts parts = letters_at(long_weekend(), 15h, {}, within);
        parts.work[0].opening_backlog.everywhere = 3.0;
        const std::vector<Letter> list = letters(std::move(parts), 5);
        EXPECT_EQ(list.size(), 3u);
        for (const Letter& letter : list) {
            EXPECT_NEAR(letter.came_h, -6.0, 1e-9);
            EXPECT_NEAR(letter.done_h, 9.0, 1e-9);
        }
        return list.empty() ? 0.0 : list[0].due_h;
    };
    EXPECT_NEAR(due_of_backlog(Deadline{.time = 4h}), 12.0, 1e-9);
    EXPECT_NEAR(due_of_backlog(next_day), 18.0, 1e-9);
    EXPECT_NEAR(due_of_backlog(Deadline{.time = 26h, .clock = Clock::wall}), 20.0, 1e-9);
}

// One person, an hour each, from Friday 15:30: half of the first is done at closing time, the rest on Tuesday from
// 08:00; the others follow hour by hour.
TEST(Clocks, WhatIsBegunOnFridayIsFinishedAfterTheHoliday) {
    const std::vector<Letter> list = letters(letters_at(long_weekend(), 15h + 30min, {4}, next_day));
    ASSERT_GE(list.size(), 2u);
    for (std::size_t i = 0; i < list.size() && i < 10; ++i)
        EXPECT_NEAR(list[i].done_h, 5 * day_h + 8.5 + static_cast<double>(i), 1e-6) << i;
}

// Letters of nine o'clock have two days, faxes of half past nine four hours: the first letter is done at ten, then come
// the faxes, then the other letters.
TEST(Clocks, WhatIsDueEarliestIsTakenFirst) {
    ScenarioParts parts =
        letters_at(long_weekend(), 9h, {3}, Deadline{.working_days = 2, .clock = Clock::working_days});
    Work faxes = parts.work[0];
    faxes.name = "faxes";
    faxes.arrivals.per_day->everywhere = 5.0;
    faxes.arrivals.at = 9h + 30min;
    faxes.backlog_target->within = Deadline{.time = 4h};
    parts.work.push_back(faxes);
    parts.teams[0].handles = {"letters", "faxes"};
    double last_fax = 0.0, first_letter_after_ten = 1e9;
    for (const Letter& letter : letters(std::move(parts))) {
        if (letter.came_h > 9.25)
            last_fax = std::max(last_fax, letter.done_h);
        else if (letter.done_h > 10.5)
            first_letter_after_ten = std::min(first_letter_after_ten, letter.done_h);
    }
    EXPECT_GT(last_fax, 10.5);
    EXPECT_LT(first_letter_after_ten, 1e9);
    EXPECT_LT(last_fax, first_letter_after_ten);
}

}  // namespace
}  // namespace freiton::simulation
