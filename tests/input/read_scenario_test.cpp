// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"
#include "input/small_file.hpp"
#include "places.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using test::said;
using test::small_file;
using test::with;
using testing::ElementsAre;

TEST(ReadScenario, TheQuickstartLoads) {
    const Scenario scenario = read_scenario(test::in_source("scenarios/quickstart.yaml"));
    EXPECT_EQ(scenario.title(), "Quickstart hotline");
    EXPECT_EQ(scenario.intervals(), 24u);  // 08:00 to 20:00 in half hours
    EXPECT_EQ(scenario.arrivals(WorkIndex{0})[6], 170.0);
    EXPECT_EQ(scenario.work()[0].patience->mean, 2min);
    EXPECT_EQ(scenario.work()[0].call_target->answered, Share{0.8});
    EXPECT_EQ(scenario.teams()[0].shrinkage, Share{0.3});
}

TEST(ReadScenario, EveryKeyFindsItsMember) {
    const Scenario scenario = parse_scenario(small_file, "hotline.yaml", ".");
    const Work& work = scenario.work()[0];
    EXPECT_EQ(work.name, "sales");
    EXPECT_EQ(work.handling_time.mean, 3min);  // a bare duration is its mean
    EXPECT_EQ(work.call_target->within, 20s);
    EXPECT_THAT(scenario.arrivals(WorkIndex{0}), ElementsAre(10, 20));
    const Team& team = scenario.teams()[0];
    EXPECT_THAT(team.handles, ElementsAre("sales"));
    EXPECT_EQ(team.least, 1);
    EXPECT_EQ(team.most, 9);
    EXPECT_FALSE(parse_scenario(with({{"    patience: {mean: 2 min}\n", ""}}), "f", ".").work()[0].patience);
}

// The form of these lines is that of STYLE.md, section 11.
TEST(ReadScenario, AllProblemsOfAFileComeAtOnceInTheOrderOfTheirLines) {
    EXPECT_THAT(said(with({{"handling_time: 3 min", "handling_time: -180 s"},
                           {"patience: {mean: 2 min}", "patiance: 2 min"},
                           {"within: 20 s", "within: 20"},
                           {"first_day: 2026-03-02", "first_day: 2026-02-30"},
                           {"shrinkage: 20 %", "shrinkage: 20"}})),
                ElementsAre("hotline.yaml:3  calendar.first_day: got \"2026-02-30\", this date does not exist",
                            "hotline.yaml:8  work.sales.handling_time: got \"-180 s\", must be greater than 0 s",
                            "hotline.yaml:9  work.sales.patiance: unknown key; did you mean \"patience\"?",
                            "hotline.yaml:10  work.sales.target.within: got \"20\", needs a unit; did you mean "
                            "\"20 s\"?",
                            "hotline.yaml:12  teams.desk.shrinkage: got \"20\", must be at most 100 %; did you mean "
                            "\"20 %\"?"));
}

TEST(ReadScenario, ProblemsAcrossFieldsCarryTheLineOfTheirKey) {
    EXPECT_THAT(said(with({{"[10, 20]", "[10]"}, {"handles: [sales]", "handles: [sale]"}, {"max: 9", "max: 0"}})),
                ElementsAre(testing::_,  // no team handles this work
                            "hotline.yaml:7  work.sales.arrivals.per_interval: has 1 values, needs 2: one for each "
                            "interval of the longest open day",
                            "hotline.yaml:12  teams.desk.handles: got \"sale\", there is no such work; did you mean "
                            "\"sales\"?",
                            "hotline.yaml:12  teams.desk.max: got \"0\", must be at least min: 1"));
    EXPECT_THAT(said(with({{"\"09:00-10:00\"", "\"09:10-10:10\""}})),
                ElementsAre("hotline.yaml:3  calendar.open.mon: got \"09:10-10:10\", opening times must be multiples "
                            "of the interval, 30 min"));
    EXPECT_THAT(said(with({{", within: 20 s", ""}})),
                ElementsAre("hotline.yaml:10  work.sales.target: has \"answered\" but not \"within\""));
}

TEST(ReadScenario, RequiredKeysAreRequired) {
    EXPECT_THAT(said("freiton: 1\nwork: {}\n"),
                ElementsAre("hotline.yaml:1  calendar: is missing", "hotline.yaml:1  teams: is missing",
                            "hotline.yaml:2  work: needs at least one kind of work"));
}

TEST(ReadScenario, OneSourceOfArrivalsIsGiven) {
    EXPECT_THAT(
        said(with({{"{per_interval: [10, 20]}", "{scale: 2}"}})),
        ElementsAre("hotline.yaml:7  work.sales.arrivals: needs one of these: per_interval, per_day, file, unlimited"));
    EXPECT_THAT(said(with({{"[10, 20]", "[10, 20], per_day: 30"}})),
                ElementsAre("hotline.yaml:7  work.sales.arrivals: only one of these can be given: per_interval, "
                            "per_day, file, unlimited"));
}

TEST(ReadScenario, OtherVersionsAndKindsAreRefused) {
    EXPECT_THAT(said(with({{"freiton: 1", "freiton: 2"}})),
                ElementsAre("hotline.yaml:1  freiton: got \"2\", this version of the format is unknown; write "
                            "\"freiton: 1\""));
    EXPECT_THAT(
        said(with({{"kind: call", "kind: cal"}})),
        ElementsAre(
            "hotline.yaml:6  work.sales.kind: got \"cal\", must be one of: call, chat, outbound, backlog; did you mean "
            "\"call\"?"));
}

TEST(ReadScenario, ATableIsFoundBesideTheScenario) {
    const test::TemporaryFolder folder;
    folder.write("calls.csv", "date,start,work,arrivals\n2026-03-02,09:30,sales,8\n");
    const auto path = folder.write("s.yaml", with({{"per_interval: [10, 20]", "file: calls.csv, scale: 2"}}));
    EXPECT_THAT(read_scenario(path).arrivals(WorkIndex{0}), ElementsAre(0, 16));  // 8 x 2
}

TEST(ReadScenario, ProblemsOfATableNameTheTable) {
    const test::TemporaryFolder folder;
    const std::string table = folder.write("c.csv", "date,start,arrivals\n2026-03-02,09:00,x\n2026-03-02,09:30,1\n");
    const auto path = folder.write("s.yaml", with({{"per_interval: [10, 20]", "file: c.csv"}, {"max: 9", "max: x"}}));
    EXPECT_THAT(test::complaints([&] { read_scenario(path); }),
                ElementsAre(path.string() + ":12  teams.desk.max: got \"x\", must be a number",
                            table + ":2:3  arrivals: got \"x\", must be a number"));
}

TEST(ReadScenario, AFileThatIsNotThereIsAProblem) {
    EXPECT_THAT(test::complaints([] { read_scenario("no/such.yaml"); }), ElementsAre("no/such.yaml  no such file"));
}

}  // namespace
}  // namespace freiton::input
