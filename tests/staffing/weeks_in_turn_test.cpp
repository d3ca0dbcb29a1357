// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/weeks_in_turn.hpp"

#include <gmock/gmock.h>

#include "freiton/staffing/independent_parts.hpp"
#include "model/small_scenario.hpp"

namespace freiton::staffing {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

// Nine weeks from a Monday on, two intervals on each of five open days; letters are due at the close of the next one,
// so that two open days fill the office.
ScenarioParts nine_weeks_of_letters() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 63;
    parts.work.push_back({.name = "letters",
                          .kind = WorkKind::backlog,
                          .arrivals = test::daily(5),
                          .handling_time = {.mean = 3min},
                          .backlog_target = BacklogTarget{
                              .done = Share{0.9}, .within = {.working_days = 1, .clock = Clock::working_days}}});
    parts.teams[0].handles.emplace_back("letters");
    return parts;
}

TEST(WeeksInTurn, WeeksThatAreAlikeAreOne) {
    const auto weeks = weeks_in_turn(Scenario{nine_weeks_of_letters()});
    ASSERT_EQ(weeks.size(), 2U);
    EXPECT_THAT(weeks[0].begins, ElementsAre(0));
    EXPECT_EQ(weeks[0].lead_in, 0U);
    EXPECT_EQ(weeks[0].scenario.intervals(), 10U);
    EXPECT_EQ(weeks[1].lead_in, 4U);
    EXPECT_EQ(weeks[1].scenario.intervals(), 14U);
    EXPECT_THAT(weeks[1].begins, ElementsAre(6, 16, 26, 36, 46, 56, 66, 76));
    EXPECT_TRUE(weeks[0].in_turn && weeks[1].in_turn);
}

TEST(WeeksInTurn, AHolidayMakesItsWeekAndTheNextDifferent) {
    ScenarioParts parts = nine_weeks_of_letters();
    parts.calendar.holidays = {test::monday + std::chrono::days{18}};  // Friday of the third week
    const auto weeks = weeks_in_turn(Scenario{parts});
    ASSERT_EQ(weeks.size(), 4U);
    EXPECT_THAT(weeks[1].begins, ElementsAre(6, 34, 44, 54, 64, 74));  // from the fifth week on, too
    EXPECT_EQ(weeks[2].scenario.intervals(), 12U);
    EXPECT_THAT(weeks[3].begins, ElementsAre(24));  // Wednesday and Thursday stand before it
}

TEST(WeeksInTurn, DemandOfATableMakesAWeekDifferent) {
    ScenarioParts parts = nine_weeks_of_letters();
    parts.work[0].arrivals = {.file = VolumeFile{.path = "calls.csv", .found_at = "calls.csv"}};
    int line = 2;
    for (int day = 0; day < 63; ++day)
        for (const Minutes start : {Minutes{9h}, Minutes{9h + 30min}})
            if (day % 7 < 5)
                parts.work[0].arrivals.file->rows.push_back({.date = test::monday + std::chrono::days{day},
                                                             .start = start,
                                                             .arrivals = day / 7 == 3 ? 12.0 : 10.0,
                                                             .line = line++});
    const auto weeks = weeks_in_turn(Scenario{parts});
    ASSERT_EQ(weeks.size(), 4U);  // the first, those alike, the busy one, and the one after it
    EXPECT_THAT(weeks[1].begins, ElementsAre(6, 16, 46, 56, 66, 76));
    EXPECT_EQ(weeks[2].scenario.arrivals(WorkIndex{0})[4], 12.0);
    EXPECT_EQ(weeks[2].scenario.arrivals(WorkIndex{0})[3], 10.0);  // its lead-in
}

TEST(WeeksInTurn, WhatLiesThereAtTheStartConcernsTheFirstOne) {
    ScenarioParts parts = nine_weeks_of_letters();
    parts.work[1].opening_backlog = {.everywhere = 40.0};
    const auto weeks = weeks_in_turn(Scenario{parts});
    EXPECT_EQ(weeks[0].scenario.work()[1].opening_backlog.everywhere, 40.0);
    EXPECT_FALSE(weeks[1].scenario.work()[1].opening_backlog.everywhere);
}

TEST(WeeksInTurn, ShortHorizonsAndWhatSpansWeeksStayWhole) {
    const auto is_whole = [](auto change) {
        ScenarioParts parts = nine_weeks_of_letters();
        change(parts);
        return weeks_in_turn(Scenario{parts}).empty();
    };
    EXPECT_FALSE(is_whole([](ScenarioParts&) {}));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) { parts.calendar.days = 56; }));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) { parts.calendar.repeats = true; }));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) { parts.work[1].backlog_target->within.working_days = 9; }));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) {
        parts.work[0].leads_to = {{.work = "letters", .share = Share{0.1}, .after = Hours{48.0}}};
    }));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) { parts.plan.alike = {0, 1}; }));
    EXPECT_TRUE(is_whole([](ScenarioParts& parts) { parts.plan.assurance_days = Share{0.9}; }));
}

// Its own intervals, on all weeks like it; days that only fill the office keep their numbers.
TEST(WeeksInTurn, APartIsPutWithoutItsLeadIn) {
    const Scenario scenario{nine_weeks_of_letters()};
    const auto parts = independent_parts(scenario);
    ASSERT_EQ(parts.size(), 2U);
    StaffingPlan whole{{std::vector<int>(90, 1)}};
    parts[1].put({{std::vector<int>(14, 7)}}, whole);
    EXPECT_EQ(std::count(whole.agents[0].begin(), whole.agents[0].begin() + 10, 1), 10);
    EXPECT_EQ(std::count(whole.agents[0].begin() + 10, whole.agents[0].end(), 7), 80);
}

}  // namespace
}  // namespace freiton::staffing
