// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/open_slots.hpp"
#include "freiton/model/beyond_horizon.hpp"

#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

Deadline opening_hours(Seconds time) { return {.time = time, .clock = Clock::opening_hours}; }
Deadline working_days(int days) { return {.working_days = days, .clock = Clock::working_days}; }
Deadline wall(Seconds time) { return {.time = time, .clock = Clock::wall}; }

// Thursday 2026-03-05 to Tuesday, 09:00 to 11:00 in half hours: slots 0-3 Thu, 4-7 Fri, 8-11 Mon, 12-15 Tue.
OpenSlots over_a_weekend() {
    const Calendar calendar{
        {.first_day = test::monday + std::chrono::days{3}, .days = 6, .open = test::office_week(9h, 11h)}};
    return open_slots(calendar);
}

TEST(OpenSlots, OpeningHoursSkipTheClosedTime) {
    const OpenSlots slots = over_a_weekend();
    ASSERT_EQ(slots.size(), 16u);
    EXPECT_EQ(due_slot(slots, opening_hours(1h), 0), 1u);     // 09:00 and 09:30
    EXPECT_EQ(due_slot(slots, opening_hours(1h), 7), 8u);     // Friday's last half hour and Monday's first
    EXPECT_EQ(due_slot(slots, opening_hours(75min), 0), 1u);  // the third half hour would end too late
    EXPECT_EQ(due_slot(slots, opening_hours(10min), 5), 5u);  // shorter than a slot
    EXPECT_EQ(due_slot(slots, opening_hours(100h), 5), 15u);  // the horizon ends
}

TEST(OpenSlots, WorkingDaysEndAtTheCloseOfTheKthOpenDayAfter) {
    const OpenSlots slots = over_a_weekend();
    EXPECT_EQ(due_slot(slots, working_days(0), 1), 3u);
    EXPECT_EQ(due_slot(slots, working_days(1), 1), 7u);
    EXPECT_EQ(due_slot(slots, working_days(1), 5), 11u);  // Friday's post is due on Monday
    EXPECT_EQ(due_slot(slots, working_days(2), 9), 15u);
}

TEST(OpenSlots, TheWallClockRunsOverTheWeekend) {
    const OpenSlots slots = over_a_weekend();
    EXPECT_EQ(due_slot(slots, wall(1h), 0), 1u);
    EXPECT_EQ(due_slot(slots, wall(24h), 1), 4u);  // Friday 09:30: the slot that ends then
    EXPECT_EQ(due_slot(slots, wall(24h), 6), 7u);  // Saturday 10:00: by Friday's close
    EXPECT_EQ(due_slot(slots, wall(10min), 6), 6u);
}

// What was there came at the close of the last open day before: Wednesday 11:00, 13 hours before Thursday begins.
TEST(OpenSlots, TheOpeningBacklogCameAtTheLastClose) {
    const OpenSlots slots = over_a_weekend();
    EXPECT_EQ(due_slot_of_opening_backlog(slots, opening_hours(1h), 13h), 1u);
    EXPECT_EQ(due_slot_of_opening_backlog(slots, working_days(1), 13h), 3u);
    EXPECT_EQ(due_slot_of_opening_backlog(slots, working_days(2), 13h), 7u);
    EXPECT_EQ(due_slot_of_opening_backlog(slots, working_days(0), 13h), 0u);  // late already
    EXPECT_EQ(due_slot_of_opening_backlog(slots, wall(23h), 13h), 1u);        // Thursday 10:00
    EXPECT_EQ(due_slot_of_opening_backlog(slots, wall(2h), 13h), 0u);         // in the night, so late already
}

TEST(OpenSlots, TheLastCloseIsThatOfTheLastOpenDayBefore) {
    CalendarParts parts{.first_day = test::monday, .open = test::office_week(9h, 11h)};
    EXPECT_EQ(closed_before(Calendar{parts}), 2 * 24h + 13h);  // since Friday 11:00
    parts.holidays = {test::monday - std::chrono::days{3}};
    EXPECT_EQ(closed_before(Calendar{parts}), 3 * 24h + 13h);
}

}  // namespace
}  // namespace freiton::analytic
