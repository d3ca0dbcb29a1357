// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/time_line.hpp"

#include "freiton/model/beyond_horizon.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr double day_s = 86'400.0;

// Friday to Monday, 09:00 to 10:00 in two half hours; Saturday and Sunday are closed.
CalendarParts over_a_weekend() {
    return {.first_day = test::monday + std::chrono::days{4}, .days = 4, .open = test::office_week(9h, 10h)};
}

std::vector<double> starts_h(const TimeLine& line) {
    std::vector<double> hours;
    for (const kernel::Slot& slot : line.slots) hours.push_back((slot.start - line.origin_s) / 3600.0);
    return hours;
}

TEST(TimeLine, SkipsWhatIsClosed) {
    const TimeLine line = time_line(Calendar{over_a_weekend()}, 0, 0);
    EXPECT_THAT(starts_h(line), ElementsAre(9.0, 9.5, 72.0 + 9.0, 72.0 + 9.5));
    EXPECT_THAT(line.interval, ElementsAre(0, 1, 2, 3));
    ASSERT_EQ(line.day_close.size(), 2u);
    EXPECT_EQ(line.day_close[1] - line.origin_s, 82.0 * 3600.0);
    EXPECT_FALSE(line.slots[0].closes);
    EXPECT_TRUE(line.slots[1].closes);
    EXPECT_TRUE(line.slots[2].opens);
    EXPECT_EQ(line.slots[2].day, 1);
}

// Warm-up repeats the first open day on the days before, the days after repeat the last; both count for no interval.
TEST(TimeLine, HasDaysBeforeAndAfterThatCountForNothing) {
    const TimeLine line = time_line(Calendar{over_a_weekend()}, 1, 2);
    EXPECT_THAT(starts_h(line), ElementsAre(-15.0, -14.5, 9.0, 9.5, 81.0, 81.5, 105.0, 105.5, 129.0, 129.5));
    EXPECT_THAT(line.interval, ElementsAre(0, 1, 0, 1, 2, 3, 2, 3, 2, 3));
    EXPECT_EQ(line.first_horizon_slot, 2);
    EXPECT_EQ(line.end_horizon_slot, 6);
    for (std::size_t s = 0; s < line.slots.size(); ++s)
        EXPECT_EQ(line.slots[s].cell, s < 2 || s >= 6 ? 4 : static_cast<int>(s) - 2);
}

TEST(TimeLine, RoundTheClockNeverClosesBetweenDays) {
    CalendarParts parts = over_a_weekend();
    parts.open.fill({{0h, 24h}});
    parts.days = 2;
    const TimeLine line = time_line(Calendar{parts}, 0, 0);
    ASSERT_EQ(line.slots.size(), 96u);
    for (std::size_t s = 0; s + 1 < line.slots.size(); ++s) EXPECT_FALSE(line.slots[s].closes) << s;
    EXPECT_FALSE(line.slots[48].opens);
}

// What lies there on Monday morning came when Friday closed; on Friday morning: when Thursday did.
TEST(TimeLine, AnOpeningBacklogCameAtTheCloseOfTheOpenDayBefore) {
    CalendarParts parts = over_a_weekend();
    EXPECT_EQ(time_line(Calendar{parts}, 0, 0).opening_arrival_s - time_line(Calendar{parts}, 0, 0).origin_s,
              -day_s + 10.0 * 3600.0);
    parts.first_day = test::monday;
    const TimeLine line = time_line(Calendar{parts}, 0, 0);
    EXPECT_EQ(line.opening_arrival_s - line.origin_s, -3.0 * day_s + 10.0 * 3600.0);
}

int days_until_due(const std::optional<Deadline>& within) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open = test::office_week(8h, 18h);
    Work letters{
        .name = "letters", .kind = WorkKind::backlog, .arrivals = test::daily(5), .handling_time = {.mean = 5min}};
    if (within) letters.backlog_target = BacklogTarget{Share{0.9}, {}, {}, *within, Scope::horizon};
    parts.work = {letters};
    parts.teams[0].handles = {"letters"};
    return days_until_all_is_due(Scenario{parts});
}

// One day to spare beyond the deadline: two working days end with the second day after; four opening hours of a day of
// ten with the next; 26 hours on the wall with the next but one.
TEST(TimeLine, GoesOnUntilWhatCameInTheHorizonIsDue) {
    EXPECT_EQ(days_until_due(std::nullopt), 1);
    EXPECT_EQ(days_until_due(Deadline{.working_days = 2, .clock = Clock::working_days}), 3);
    EXPECT_EQ(days_until_due(Deadline{.time = 4h}), 2);
    EXPECT_EQ(days_until_due(Deadline{.time = 26h, .clock = Clock::wall}), 3);
    EXPECT_EQ(days_until_all_is_due(Scenario{test::one_hour_of_sales()}), 0);
}

}  // namespace
}  // namespace freiton::simulation
