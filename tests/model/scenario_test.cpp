// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using test::listed;
using test::one_hour_of_sales;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> scenario_said(const ScenarioParts& parts) { return test::lines_of(Scenario::check(parts)); }

TEST(Scenario, SpellsOutItsDemandByInterval) {
    const Scenario scenario{one_hour_of_sales()};
    EXPECT_EQ(scenario.title(), "Sales");
    EXPECT_EQ(scenario.intervals(), 2u);
    EXPECT_THAT(scenario.arrivals(WorkIndex{0}), ElementsAre(10, 20));
    EXPECT_EQ(scenario.work()[0].name, "sales");
    EXPECT_EQ(scenario.teams()[0].name, "desk");
    EXPECT_EQ(scenario.calendar().start_text(IntervalIndex{0}), "2026-03-02T09:00:00");
}

TEST(Scenario, NeedsWorkAndATeam) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work.clear();
    parts.teams.clear();
    EXPECT_THAT(scenario_said(parts),
                ElementsAre("work: needs at least one kind of work", "teams: needs at least one team"));
}

TEST(Scenario, AllWorkHasATeamAndTeamsHandleWorkThatIsThere) {
    ScenarioParts parts = one_hour_of_sales();
    parts.teams[0].handles = {"slaes"};
    EXPECT_THAT(scenario_said(parts),
                ElementsAre("work.sales: no team handles this work",
                            "teams.desk.handles: got \"slaes\", there is no such work; did you mean \"sales\"?"));
}

TEST(Scenario, AShareNeedsAThresholdAndAThresholdAShare) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].call_target->within.reset();
    EXPECT_THAT(scenario_said(parts), ElementsAre("work.sales.target: has \"answered\" but not \"within\""));
    parts = one_hour_of_sales();
    parts.work[0].call_target->answered.reset();
    EXPECT_THAT(scenario_said(parts), ElementsAre("work.sales.target: has \"within\" but not \"answered\""));
}

TEST(Scenario, TheMostPeopleAreNotFewerThanTheLeast) {
    ScenarioParts parts = one_hour_of_sales();
    parts.teams[0].least = 3;
    parts.teams[0].most = 2;
    EXPECT_THAT(scenario_said(parts), ElementsAre("teams.desk.max: got \"2\", must be at least min: 3"));
    parts.teams[0].most = 3;
    EXPECT_THAT(scenario_said(parts), IsEmpty());
}

TEST(Scenario, ComplainsAboutEverythingAtOnce) {
    ScenarioParts parts = one_hour_of_sales();
    parts.work[0].arrivals = listed({1});
    parts.work[0].call_target->within.reset();
    parts.teams[0].handles.clear();
    EXPECT_THAT(scenario_said(parts),
                ElementsAre("work.sales.arrivals.per_interval: has 1 values, needs 2: one for each "
                            "interval of the longest open day",
                            "work.sales.target: has \"answered\" but not \"within\"",
                            "teams.desk.handles: needs at least one entry"));
    EXPECT_EQ(test::complaints([&] { Scenario{parts}; }), scenario_said(parts));  // the constructor says the same
}

// How long a list must be is not known before the calendar is right.
TEST(Scenario, AWrongCalendarIsNotEchoedByTheArrivals) {
    ScenarioParts parts = one_hour_of_sales();
    parts.calendar.open = {};
    parts.work[0].arrivals = listed({1});
    EXPECT_THAT(scenario_said(parts), ElementsAre("calendar: no day of the horizon is open"));
}

}  // namespace
}  // namespace freiton
