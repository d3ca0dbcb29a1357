// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/time_zone.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace freiton {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

const std::string berlin = "Europe/Berlin";
constexpr Date ordinary = sys_days{2026y / 3 / 2};
constexpr Date clocks_go_forward = sys_days{2026y / 3 / 29};
constexpr Date clocks_go_back = sys_days{2026y / 10 / 25};

int times_shown(const std::vector<LocalMoment>& day, Minutes wall) {
    return static_cast<int>(std::count_if(day.begin(), day.end(), [&](const auto& now) { return now.wall == wall; }));
}

TEST(TimeZone, NamesAreThoseOfTheIana) {
    for (const std::string name : {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC"})
        EXPECT_TRUE(is_time_zone(name)) << name;
    for (const std::string name : {"", "Europe/Berln", "MESZ", "Berlin", "+01:00", "../etc/passwd"})
        EXPECT_FALSE(is_time_zone(name)) << name;
}

TEST(TimeZone, AnOrdinaryDayHas24Hours) {
    const auto day = local_day(berlin, ordinary, 30min);
    ASSERT_EQ(day.size(), 48u);
    EXPECT_EQ(day.front().wall, 0min);
    EXPECT_EQ(day.back().wall, 23h + 30min);
    // Midnight in Berlin is 23:00 UTC of the day before, in winter.
    EXPECT_EQ(day.front().real_time, Seconds{ordinary.time_since_epoch()} - 1h);
}

TEST(TimeZone, WhenClocksGoForwardAnHourIsLeftOut) {
    const auto day = local_day(berlin, clocks_go_forward, 60min);
    ASSERT_EQ(day.size(), 23u);
    EXPECT_EQ(day[1].wall, 1h);
    EXPECT_EQ(day[2].wall, 3h);
    EXPECT_EQ(day[2].real_time - day[1].real_time, 1h);
    EXPECT_EQ(times_shown(day, 2h), 0);
}

TEST(TimeZone, WhenClocksGoBackAnHourIsShownTwice) {
    const auto day = local_day(berlin, clocks_go_back, 60min);
    ASSERT_EQ(day.size(), 25u);
    EXPECT_EQ(times_shown(day, 2h), 2);
    EXPECT_EQ(day[3].wall, day[2].wall);
    EXPECT_EQ(day[3].real_time - day[2].real_time, 1h);
    EXPECT_EQ(day.back().wall, 23h);
    EXPECT_TRUE(is_shown_twice(berlin, clocks_go_back, 2h + 55min));
    EXPECT_FALSE(is_shown_twice(berlin, clocks_go_back, 3h));
    EXPECT_FALSE(is_shown_twice(berlin, ordinary, 2h));
}

TEST(TimeZone, RealTimeNeverJumps) {
    for (const Date date : {ordinary, clocks_go_forward, clocks_go_back}) {
        const auto day = local_day(berlin, date, 15min);
        for (std::size_t i = 1; i < day.size(); ++i) ASSERT_EQ(day[i].real_time - day[i - 1].real_time, 15min);
        const auto next = local_day(berlin, date + std::chrono::days{1}, 15min);
        EXPECT_EQ(next.front().real_time - day.back().real_time, 15min);
    }
}

}  // namespace
}  // namespace freiton
