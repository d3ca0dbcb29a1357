// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/team_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "freiton/model/team.hpp"
#include "input/codec_outcome.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string file_with(const std::string& keys) {
    return "desk:\n  handles: [sales, letters]\n" + (keys.empty() ? "" : "  " + keys + "\n");
}

// A team "desk" with one more key, in the third line.
Team team(const std::string& key = "") {
    const auto [value, said] = test::read(teams(), file_with(key));
    EXPECT_THAT(said, IsEmpty()) << key;
    return value.empty() ? Team{} : value.front();
}

std::vector<std::string> team_said(const std::string& key) { return test::read(teams(), file_with(key)).said; }

TEST(TeamFields, ATeamNeedsNothingButItsWork) {
    EXPECT_EQ(team(), (Team{.name = "desk", .handles = {"sales", "letters"}}));
    EXPECT_THAT(test::read(teams(), "desk: {min: 1}").said, ElementsAre("f.yaml:1  key.desk.handles: is missing"));
}

TEST(TeamFields, BoundsAndShrinkageMayChangeThroughTheWeek) {
    EXPECT_THAT(team("min: [1, 2]").least.week()[6], ElementsAre(1, 2));
    EXPECT_THAT(
        team("max: {mon-tue: 4, fri: [5, 6]}").most.week(),
        ElementsAre(ElementsAre(4), ElementsAre(4), IsEmpty(), IsEmpty(), ElementsAre(5, 6), IsEmpty(), IsEmpty()));
    EXPECT_EQ(team("shrinkage: {mon: 20 %}").shrinkage.all.week()[0], std::vector{Share{0.2}});
    const Shrinkage parts = team("shrinkage: {breaks: 8 %, leave: {fri: 20 %}}").shrinkage;
    EXPECT_TRUE(parts.all.empty());
    ASSERT_EQ(parts.parts.size(), 2u);
    EXPECT_EQ(parts.parts[0], (std::pair<std::string, Varying<Share>>{"breaks", Share{0.08}}));
    EXPECT_EQ(parts.parts[1].second.week()[4], std::vector{Share{0.2}});
    EXPECT_THAT(team_said("shrinkage: {breaks: 100 %}"),
                ElementsAre("f.yaml:3  key.desk.shrinkage.breaks: got \"100 %\", must be less than 100 %"));
    EXPECT_EQ(team_said("min: {monn: 2}").size(), 1u);
}

TEST(TeamFields, ATeamMayHelpLaterAndSlower) {
    EXPECT_EQ(team("after: 30 s").after.all, Seconds{30.0});
    EXPECT_EQ(team("after: {sales: 1 min}").after.by_work.at("sales"), Seconds{60.0});
    EXPECT_EQ(team("away: {handling_time: 1.1}").away.handling_time, 1.1);
    EXPECT_THAT(team_said("away: {handling_time: 0}"), ElementsAre(HasSubstr("must be at least 0.1")));
}

TEST(TeamFields, EveryKeyFindsItsMember) {
    EXPECT_EQ(team("site: north").site, "north");
    EXPECT_EQ(team("min: 2").least, 2);
    EXPECT_EQ(team("max: 9").most, 9);
    EXPECT_EQ(team("shrinkage: 28 %").shrinkage, Share{0.28});
    EXPECT_EQ(team("open: '09:00-12:00'").open->at(6), (OpenHours{{9h, 12h}}));
    EXPECT_EQ(team("cost: 38.5 / h").cost_per_hour, 38.5);
    EXPECT_EQ(team("cost: 38/h").cost_per_hour, 38.0);
    EXPECT_EQ(team("max_occupancy: 85 %").max_occupancy, Share{0.85});
    EXPECT_EQ(team("handling_time: {sales: 4 min}").handling_time.at("sales").mean, 4min);
}

TEST(TeamFields, StaffIsANumberAListOrATable) {
    EXPECT_EQ(team("staff: 8").staff, (Staff{.agents = {8}, .same_for_all = true}));
    EXPECT_EQ(team("staff: [3, 4]").staff, (Staff{.agents = {3, 4}}));
    EXPECT_EQ(team("staff: plans/staff.csv").staff, (Staff{.path = "plans/staff.csv"}));
    EXPECT_EQ(team("staff: 2026-03.csv").staff, (Staff{.path = "2026-03.csv"}));
    EXPECT_EQ(team().staff, std::nullopt);
    EXPECT_THAT(team_said("staff: -3"), ElementsAre("f.yaml:3  key.desk.staff: got \"-3\", must be at least 0"));
    EXPECT_THAT(team_said("staff: 2.5"), ElementsAre("f.yaml:3  key.desk.staff: got \"2.5\", must be a whole number"));
    EXPECT_THAT(team_said("staff: [1, x]"), ElementsAre("f.yaml:3  key.desk.staff[2]: got \"x\", must be a number"));
}

TEST(TeamFields, AbsenceIsAShareOfSingleDaysOrHasALength) {
    EXPECT_EQ(team("absence: 6 %").absence, (Absence{.share = Share{0.06}}));
    EXPECT_EQ(team("absence: {share: 6 %, length: {mean: 3 d}}").absence,
              (Absence{.share = Share{0.06}, .length = DurationLaw{.mean = 72h}}));  // a day is 24 h there
    EXPECT_EQ(team("absence: {share: 6 %, length: 3 d}").absence->length->mean, 72h);
    EXPECT_THAT(team_said("absence: {share: 6 %, length: 3 h}"),
                ElementsAre(HasSubstr("must be whole days such as 2 d")));
    EXPECT_THAT(team_said("absence: 106 %"),
                ElementsAre("f.yaml:3  key.desk.absence: got \"106 %\", must be at most 100 %"));
}

TEST(TeamFields, ShrinkageLeavesSomeTime) {
    EXPECT_THAT(team_said("shrinkage: 100 %"),
                ElementsAre("f.yaml:3  key.desk.shrinkage: got \"100 %\", must be less than 100 %"));
    EXPECT_THAT(team_said("shrinkage: -1 %"), ElementsAre(HasSubstr("must be at least 0 %")));
}

TEST(TeamFields, CostIsPerPaidHour) {
    EXPECT_THAT(team_said("cost: 38"),
                ElementsAre("f.yaml:3  key.desk.cost: got \"38\", needs a unit; did you mean \"38 / h\"?"));
    for (const std::string text : {"38 EUR/h", "300 / d", "dear", "/ h"})
        EXPECT_THAT(team_said("cost: " + text), ElementsAre(HasSubstr("must be a cost per paid hour such as 38 / h")));
    EXPECT_THAT(team_said("cost: 28.50 EUR/h"), ElementsAre(HasSubstr("did you mean \"28.50 / h\"?")));
    EXPECT_THAT(team_said("cost: 28,50 €/Std."), ElementsAre(HasSubstr("did you mean \"28.50 / h\"?")));
    EXPECT_THAT(team_said("cost: -38 / h"), ElementsAre(HasSubstr("must be at least 0 / h")));
}

TEST(TeamFields, ATeamIsWrittenSoThatItReadsBack) {
    for (const std::string key :
         {"", "site: north", "staff: 8", "staff: [3, 4]", "staff: s.csv", "absence: 6 %",
          "absence: {share: 6 %, length: {mean: 3 d, cv: 0.5}}", "cost: 38.25 / h", "max: 0", "min: [1, 2]",
          "after: 30 s", "after: {sales: 1 min}", "away: {handling_time: 1.1}", "max: {mon: 3, fri: [4, 5]}",
          "shrinkage: {breaks: 8 %, leave: {mon-thu: 10 %, fri: 20 %}}", "open: {mon: '08:00-12:00'}",
          "max_occupancy: 85 %", "handling_time: {sales: {mean: 4 min, cv: 0.8}, letters: 9 min}"}) {
        const auto [value, said] = test::read(teams(), yaml_text(teams().write({team(key)})));
        EXPECT_THAT(said, IsEmpty()) << key;
        EXPECT_THAT(value, ElementsAre(team(key))) << key;
    }
}

}  // namespace
}  // namespace freiton::input
