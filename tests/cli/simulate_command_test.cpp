// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using test::bytes_of;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string three_sites = test::in_source("scenarios/three_sites.yaml");

// One hour of calls and letters, thirty replications.
const std::string one_hour = R"(freiton: 1
title: One hour
calendar: {first_day: 2026-03-02, open: "09:00-10:00"}
work:
  sales:
    kind: call
    arrivals: {per_interval: 40}
    handling_time: {mean: 3 min}
    patience: {mean: 2 min}
    target: {answered: 80 %, within: 20 s}
  letters:
    kind: backlog
    arrivals: {per_interval: 5}
    handling_time: {mean: 5 min}
    target: {done: 90 %, within: 1 d}
teams:
  desk: {handles: [sales, letters], staff: [6, 7]}
simulation: {replications: 30}
)";

class SimulateCommand : public testing::Test {
  protected:
    std::string in_folder(const std::string& name) const { return (folder.path() / name).string(); }
    test::TemporaryFolder folder;
    std::string scenario = folder.write("s.yaml", one_hour);
    std::string command = "simulate '" + scenario + "' ";
};

TEST_F(SimulateCommand, TellsHowGivenStaffPerformsAndHowSureThatIs) {
    const ProgramRun run = freiton(command);
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(
        run.out,
        StartsWith("One hour\nMon 2 Mar 2026, intervals of 30 min\nSimulated 30 times; ± is the doubt about a mean"));
    EXPECT_THAT(run.out, HasSubstr("Target   sales: 80 % answered within 20 s, in every interval: "));
    EXPECT_THAT(run.out, HasSubstr("Target   letters: 90 % done within 1 working day"));
    EXPECT_EQ(run.err, "");  // no progress bar where nobody looks
    EXPECT_THAT(freiton(command + "--lang de").out,
                HasSubstr("02.03.2026, Intervalle von 30 min\n30 Durchläufe simuliert"));
}

TEST_F(SimulateCommand, AMissedTargetIsStillExitCodeZero) {
    const std::string path = folder.write("few.yaml", std::string{one_hour}.replace(one_hour.find("[6, 7]"), 6, "1"));
    const ProgramRun run = freiton("simulate '" + path + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("NOT met"));
}

TEST_F(SimulateCommand, JsonHasEveryFigureWithItsHalfWidth) {
    const auto json = nlohmann::json::parse(freiton(command + "--json").out);
    for (const char* key : {"scenario", "seed", "method", "intervals", "teams", "work", "totals", "targets", "met",
                            "warnings", "replications", "interrupted"})
        EXPECT_TRUE(json.contains(key)) << key;
    EXPECT_EQ(json["method"], "simulation");
    EXPECT_EQ(json["replications"], 30);
    EXPECT_EQ(json["interrupted"], false);
    const auto expect_measured = [](const nlohmann::json& figures, const std::vector<std::string>& keys) {
        for (const std::string& key : keys) {
            EXPECT_TRUE(figures.contains(key)) << key;
            EXPECT_TRUE(figures.contains(key + "_half_width")) << key;
        }
    };
    const auto& sales = json["work"]["sales"];
    for (const auto& figures : {sales, sales["by_interval"][1], sales["by_day"][0]})
        expect_measured(figures,
                        {"offered", "answered", "abandoned", "blocked", "service_level", "reachability", "asa_s",
                         "wait_all_s", "wait_p50_s", "wait_p90_s", "wait_p95_s", "wait_probability", "abandoned_share",
                         "blocked_share", "queue_mean", "load_erlang", "away_share", "queue_at_end", "busy_mean"});
    const auto& letters = json["work"]["letters"];
    for (const auto& figures : {letters, letters["by_interval"][1], letters["by_day"][0]})
        expect_measured(figures, {"offered", "done", "done_in_time", "turnaround_mean_h", "turnaround_p95_h",
                                  "waiting_mean", "backlog_at_end", "oldest_max_h", "busy_mean"});
    EXPECT_EQ(json["teams"]["desk"]["required"], nlohmann::json::array({6, 7}));
    for (const auto& target : json["targets"])
        for (const char* key : {"work", "kind", "scope", "wanted", "reached", "half_width", "met"})
            EXPECT_TRUE(target.contains(key)) << key;
}

TEST_F(SimulateCommand, PrintsTheSameBytesOnAnyNumberOfThreads) {
    const std::string one = freiton(command + "--json --threads 1").out;
    EXPECT_EQ(freiton(command + "--json --threads 2").out, one);
    EXPECT_EQ(freiton(command + "--json --threads 8 --quiet").out, one);
    EXPECT_NE(freiton(command + "--json --seed 2").out, one);
}

TEST_F(SimulateCommand, WhatAPlanWritesCanBeGivenBackAsStaff) {
    const std::string quickstart = test::in_source("scenarios/quickstart.yaml");
    const std::string plan = in_folder("plan");
    ASSERT_EQ(freiton("plan '" + quickstart + "' --csv '" + plan + "'").exit_code, 0);
    const ProgramRun run = freiton("simulate '" + quickstart + "' --json --staff '" + plan + "/staffing.csv'");
    EXPECT_EQ(run.exit_code, 0);
    const auto required = nlohmann::json::parse(run.out)["teams"]["hotline_team"]["required"];
    EXPECT_EQ(required[0], 7);
    EXPECT_EQ(required[6], 25);
}

TEST_F(SimulateCommand, EveryTeamWithoutStaffIsNamed) {
    const ProgramRun run = freiton("simulate '" + three_sites + "'");
    EXPECT_EQ(run.exit_code, 2);
    for (const char* team : {"north_team", "middle_team", "south_team"})
        EXPECT_THAT(run.err, HasSubstr(std::string{"teams."} + team + ".staff: is needed to simulate"));
}

TEST_F(SimulateCommand, ATableOfStaffIsCheckedRowByRow) {
    const std::string table = folder.write("staff.csv",
                                           "date,start,team,agents\n2026-03-02,09:00,north_team,14\n"
                                           "2026-03-02,09:00,nord_team,14\n2026-03-02,09:30,north_team,1.5\n");
    const ProgramRun run = freiton("simulate '" + three_sites + "' --staff '" + table + "'");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("staff.csv:3:3  team: got \"nord_team\", there is no such team; did you mean "
                                   "\"north_team\"?"));
    EXPECT_THAT(run.err, HasSubstr("staff.csv:4:4  agents: got \"1.5\", must be a whole number"));
    EXPECT_THAT(run.err, HasSubstr("staff.csv:1  team: no row is about middle_team"));
}

TEST_F(SimulateCommand, AnOrganisationThatTheScenarioDoesNotHaveIsAProblem) {
    const ProgramRun run = freiton("simulate '" + three_sites + "' --organisation poled");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, HasSubstr("did you mean \"pooled\"?"));
}

TEST_F(SimulateCommand, ATraceTellsOfEveryContact) {
    const std::string trace = in_folder("trace.csv");
    EXPECT_EQ(freiton(command + "--trace '" + trace + "'").exit_code, 0);
    EXPECT_THAT(bytes_of(trace), StartsWith("work,site,attempt,arrival_s,begin_s,end_s,wait_s,due_s,team,outcome\n"));
}

TEST_F(SimulateCommand, ATraceThatCannotBeWrittenIsExitCodeThreeAndLeavesNothingBehind) {
    const ProgramRun run =
        freiton(command + "--trace '" + in_folder("missing/trace.csv") + "' --csv '" + in_folder("tables") + "'");
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("missing/trace.csv"));
    EXPECT_FALSE(std::filesystem::exists(in_folder("missing")));
    EXPECT_FALSE(std::filesystem::exists(in_folder("tables")));
}

TEST_F(SimulateCommand, HeadroomIsAScaleOfTheArrivals) {
    const ProgramRun run = freiton(command + "--headroom");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("\nHeadroom "));
    const auto json = nlohmann::json::parse(freiton(command + "--headroom --json").out);
    EXPECT_GT(json["headroom_scale"], 0.0);
    EXPECT_EQ(json["headroom_at_least"], false);
}

TEST_F(SimulateCommand, WhereNothingIsPromisedThereIsNoHeadroom) {
    const std::string promised_nothing = command + "--set 'work.*.target=~' --headroom";
    const ProgramRun run = freiton(promised_nothing);
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, Not(HasSubstr("\nHeadroom ")));
    EXPECT_THAT(run.out, HasSubstr("no headroom."));
    EXPECT_FALSE(nlohmann::json::parse(freiton(promised_nothing + " --json").out).contains("headroom_scale"));
}

// The trace is written before the replications begin, from when on Ctrl-C is heard. A hundred thousand of them would
// take much longer than this test.
TEST_F(SimulateCommand, CtrlCEndsWithWhatIsKnownSoFarMarkedAsSuch) {
    const std::string path = folder.write(
        "long.yaml", std::string{one_hour}.replace(one_hour.find("replications: 30"), 16, "replications: 9000000"));
    const auto interrupted = [&](const std::string& options) {
        const std::string trace = in_folder("trace" + options);
        return shell(std::string{"'"} + test::program() + "' simulate '" + path + "' " + options + " --trace '" +
                     trace + "' & pid=$!; until [ -s '" + trace + "' ]; do :; done; kill -INT $pid; wait $pid");
    };
    const ProgramRun text = interrupted("");
    EXPECT_EQ(text.exit_code, 130);
    EXPECT_THAT(text.out, HasSubstr("Note     Stopped before the wanted precision was reached"));
    const ProgramRun json = interrupted("--json");
    EXPECT_EQ(json.exit_code, 130);
    const auto parsed = nlohmann::json::parse(json.out);
    EXPECT_EQ(parsed["interrupted"], true);
    EXPECT_GT(parsed["replications"], 0);
    EXPECT_EQ(parsed["warnings"][0]["code"], "interrupted");
}

}  // namespace
}  // namespace freiton::cli
