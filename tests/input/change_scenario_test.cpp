// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/change_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;

const std::string small = R"(freiton: 1
calendar: {first_day: 2026-03-02, open: "08:00-09:00"}
work:
  calls: {kind: call, arrivals: {per_interval: [10, 20]}, handling_time: {mean: 4 min}, target: {answered: 80 %, within: 20 s}}
teams:
  east: {handles: [calls]}
  west: {handles: [calls]}
)";

YamlNode scalar(const std::string& text) { return {.kind = YamlNode::Kind::scalar, .text = text}; }

ReadScenario changed(const std::vector<Change>& changes) {
    return changed_scenario(parse_yaml(small, "small.yaml"), changes, "small.yaml", {});
}

Problems problems_of(const std::vector<Change>& changes) {
    try {
        changed(changes);
    } catch (const InputError& error) {
        return error.problems();
    }
    return {};
}

TEST(ChangeScenario, PutsValuesUnderNewAndOldKeysAndEveryName) {
    const ReadScenario read = changed({{"work.calls.handling_time.mean", scalar("5 min")},
                                       {"work.calls.arrivals.scale", scalar("2")},
                                       {"teams.*.shrinkage", scalar("30 %")}});
    EXPECT_EQ(read.scenario.work()[0].handling_time.mean, Seconds{300.0});
    EXPECT_THAT(read.scenario.arrivals(WorkIndex{0}), ElementsAre(20.0, 40.0));
    for (const Team& team : read.scenario.teams()) EXPECT_EQ(team.shrinkage, Share{0.3});
}

TEST(ChangeScenario, KeepsTheTreeOfWhatItRead) {
    const ReadScenario read = changed({{"title", scalar("Changed")}});
    EXPECT_EQ(resolved_scenario(scenario_from_tree(read.tree, "", {})), resolved_scenario(read.scenario));
    EXPECT_EQ(read.scenario.title(), "Changed");
}

TEST(ChangeScenario, NothingAsAValueTakesTheKeyAway) {
    const ReadScenario staffed = changed({{"teams.east.staff", scalar("3")}, {"work.calls.patience", scalar("2 min")}});
    const ReadScenario read = changed_scenario(
        staffed.tree, {{"teams.*.staff", {}}, {"work.calls.patience", {}}, {"teams.west", {}}}, "small.yaml", {});
    EXPECT_FALSE(read.scenario.work()[0].patience);
    ASSERT_EQ(read.scenario.teams().size(), 1U);
    EXPECT_FALSE(read.scenario.teams()[0].staff);
}

TEST(ChangeScenario, TellsAKeyThatWasNotThereToBeTakenAway) {
    const Problems problems = problems_of({{"work.calls.patiance", {}}});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].suggestion, "patience");
}

TEST(ChangeScenario, TellsWhichChangeAnotherWouldUndo) {
    const Problems undone = undone_changes(
        {{"teams.east.staff", scalar("3")}, {"title", scalar("a")}, {"teams.*.staff", scalar("4")}}, "--set ");
    ASSERT_EQ(undone.size(), 1U);
    EXPECT_EQ(undone[0].key, "teams.*.staff");
    EXPECT_THAT(undone[0].arguments, ElementsAre("--set teams.east.staff, --set teams.*.staff"));
}

YamlNode mapping_node(const std::string& key, const std::string& value) {
    return {.kind = YamlNode::Kind::mapping, .entries = {{key, scalar(value)}}};
}

// What was put in stands in no line, as what concerns a table as a whole; it is no table, though.
TEST(ChangeScenario, TellsTheItemOfAListThatWasPutIn) {
    const YamlNode list{.kind = YamlNode::Kind::list, .items = {scalar("10"), scalar("many")}};
    const Problems problems = problems_of({{"work.calls.arrivals.per_interval", list}});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].key, "work.calls.arrivals.per_interval[2]");
    EXPECT_EQ(problems[0].value, "many");
}

TEST(ChangeScenario, TakesTablesThatNeverWereFiles) {
    const TableTexts texts = {{"calls.csv", "date,start,arrivals\n2026-03-02,08:00,5\n2026-03-02,08:30,7\n"}};
    const ReadScenario read =
        changed_scenario(parse_yaml(small, "small.yaml"), {{"work.calls.arrivals", mapping_node("file", "calls.csv")}},
                         "small.yaml", {}, texts);
    EXPECT_THAT(read.scenario.arrivals(WorkIndex{0}), ElementsAre(5.0, 7.0));
}

TEST(ChangeScenario, TellsWhatIsWrongInATableThatNeverWasAFile) {
    const TableTexts texts = {{"calls.csv", "date,start,arrivals\n2026-03-02,08:00,-5\n"}};
    try {
        changed_scenario(parse_yaml(small, "small.yaml"), {{"work.calls.arrivals", mapping_node("file", "calls.csv")}},
                         "small.yaml", "somewhere", texts);
        FAIL() << "nothing was complained about";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 1U);
        EXPECT_EQ(error.problems()[0].place.file, "calls.csv");
        EXPECT_EQ(error.problems()[0].place.line, 2);
    }
}

TEST(ChangeScenario, NamesEveryPathThatNamesNothing) {
    const Problems problems = problems_of({{"work.cals.priority", scalar("1")}, {"teams.north.min", scalar("1")}});
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].rule, Rule::study_key_unknown);
    EXPECT_EQ(problems[0].suggestion, "calls");
    EXPECT_EQ(problems[1].key, "teams.north.min");
}

TEST(ChangeScenario, ComplaintsAboutANewValueHaveNoLine) {
    const Problems problems = problems_of({{"work.*.handling_time", scalar("-3 s")}, {"teams.*.mn", scalar("1")}});
    ASSERT_FALSE(problems.empty());
    for (const Problem& problem : problems) EXPECT_EQ(problem.place.line, 0) << problem.key;
}

TEST(ChangeScenario, ComplaintsAboutTheRestKeepTheirLine) {
    const Problems problems = problems_of({{"calendar.open", scalar("08:00-08:30")}});
    ASSERT_EQ(problems.size(), 1U);  // two values for one interval
    EXPECT_EQ(problems[0].key, "work.calls.arrivals.per_interval");
    EXPECT_EQ(problems[0].place.line, 4);
}

}  // namespace
}  // namespace freiton::input
