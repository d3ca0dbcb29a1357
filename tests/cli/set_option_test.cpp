// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

const std::string with_quickstart = "check --resolved '" + test::in_source("scenarios/quickstart.yaml") + "' ";

// 15 % more calls and another threshold, as the resolved scenario shows them.
TEST(SetOption, EveryCommandThatReadsAScenarioTakesOtherValues) {
    const ProgramRun run =
        freiton(with_quickstart + "--set 'work.*.arrivals.scale=1.15' --set work.hotline.target.within='30 s'");
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("scale: 1.15"));
    EXPECT_THAT(run.out, HasSubstr("within: 30 s"));
    const std::string quickstart = "'" + test::in_source("scenarios/quickstart.yaml") + "'";
    const ProgramRun planned =
        freiton("plan " + quickstart + " --method formula --json --set work.hotline.handling_time='{mean: 2 min}'");
    const ProgramRun as_it_is = freiton("plan " + quickstart + " --method formula --json");
    EXPECT_EQ(planned.exit_code, 0) << planned.err;
    EXPECT_NE(planned.out, as_it_is.out);
}

TEST(SetOption, AKeyThatNamesNothingAWrongValueAndNoValueAreToldTogether) {
    const ProgramRun run = freiton(with_quickstart +
                                   "--set work.hotlin.arrivals.scale=1.15 --set work.hotline.target.within=20 --set "
                                   "calendar.dais=3");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.err,
              "--set work.hotlin.arrivals.scale  got \"work.hotlin\", names nothing in the scenario; did you mean "
              "\"hotline\"?\n"
              "--set calendar.dais  unknown key; did you mean \"days\"?\n"
              "--set work.hotline.target.within  got \"20\", needs a unit; did you mean \"20 s\"?\n"
              "3 problems; nothing was computed.\n");
    const ProgramRun none = freiton(with_quickstart + "--set work.hotline.target.within --set =3");
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_THAT(none.err, HasSubstr("did you mean \"work.hotline.target.within=VALUE\"?"));
    EXPECT_THAT(none.err, HasSubstr("2 problems"));
}

TEST(SetOption, WhereThereIsOneNameItIsTheOneThatWasMeant) {
    const ProgramRun run = freiton(with_quickstart + "--set work.sales.arrivals.scale=1.15");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("got \"work.sales\", names nothing in the scenario; did you mean \"hotline\"?"));
}

TEST(SetOption, AValueThatAnotherOneWouldUndoIsRefused) {
    const ProgramRun twice = freiton(with_quickstart + "--set calendar.days=2 --set calendar.days=3");
    EXPECT_EQ(twice.exit_code, 2);
    EXPECT_THAT(twice.err, HasSubstr("only one of these can be given: --set calendar.days, --set calendar.days"));
    const ProgramRun wider =
        freiton(with_quickstart + "--set work.hotline.arrivals.scale=2 --set 'work.*.arrivals.scale=3'");
    EXPECT_EQ(wider.exit_code, 2);
    const ProgramRun finer =
        freiton(with_quickstart + "--set 'work.*.arrivals.scale=3' --set work.hotline.arrivals.scale=2");
    EXPECT_EQ(finer.exit_code, 0) << "the general first, then one for itself: " << finer.err;
    EXPECT_THAT(finer.out, HasSubstr("scale: 2"));
    const std::string plan = "plan '" + test::in_source("scenarios/quickstart.yaml") + "' ";
    EXPECT_EQ(freiton(plan + "--seed 2 --set simulation.seed=3").exit_code, 2);
    EXPECT_EQ(freiton(plan + "--method formula --set plan='{method: formula}'").exit_code, 2);
    EXPECT_EQ(freiton(plan + "--method formula --seed 2 --set simulation.replications=3").exit_code, 0);
}

TEST(SetOption, AGivenRosterAndAStaffThatIsSetExcludeEachOther) {
    const test::TemporaryFolder folder;
    const std::string scenario = "'" + test::in_source("scenarios/quickstart.yaml") + "' ";
    const std::string out = (folder.path() / "out").string();
    ASSERT_EQ(freiton("plan " + scenario + "--method formula --csv '" + out + "'").exit_code, 0);
    const std::string simulate = "simulate " + scenario + "--staff '" + out + "/staffing.csv' ";
    const ProgramRun both = freiton(simulate + "--set 'teams.*.staff=5'");
    EXPECT_EQ(both.exit_code, 2);
    EXPECT_THAT(both.err, HasSubstr("only one of these can be given: --staff, --set teams.*.staff"));
    EXPECT_EQ(freiton(simulate + "--set simulation.replications=5").exit_code, 0);
}

TEST(SetOption, ReportsSayWhatWasSet) {
    const std::string set = " --set 'work.*.arrivals.scale=1.15' --set title=Busy";
    const std::string scenario = "'" + test::in_source("scenarios/quickstart.yaml") + "'";
    const std::string sentence = "Set for this run: work.*.arrivals.scale = 1.15; title = Busy.";
    const std::string keys = "\"set\": {\n    \"work.*.arrivals.scale\": \"1.15\",\n    \"title\": \"Busy\"\n  }";
    for (const std::string& command : {"check " + scenario, "plan " + scenario + " --method formula"}) {
        EXPECT_THAT(freiton(command + set).out, HasSubstr(sentence)) << command;
        EXPECT_THAT(freiton(command + set + " --lang de").out, HasSubstr("Für diesen Lauf gesetzt:")) << command;
        EXPECT_THAT(freiton(command + set + " --json").out, HasSubstr(keys)) << command;
        EXPECT_THAT(freiton(command + " --json").out, testing::Not(HasSubstr("\"set\""))) << command;
    }
}

TEST(SetOption, NothingTakesAKeyAway) {
    const std::string scenario = "'" + test::in_source("scenarios/quickstart.yaml") + "' ";
    const ProgramRun patient = freiton("check --resolved " + scenario + "--set work.hotline.patience=~");
    EXPECT_EQ(patient.exit_code, 0) << patient.err;
    EXPECT_THAT(patient.out, testing::Not(HasSubstr("patience")));
    EXPECT_THAT(freiton("plan " + scenario + "--method formula --set work.hotline.patience=~").out,
                HasSubstr("Set for this run: work.hotline.patience = ~."));
    const ProgramRun unknown = freiton("check " + scenario + "--set work.hotline.patiance=~");
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_THAT(unknown.err, HasSubstr("patience"));
}

const std::string office =
    "freiton: 1\n"
    "calendar: {first_day: 2026-03-02, open: '09:00-10:00'}\n"
    "work: {w: {kind: call, arrivals: {per_interval: 5}, handling_time: {mean: 4 min}, target: {answered: 80 %, "
    "within: 20 s}}}\n"
    "teams: {t: {handles: [w], staff: 3}}\n"
    "simulation: {replications: 100}\n";

TEST(SetOption, AStudyTakesValuesForAllOfItsVariations) {
    const test::TemporaryFolder folder;
    folder.write("s.yaml", office);
    const std::string study = "'" +
                              folder
                                  .write("study.yaml",
                                         "freiton-study: 1\nscenario: s.yaml\nvary: {teams.t.staff: [2, 3]}\n"
                                         "question: simulate\n")
                                  .string() +
                              "' ";
    const ProgramRun busy = freiton("sweep " + study + "--json --set work.w.arrivals.scale=2");
    EXPECT_EQ(busy.exit_code, 0) << busy.err;
    EXPECT_THAT(busy.out, HasSubstr("\"work.w.arrivals.scale\": \"2\""));
    EXPECT_NE(busy.out, freiton("sweep " + study + "--json").out);
    EXPECT_THAT(freiton("check " + study + "--set work.w.arrivals.scale=2").out, HasSubstr("arrivals.scale = 2."));
    const ProgramRun varied = freiton("sweep " + study + "--set teams.t.staff=5");
    EXPECT_EQ(varied.exit_code, 2);
    EXPECT_THAT(varied.err, HasSubstr("only one of these can be given: vary.teams.t.staff, --set teams.t.staff"));
    EXPECT_EQ(freiton("sweep " + study + "--set work.v.priority=5").exit_code, 2);
}

TEST(SetOption, CompareShowsAChangeBesideTheScenarioAsItIs) {
    const test::TemporaryFolder folder;
    const std::string scenario = "compare '" + folder.write("s.yaml", office).string() + "' ";
    const ProgramRun fewer = freiton(scenario + "--set teams.t.staff=1");
    EXPECT_EQ(fewer.exit_code, 0) << fewer.err;
    EXPECT_THAT(fewer.out, HasSubstr("The given staff works in the scenario as it is and as it was changed"));
    EXPECT_THAT(fewer.out, HasSubstr("changed against as_it_is: -2.0 agent hours"));
    EXPECT_THAT(fewer.out, HasSubstr("; w -")) << "surely fewer in time";
    EXPECT_THAT(fewer.out, testing::Not(HasSubstr("Pool")));
    const std::string json = freiton(scenario + "--json --set title=T").out;
    EXPECT_THAT(json, HasSubstr("\"changed\": true"));
    const std::size_t service = json.find("\"figure\": \"work.w.service_level\"");
    ASSERT_NE(service, std::string::npos);
    EXPECT_THAT(json.substr(service, 100), HasSubstr("\"difference\": 0.0,")) << "the same random numbers";
    EXPECT_EQ(freiton(scenario).exit_code, 2) << "nothing to compare with";
    EXPECT_EQ(freiton(scenario + "--set 'work={v: {kind: call, arrivals: {per_interval: 5}, handling_time: {mean: 4 "
                                 "min}}}' --set 'teams.t.handles=[v]'")
                  .exit_code,
              2);
}

TEST(SetOption, CompareShowsOneOrganisationBeforeAndAfterOrAllOfThemChanged) {
    const test::TemporaryFolder folder;
    const std::string scenario =
        "compare '" + folder.write("s.yaml", office + "organisations: {a: {reach: all}, b: {reach: team}}\n").string() +
        "' ";
    const ProgramRun all = freiton(scenario + "--set work.w.arrivals.scale=2");
    EXPECT_THAT(all.out, HasSubstr("under each organisation"));
    EXPECT_THAT(all.out, HasSubstr("Set for this run: work.w.arrivals.scale = 2."));
    const ProgramRun one = freiton(scenario + "--set work.w.arrivals.scale=2 --organisation b");
    EXPECT_THAT(one.out, HasSubstr("changed against as_it_is"));
    EXPECT_EQ(freiton(scenario + "--organisation b").exit_code, 2) << "has a meaning only with --set";
}

}  // namespace
}  // namespace freiton::cli
