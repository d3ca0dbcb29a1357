// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

const std::string quickstart_file = test::in_source("scenarios/quickstart.yaml");

TEST(HtmlOption, APageIsWrittenBesideTheUsualOutput) {
    const test::TemporaryFolder folder;
    const std::string page = (folder.path() / "plan.html").string();
    const ProgramRun run = freiton("plan '" + quickstart_file + "' --html '" + page + "'");
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.out, freiton("plan '" + quickstart_file + "'").out);
    const std::string html = test::bytes_of(page);
    EXPECT_THAT(html, testing::StartsWith("<!doctype html>"));
    EXPECT_THAT(html, HasSubstr("<h1>Quickstart hotline</h1>"));
    const ProgramRun json = freiton("plan '" + quickstart_file + "' --json --html '" + page + "'");
    EXPECT_EQ(json.out, freiton("plan '" + quickstart_file + "' --json").out);
    EXPECT_EQ(test::bytes_of(page), html) << "two runs are equal byte for byte";
}

TEST(HtmlOption, SimulateCompareAndSweepHaveItToo) {
    const test::TemporaryFolder folder;
    const std::string scenario = folder.write("s.yaml",
                                              "freiton: 1\n"
                                              "calendar: {first_day: 2026-03-02, open: '09:00-10:00'}\n"
                                              "work: {w: {kind: call, arrivals: {per_interval: 5}, handling_time: "
                                              "{mean: 4 min}, target: {answered: 80 %, within: 20 s}}}\n"
                                              "teams: {t: {handles: [w], staff: 3}}\n"
                                              "organisations: {a: {reach: all}, b: {reach: team}}\n"
                                              "simulation: {replications: 30}\n");
    const std::string study = folder.write("study.yaml",
                                           "freiton-study: 1\nscenario: s.yaml\nvary: {teams.t.staff: [2, 3]}\n"
                                           "question: simulate\n");
    for (const std::string& command : {"simulate '" + scenario, "compare '" + scenario, "sweep '" + study}) {
        const std::string page = (folder.path() / "page.html").string();
        std::filesystem::remove(page);
        const ProgramRun run = freiton(command + "' --lang de --html '" + page + "'");
        EXPECT_EQ(run.exit_code, 0) << command << run.err;
        EXPECT_THAT(test::bytes_of(page), HasSubstr("<html lang=\"de\">")) << command;
    }
}

TEST(HtmlOption, APageThatCannotBeWrittenIsExitCodeThree) {
    EXPECT_EQ(freiton("plan '" + quickstart_file + "' --html /no/such/folder/plan.html").exit_code, 3);
}

TEST(HtmlOption, CommandsWithoutAReportDoNotKnowIt) {
    EXPECT_EQ(freiton("check '" + quickstart_file + "' --html plan.html").exit_code, 2);
}

}  // namespace
}  // namespace freiton::cli
