// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/volume_limits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/model/volumes.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// One Monday, 09:00-11:00 in two hours.
Calendar two_hours() {
    CalendarParts parts{.first_day = test::monday, .interval = 60min};
    parts.open[0] = {{9h, 11h}};
    return Calendar{parts};
}

std::vector<std::string> said_of_limits(const Work& work) {
    Problems problems;
    check_volume_limits(work, two_hours(), "work.c.arrivals", problems);
    return test::lines_of(problems);
}

Work calls_in_an_interval(double mean, Seconds handling_time) {
    return {.name = "c",
            .arrivals = {.per_interval = BySite<PerInterval>{.everywhere = PerInterval{.means = {40, mean}}}},
            .handling_time = {.mean = handling_time}};
}

TEST(VolumeLimits, ACellThatLostItsSeparatorsIsRefused) {
    EXPECT_THAT(said_of_limits(calls_in_an_interval(1e20, 240s)),
                ElementsAre("work.c.arrivals.per_interval: got \"1e+20\", is more than can be meant "
                            "(limit: 1000000 contacts at once or in an interval)"));
    EXPECT_THAT(said_of_limits(calls_in_an_interval(1e6, 240s)), IsEmpty());
}

// A million calls an hour of two hours each: two million people.
TEST(VolumeLimits, SoIsMoreWorkThanATeamMayHavePeople) {
    EXPECT_THAT(said_of_limits(calls_in_an_interval(1e6, 7200s)),
                ElementsAre("work.c.arrivals.per_interval: got \"1e+06\", asks for more people than can be meant "
                            "(limit: 1000000 busy at once)"));
}

TEST(VolumeLimits, FactorsCountAndADayIsSpreadOverItsIntervals) {
    Work work{.name = "c", .arrivals = test::daily(1.9e6), .handling_time = {.mean = 60s}};
    EXPECT_THAT(said_of_limits(work), IsEmpty());  // two intervals of 950,000
    work.arrivals.scale = 2.0;
    EXPECT_EQ(said_of_limits(work).size(), 1u);
}

// 900,000 an hour, and all that comes in 22 closed hours and two open ones counts with two intervals.
TEST(VolumeLimits, PostThatComesWhileClosedCountsToo) {
    Work work = calls_in_an_interval(0, 1s);
    work.kind = WorkKind::backlog;
    work.arrivals.per_interval->everywhere = PerInterval{.means = {9e5}, .same_for_all = true};
    EXPECT_THAT(said_of_limits(work), IsEmpty());
    work.arrivals.around_the_clock = true;
    EXPECT_EQ(said_of_limits(work).size(), 1u);
}

std::vector<std::string> said_of_moment(WorkKind kind, Minutes at) {
    Work work{.name = "p", .kind = kind, .arrivals = test::daily(4), .handling_time = {.mean = 60s}};
    work.arrivals.at = at;
    Problems problems;
    check_moment_of_calls(work, two_hours(), "work.p.arrivals", problems);
    return test::lines_of(problems);
}

TEST(MomentOfCalls, NobodyCallsWhileClosedButPostComes) {
    for (const Minutes at : {Minutes{7h}, Minutes{18h}}) {
        EXPECT_EQ(said_of_moment(WorkKind::call, at).size(), 1u);
        EXPECT_THAT(said_of_moment(WorkKind::backlog, at), IsEmpty());
    }
    EXPECT_THAT(said_of_moment(WorkKind::call, 9h), IsEmpty());
    EXPECT_THAT(said_of_moment(WorkKind::call, 18h),
                ElementsAre("work.p.arrivals.at: got \"18:00\", the office is closed then, and what comes then would "
                            "have to be moved; state a moment within the opening hours"));
}

// 25 October 2026 has its hour of 02:00 twice, 29 March 2026 not at all.
std::vector<double> listed_on(Date day, std::vector<double> means) {
    CalendarParts parts{.first_day = day, .interval = 60min, .time_zone = "Europe/Berlin"};
    parts.open.fill({{0h, 6h}});
    const Calendar calendar{parts};
    const Arrivals arrivals{.per_interval = BySite<PerInterval>{.everywhere = PerInterval{.means = std::move(means)}}};
    Problems problems;
    check_volumes(arrivals, calendar, "work.c.arrivals", problems);
    EXPECT_THAT(problems, IsEmpty());
    return volumes_of_site(arrivals, calendar, "");
}

TEST(VolumesByTheClock, AListGoesByTheWallClockWhenClocksChange) {
    const Date autumn{std::chrono::year{2026} / 10 / 25};
    const Date spring{std::chrono::year{2026} / 3 / 29};
    EXPECT_THAT(listed_on(autumn, {1, 2, 3, 4, 5, 6}), ElementsAre(1, 2, 3, 3, 4, 5, 6));
    EXPECT_THAT(listed_on(spring, {1, 2, 3, 4, 5, 6}), ElementsAre(1, 2, 4, 5, 6));
}

}  // namespace
}  // namespace freiton
