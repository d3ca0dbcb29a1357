// SPDX-License-Identifier: Apache-2.0
// Post that comes while closed with a promise by the wall clock, as formulas take it.
#include "freiton/analytic/closed_post.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/analytic/pools.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

// Ten items an hour, round the clock, of which one person does ten an hour; open from 8 to 18.
ScenarioParts round_the_clock(Seconds within) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 5, .open = test::office_week(8h, 18h), .interval = 1h};
    parts.work.push_back({.name = "mail",
                          .kind = WorkKind::backlog,
                          .arrivals = {.per_day = {{.everywhere = 240.0}}, .around_the_clock = true},
                          .handling_time = {.law = Law::constant, .mean = 6min},
                          .backlog_target = BacklogTarget{Share{0.5}, {}, {}, {.time = within, .clock = Clock::wall}}});
    parts.teams.push_back({.name = "t", .handles = {"mail"}});
    return parts;
}

ClosedItems sorted(const Scenario& scenario) {
    const Pools pools = pools_of(scenario);
    return *closed_items(scenario, pools.pools[0].post[0]);
}

TEST(ClosedItems, AreSortedByTheTimeThatIsLeft) {
    const Scenario scenario{round_the_clock(Hours{12})};
    const std::size_t tuesday = scenario.calendar().first_interval(1);
    const ClosedItems closed = sorted(scenario);
    // 14 hours closed: in the first two of them came what is late by now, in the others what is not.
    EXPECT_NEAR(closed.late.items[tuesday], 20.0, 1e-9);
    ASSERT_EQ(closed.in_time.size(), 12U);
    for (std::size_t k = 0; k < closed.in_time.size(); ++k) {
        const double hours = static_cast<double>(k);
        EXPECT_NEAR(closed.in_time[k].items[tuesday], 10.0, 1e-9) << k;
        EXPECT_NEAR(Hours{closed.in_time[k].first[tuesday]}.count(), hours + 1.0, 1e-9) << k;
        EXPECT_NEAR(Hours{closed.in_time[k].since[tuesday]}.count(), hours + 0.5, 1e-9) << k;
    }
}

TEST(ClosedItems, NobodyIsLostBetweenTheParts) {
    for (const double hours : {0.5, 1.0, 7.3, 12.0, 30.0, 61.0, 62.0, 100.0}) {
        const Scenario scenario{round_the_clock(Hours{hours})};
        const ClosedItems closed = sorted(scenario);
        double items = std::accumulate(closed.late.items.begin(), closed.late.items.end(), 0.0);
        for (const ClosedPart& part : closed.in_time)
            items += std::accumulate(part.items.begin(), part.items.end(), 0.0);
        EXPECT_NEAR(items, 8 * 10.0 + 4 * 14 * 10.0, 1e-9) << hours;  // on Monday since midnight
    }
}

// 16 hours: the oldest item of a night has two hours left in the morning, the youngest 16. Three people do 30 an hour;
// the 140 of a night and what comes meanwhile are done in seven hours, each in its time. As if all had come with the
// first, only some 60 of the 140 would be.
TEST(ClosedItems, LeaveTheLaterOfThemTheirTime) {
    const Scenario scenario{round_the_clock(Hours{16})};
    StaffingPlan plan;
    plan.agents.emplace_back(scenario.intervals(), 3);
    const BacklogFigures day = performance(scenario, plan).work[0].backlog.by_day[2];
    EXPECT_NEAR(day.offered, 240.0, 1e-9);
    EXPECT_GT(day.done_in_time_share, 0.95);
}

}  // namespace
}  // namespace freiton::analytic
