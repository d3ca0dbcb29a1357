// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/organisation_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "input/small_file.hpp"

namespace freiton::input {
namespace {

using test::said;
using test::small_file;
using testing::ElementsAre;
using testing::HasSubstr;

Scenario with_organisation(const std::string& keys) {
    return parse_scenario(small_file + "organisations:\n  as_it_is: {}\n  other: " + keys + "\n", "f.yaml", ".");
}

TEST(Organisations, ReplaceAnyKeyPath) {
    const Scenario scenario = with_organisation(
        "{teams.desk.max: 4, work.*.handling_time: 2 min, calendar.open: '09:00-09:30', keep_free: 1,"
        " work.sales.arrivals.per_interval: 12}");
    const Scenario other = scenario.organised_as("other");
    EXPECT_EQ(other.teams()[0].most, 4);
    EXPECT_EQ(other.work()[0].handling_time.mean_duration(), Seconds{120.0});
    EXPECT_EQ(other.routing().keep_free, 1);
    EXPECT_THAT(other.arrivals(WorkIndex{0}), ElementsAre(12.0));
    EXPECT_EQ(scenario.organised_as("as_it_is").teams()[0].most, 9);
    EXPECT_EQ(scenario.teams()[0].most, 9);
}

TEST(Organisations, MayHaveOtherTeams) {
    const Scenario scenario =
        with_organisation("{teams: {inside: {handles: [sales]}, outsourcer: {handles: [sales], cost: 20 / h}}}");
    ASSERT_EQ(scenario.organised_as("other").teams().size(), 2u);
    EXPECT_EQ(scenario.organised_as("other").teams()[1].cost_per_hour, 20.0);
}

TEST(Organisations, SimulateAndPlanAsTheScenarioDoesUnlessTheySayOtherwise) {
    Scenario scenario = with_organisation("{teams.desk.max: 4}");
    ScenarioParts parts = scenario.parts();
    parts.simulation.seed = 77;
    EXPECT_EQ(Scenario{parts}.organised_as("other").parts().simulation.seed, 77u);
    parts = with_organisation("{simulation.seed: 5, plan: {method: formula}}").parts();
    parts.simulation.seed = 77;
    const Scenario other = Scenario{parts}.organised_as("other");
    EXPECT_EQ(other.parts().simulation.seed, 5u);
    EXPECT_EQ(other.parts().plan.method, Method::formula);
}

TEST(Organisations, AreWrittenSoThatTheyReadBack) {
    const Scenario scenario = with_organisation("{teams.desk.staff: [3, 4], reach: team, work.sales.target: 90/10}");
    const Scenario again = parse_scenario(resolved_scenario(scenario), "g.yaml", ".");
    EXPECT_EQ(again.parts(), scenario.parts());
    EXPECT_EQ(again.organised_as("other").parts(), scenario.organised_as("other").parts());
    EXPECT_EQ(again.organised_as("other").teams()[0].staff->agents, (std::vector<int>{3, 4}));
}

TEST(Organisations, MistakesAreToldUnderTheirOwnKeys) {
    const auto told = [](const std::string& keys) {
        return said(small_file + "organisations: {other: " + keys + "}\n");
    };
    EXPECT_THAT(told("{teams.dsek.max: 4}"),
                ElementsAre(HasSubstr("hotline.yaml:13  organisations.other.teams.dsek.max: ")));
    EXPECT_THAT(told("{teams.desk.max: some}"),
                ElementsAre(HasSubstr("organisations.other.teams.desk.max: got \"some\"")));
    EXPECT_THAT(told("{teams.desk.handles: [letters]}"), testing::Not(testing::IsEmpty()));
    EXPECT_THAT(told("{kep_free: 1}"), ElementsAre(HasSubstr("did you mean \"keep_free\"?")));
    EXPECT_THAT(told("{work: {orders: {kind: call, arrivals: {per_day: 9}, handling_time: 1 min}},"
                     " teams.desk.handles: [orders]}"),
                ElementsAre(HasSubstr("organisations.other: must have the same kinds of work")));
}

// Each reads the rest of the file again: what a few kilobytes can ask for is bounded.
TEST(Organisations, TooMuchForAllOfThemIsRefusedAtOnce) {
    std::string many = "organisations:\n";
    for (int i = 0; i < 999; ++i) many += "  o" + std::to_string(i) + ": {teams.desk.max: 8}\n";
    EXPECT_THAT(said(small_file + many), testing::IsEmpty());
    std::string teams;  // below the one that is there
    for (int i = 0; i < 200; ++i) teams += "  t" + std::to_string(i) + ": {handles: [sales]}\n";
    EXPECT_THAT(said(small_file + teams + many), ElementsAre(HasSubstr("organisations: holds too many values")));
}

}  // namespace
}  // namespace freiton::input
