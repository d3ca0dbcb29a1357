// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/organisation_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/temporary_folder.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/input/named_tables.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
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

TEST(Organisations, NothingAsAValueTakesAKeyAwayAsAnywhere) {
    const std::string file =
        test::with({{"title: Sales\n", "title: Sales\nrouting: {keep_free: 2, at_close: drop}\n"}});
    const std::string organised =
        file + "organisations: {other: {work.sales.patience: ~, keep_free: ~, routing.at_close: ~}}\n";
    const Scenario scenario = parse_scenario(organised, "f.yaml", ".");
    for (const Scenario& read : {scenario, parse_scenario(resolved_scenario(scenario), "g.yaml", ".")}) {
        const Scenario other = read.organised_as("other");
        EXPECT_TRUE(read.work()[0].patience);
        EXPECT_FALSE(other.work()[0].patience);
        EXPECT_EQ(read.routing().keep_free, 2);
        EXPECT_EQ(other.routing(), Routing{});
    }
}

TEST(Organisations, AKeyOfTheRoutingIsSaidOnce) {
    EXPECT_THAT(
        said(small_file + "organisations: {other: {keep_free: 1, routing.keep_free: 2}}\n"),
        ElementsAre(HasSubstr(
            "organisations.other.routing.keep_free: only one of these can be given: keep_free, routing.keep_free")));
}

TEST(Organisations, AreTreesOfTheirOwn) {
    const std::string file = small_file + "organisations: {other: {teams.desk.max: 4, keep_free: 1}, third: {}}\n";
    const YamlNode tree = organised_tree(parse_yaml(file, "f.yaml"), "other");
    ScenarioParts organised = parse_scenario(file, "f.yaml", ".").organised_as("other").parts();
    EXPECT_EQ(organised.organisations.size(), 2u) << "it still knows of the others";
    organised.organisations.clear();
    EXPECT_EQ(scenario_from_tree(tree, "f.yaml", ".").parts(), organised);
}

TEST(Organisations, ChangesReachTheirKeyPaths) {
    const std::string file = small_file + "organisations: {other: {teams.desk.max: 4}, third: {}}\n";
    using Most = std::pair<Varying<int>, Varying<int>>;  // in both
    const auto most = [&](const std::string& path) {
        const YamlNode three{.kind = YamlNode::Kind::scalar, .text = "3"};
        const ReadScenario read = changed_scenario(parse_yaml(file, "f.yaml"), {{path, three}}, "f.yaml", ".");
        return Most{read.scenario.organised_as("other").teams()[0].most,
                    read.scenario.organised_as("third").teams()[0].most};
    };
    EXPECT_EQ(most("organisations.other.teams.desk.max"), (Most{3, 9}));
    EXPECT_EQ(most("organisations.*.teams.desk.max"), (Most{3, 3}));
    EXPECT_EQ(most("organisations.third.teams.*.max"), (Most{4, 3}));
}

// A table about everybody is about those of each organisation, too.
TEST(Organisations, TakeTheStaffOfATable) {
    const Scenario scenario = with_organisation("{teams.desk.staff: [5, 6]}");
    const Scenario staffed = with_staff_table(
        scenario,
        CsvTable::parse("date,start,team,agents\n2026-03-02,09:00,desk,3\n2026-03-02,09:30,desk,4\n", "s.csv"));
    for (const Scenario& one : {staffed, staffed.organised_as("as_it_is"), staffed.organised_as("other")})
        EXPECT_THAT(given_staff(one, TeamIndex{0}), testing::Optional(ElementsAre(3, 4)));
}

TEST(Organisations, NameTablesAsTheScenarioDoes) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "duration_s\n60\n120\n");
    const std::string file =
        small_file + "organisations: {other: {work.sales.handling_time: {law: empirical, file: d.csv}}}\n";
    EXPECT_THAT(tables_of(parse_scenario(file, "f.yaml", folder.path()).parts()), ElementsAre("d.csv"));
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
    EXPECT_THAT(said(small_file + teams + many),
                ElementsAre(HasSubstr("hotline.yaml:213  organisations: holds too many values")));
}

}  // namespace
}  // namespace freiton::input
