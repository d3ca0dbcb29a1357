// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using test::bytes_of;
using testing::HasSubstr;

const std::string quickstart_path = test::in_source("scenarios/quickstart.yaml");

// The quickstart with one text replaced.
std::string changed(const std::string& from, const std::string& to) {
    std::string yaml = bytes_of(quickstart_path);
    const auto at = yaml.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? yaml : yaml.replace(at, from.size(), to);
}

TEST(CommandLine, APlanIsATableOnStdoutAndExitCodeZero) {
    const ProgramRun run = freiton("plan '" + quickstart_path + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("Quickstart hotline\n"));
    EXPECT_THAT(run.out, HasSubstr("in every interval: met"));
    EXPECT_EQ(run.err, "");
}

// Two teams at two sites in twelve half hours: what is counted and summed over teams says so.
TEST(CommandLine, OfSeveralTeamsThePlanTellsTheCostOfAllAndCountsTheIntervalsOfEach) {
    const std::string command = "plan '" + test::in_source("tests/pages/planned.yaml") + "' --method ";
    const ProgramRun by_formula = freiton(command + "formula --json");
    const auto json = nlohmann::json::parse(by_formula.out);
    const double cost =
        json["teams"]["north_team"]["cost"].get<double>() + json["teams"]["south_team"]["cost"].get<double>();
    EXPECT_THAT(freiton(command + "formula").out, HasSubstr("FTE; cost " + std::to_string(std::lround(cost)) + "."));
    EXPECT_THAT(freiton(command + "simulation").out, HasSubstr("intervals, each team's counted)."));
}

TEST(CommandLine, AMissedTargetIsExitCodeOneWithTheBestPlan) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("s.yaml", changed("shrinkage: 30 %", "max: 20"));
    const ProgramRun run = freiton("plan '" + path + "'");
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.out, HasSubstr("NOT met"));
    const auto json = nlohmann::json::parse(freiton("plan --json '" + path + "'").out);
    EXPECT_EQ(json["met"], false);
    EXPECT_EQ(json["teams"]["hotline_team"]["required"][6], 20);  // 25 would be needed
}

TEST(CommandLine, WrongInputIsExitCodeTwoWithEveryProblemOnStderr) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("s.yaml", changed("handling_time: {mean: 4 min}", "handling_time: -180 s"));
    for (const std::string& option : {std::string{}, std::string{"--json "}, std::string{"--lang de "},
                                      "--csv '" + (folder.path() / "out").string() + "' "}) {
        const ProgramRun run = freiton("plan " + option + "'" + path + "'");
        EXPECT_EQ(run.exit_code, 2);
        EXPECT_TRUE(run.out.empty());
    }
    EXPECT_EQ(freiton("plan '" + path + "'").err,
              path +
                  ":17  work.hotline.handling_time: got \"-180 s\", must be greater than 0 s\n"
                  "1 problem; nothing was computed.\n");
    EXPECT_THAT(freiton("plan --lang de '" + path + "'").err, HasSubstr("1 Fehler; es wurde nichts berechnet.\n"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out"));  // nothing was written either
}

TEST(CommandLine, WrongUsageIsExitCodeTwo) {
    const std::string plan = "plan '" + quickstart_path + "' ";
    for (const std::string& arguments :
         {std::string{}, std::string{"paln"}, std::string{"plan"}, std::string{"plan no/such.yaml"}, plan + "--jsno",
          plan + "--lang fr", plan + "--seed many", plan + "extra"}) {
        const ProgramRun run = freiton(arguments);
        EXPECT_EQ(run.exit_code, 2) << arguments;
        EXPECT_TRUE(run.out.empty()) << arguments;
        EXPECT_NE(run.err, "") << arguments;
    }
}

TEST(CommandLine, OutputThatCannotBeWrittenIsExitCodeThree) {
    for (const std::string& arguments :
         {"plan '" + quickstart_path + "'", "plan --json '" + quickstart_path + "'", std::string{"--help"}}) {
        const ProgramRun run = freiton(arguments, "/dev/full");
        EXPECT_EQ(run.exit_code, 3) << arguments;
        EXPECT_THAT(run.err, HasSubstr("stdout: ")) << arguments;
    }
    const test::TemporaryFolder folder;
    const std::string taken = folder.write("taken", "a file where the folder should be");
    EXPECT_EQ(freiton("plan '" + quickstart_path + "' --csv '" + taken + "'").exit_code, 3);
}

TEST(CommandLine, HelpAndVersionAreAnswers) {
    EXPECT_EQ(freiton("--help").exit_code, 0);
    EXPECT_THAT(freiton("--help").out, HasSubstr("plan"));
    EXPECT_THAT(freiton("plan --help").out, HasSubstr("--json"));
    EXPECT_THAT(freiton("--version").out, testing::ContainsRegex("^[0-9]+\\.[0-9]+\\.[0-9]+\\+[0-9a-f]{12}\n$"));
}

TEST(CommandLine, JsonIsAloneOnStdoutAndTwoRunsAreEqualByteForByte) {
    const ProgramRun run = freiton("plan '" + quickstart_path + "' --json --seed 7");
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["teams"]["hotline_team"]["required"].size(), 24u);
    EXPECT_EQ(json["seed"], 7);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(freiton("plan '" + quickstart_path + "' --json --seed 7").out, run.out);
    EXPECT_EQ(freiton("plan --lang de '" + quickstart_path + "' --json --seed 7").out,
              run.out);  // programs speak no German
}

TEST(CommandLine, JsonDoesNotDependOnWhereTheScenarioLies) {
    const test::TemporaryFolder folder;
    const std::string copy = folder.write("elsewhere.yaml", bytes_of(quickstart_path));
    EXPECT_EQ(freiton("plan --json '" + copy + "'").out, freiton("plan --json '" + quickstart_path + "'").out);
}

TEST(CommandLine, CsvWritesFourTablesBesideTheReport) {
    const test::TemporaryFolder folder;
    const auto tables = folder.path() / "new" / "folder";
    const ProgramRun run = freiton("plan '" + quickstart_path + "' --csv '" + tables.string() + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("Quickstart hotline"));
    EXPECT_THAT(bytes_of(tables / "staffing.csv"),
                testing::StartsWith("date,start,team,agents\n2026-03-02,08:00,hotline_team,7\n"));
    EXPECT_THAT(bytes_of(tables / "intervals.csv"), testing::StartsWith("date,start,work,site,offered,"));
    EXPECT_THAT(bytes_of(tables / "days.csv"), HasSubstr("\n2026-03-02,hotline,,2620,"));
    EXPECT_THAT(bytes_of(tables / "occupancy.csv"),
                testing::StartsWith("date,start,team,occupancy\n2026-03-02,08:00,"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{tables}, {}), 4);
}

TEST(CommandLine, GermanHasDecimalCommas) {
    const ProgramRun run = freiton("plan '" + quickstart_path + "' --lang de");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("201,0 Personenstunden"));
    EXPECT_THAT(run.out, testing::Not(testing::ContainsRegex("[0-9]\\.[0-9]+ %")));
}

TEST(CommandLine, CheckAndImportSpeakToMachinesToo) {
    const auto checked = nlohmann::json::parse(freiton("check --json '" + quickstart_path + "'").out);
    EXPECT_EQ(checked.at("intervals"), 24);
    EXPECT_EQ(checked.at("work").at("hotline").at("handling_time_mean_s"), 240.0);
    const test::TemporaryFolder folder;
    const std::string log =
        folder.write("log.csv", "date,interval,queue,offered,aht\n2026-03-02,08:00,sales,50,240\n").string();
    const ProgramRun run = freiton("import --json '" + log + "' --out '" + folder.path().string() + "'");
    const auto found = nlohmann::json::parse(run.out);
    EXPECT_EQ(found.at("work").at("sales").at("offered"), 50.0);
    EXPECT_EQ(found.at("interval_min"), 30);
    EXPECT_EQ(freiton("plan '" + (folder.path() / "imported.yaml").string() + "'").exit_code, 0);
}

TEST(CommandLine, AFirstFileInGermanReadsLikeTheEnglishOne) {
    const test::TemporaryFolder folder;
    for (const std::string name : {"starter", "quickstart"}) {
        const std::string path = (folder.path() / (name + ".yaml")).string();
        EXPECT_EQ(freiton("init --lang de --from " + name + " '" + path + "'").exit_code, 0);
        EXPECT_THAT(bytes_of(path), HasSubstr("freiton plan DATEI --lang de"));
        const auto german = nlohmann::json::parse(freiton("plan --json '" + path + "'").out);
        const auto english =
            nlohmann::json::parse(freiton("plan --json '" + test::in_source("scenarios/" + name + ".yaml") + "'").out);
        EXPECT_EQ(german.at("totals"), english.at("totals"));
    }
}

TEST(CommandLine, APipeIsReadIfSomebodyWritesAndToldIfNobodyDoes) {
    const test::TemporaryFolder folder;
    const std::string pipe = (folder.path() / "pipe").string();
    EXPECT_EQ(shell("mkfifo '" + pipe + "'").exit_code, 0);
    const ProgramRun silent = freiton("check '" + pipe + "'");
    EXPECT_EQ(silent.exit_code, 2);
    EXPECT_EQ(silent.err,
              pipe + "  is a pipe to which nobody writes; a file is needed\n1 problem; nothing was computed.\n");
    EXPECT_EQ(shell("cat '" + quickstart_path + "' | '" + test::program() + "' check /dev/stdin").exit_code, 0);
}

}  // namespace
}  // namespace freiton::cli
