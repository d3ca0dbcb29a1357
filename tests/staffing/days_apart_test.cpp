// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/days_apart.hpp"

#include <gtest/gtest.h>

#include "freiton/staffing/independent_parts.hpp"
#include "model/small_scenario.hpp"

namespace freiton::staffing {
namespace {

using namespace std::chrono_literals;
using Begins = std::vector<std::size_t>;

// Monday to Wednesday, two intervals each.
ScenarioParts three_days_of_sales() {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.days = 3;
    return parts;
}

TEST(DaysApart, DaysThatAreAlikeAreOne) {
    const auto days = days_apart(Scenario{three_days_of_sales()});
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days[0].begins, (Begins{0, 2, 4}));
    EXPECT_EQ(days[0].scenario.intervals(), 2U);
    EXPECT_EQ(days[0].scenario.arrivals(WorkIndex{0}), (std::vector{10.0, 20.0}));
}

TEST(DaysApart, DemandMakesADayDifferent) {
    ScenarioParts busy = three_days_of_sales();
    busy.work[0].arrivals.weekdays[1] = 1.5;
    const auto days = days_apart(Scenario{busy});
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].begins, (Begins{0, 4}));
    EXPECT_EQ(days[1].begins, (Begins{2}));
    EXPECT_EQ(days[1].scenario.arrivals(WorkIndex{0}), (std::vector{15.0, 30.0}));
}

TEST(DaysApart, OpeningHoursAndGivenStaffMakeADayDifferent) {
    ScenarioParts shorter = three_days_of_sales();
    shorter.calendar.open[2] = {{9h, 9h + 30min}};
    auto days = days_apart(Scenario{shorter});
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[1].scenario.intervals(), 1U);
    EXPECT_EQ(days[1].scenario.arrivals(WorkIndex{0}), (std::vector{10.0}));

    ScenarioParts given = three_days_of_sales();
    Staff table{.path = "staff.csv"};
    for (int day = 0; day < 3; ++day)
        for (const Minutes start : {Minutes{9h}, Minutes{9h + 30min}})
            table.rows.push_back({test::monday + std::chrono::days{day}, start, day == 1 ? 5 : 4});
    given.teams[0].staff = table;
    days = days_apart(Scenario{given});
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].begins, (Begins{0, 4}));
    EXPECT_EQ(days[1].scenario.teams()[0].staff->agents, (std::vector{5, 5}));
}

TEST(DaysApart, EachSiteKeepsItsDemand) {
    ScenarioParts parts = three_days_of_sales();
    parts.sites = {"Bonn", "Mainz"};
    parts.work[0].arrivals = {.per_day = BySite<double>{.sites = {{"Bonn", 30.0}, {"Mainz", 50.0}}}, .scale = 2.0};
    const auto days = days_apart(Scenario{parts});
    ASSERT_EQ(days.size(), 1U);
    EXPECT_EQ(days[0].scenario.arrivals_of_site(WorkIndex{0}, "Bonn"), (std::vector{30.0, 30.0}));
    EXPECT_EQ(days[0].scenario.arrivals_of_site(WorkIndex{0}, "Mainz"), (std::vector{50.0, 50.0}));
}

TEST(DaysApart, ThereAreNoneWhereSomethingTiesThemTogether) {
    using Change = void (*)(ScenarioParts&);
    const std::vector<Change> changes = {
        [](ScenarioParts& parts) { parts.calendar.days = 1; },
        [](ScenarioParts& parts) { parts.work[0].call_target->over = Scope::horizon; },
        [](ScenarioParts& parts) { parts.plan.assurance_days = Share{0.9}; },
        [](ScenarioParts& parts) { parts.simulation.warm_up_days = 1; },
        [](ScenarioParts& parts) { parts.work[0].arrivals.at = Minutes{9h}; },
        [](ScenarioParts& parts) {
            parts.teams[0].absence = {.share = Share{0.1}, .length = DurationLaw{.mean = 48h}};
        },
        [](ScenarioParts& parts) {
            parts.work.push_back({.name = "letters",
                                  .kind = WorkKind::backlog,
                                  .arrivals = test::listed({1, 1}),
                                  .handling_time = {.mean = 3min}});
            parts.teams[0].handles.push_back("letters");
        },
        [](ScenarioParts& parts) {  // twenty hours open, three and a half closed
            parts.calendar.open = test::office_week(0h, 20h + 30min);
            parts.work[0].arrivals = test::daily(100.0);
        },
    };
    for (std::size_t k = 0; k < changes.size(); ++k) {
        ScenarioParts parts = three_days_of_sales();
        changes[k](parts);
        EXPECT_TRUE(days_apart(Scenario{parts}).empty()) << k;
    }
}

TEST(IndependentParts, APartTakesFromAPlanWhatIsItsOwnAndPutsItOnAllItsDays) {
    ScenarioParts parts = three_days_of_sales();
    parts.work[0].arrivals.weekdays[1] = 1.5;
    const auto found = independent_parts(Scenario{parts});
    ASSERT_EQ(found.size(), 2U);
    StaffingPlan whole{{{1, 2, 3, 4, 5, 6}}};
    EXPECT_EQ(found[0].of(whole), (StaffingPlan{{{1, 2}}}));
    EXPECT_EQ(found[1].of(whole), (StaffingPlan{{{3, 4}}}));
    found[0].put({{{7, 8}}}, whole);
    EXPECT_EQ(whole, (StaffingPlan{{{7, 8, 3, 4, 7, 8}}}));
}

}  // namespace
}  // namespace freiton::staffing
