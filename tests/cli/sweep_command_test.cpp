// SPDX-License-Identifier: Apache-2.0
// Runs the real program on small studies, and ends it in the middle.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "cli/run_freiton.hpp"
#include "places.hpp"
#include "study/small_study.hpp"

namespace freiton::cli {
namespace {

using test::bytes_of;
using test::SmallStudy;
using testing::HasSubstr;
using testing::StartsWith;

// Forty variations that together take some seconds on one thread.
SmallStudy long_study() {
    return SmallStudy{
        "vary:\n  work.sales.arrivals.scale: [0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4]\n  teams.office.staff: [4, 5, "
        "6, 7, 8]\nquestion: simulate\n",
        600};
}

std::string kept(const SmallStudy& study) {
    return "sweep '" + study.file().string() + "' --out '" + study.out().string() + "'";
}

// Starts `freiton sweep STUDY --out OUT ...`, sends it a signal once the checkpoint has so many lines, and tells how it
// ended: as waitpid() does.
int signalled(const SmallStudy& study, bool resume, std::ptrdiff_t lines, int signal) {
    const pid_t child = fork();
    if (child == 0) {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
        const std::string file = study.file().string();
        const std::string out = study.out().string();
        execl(test::program(), "freiton", "sweep", file.c_str(), "--out", out.c_str(),
              resume ? "--resume" : static_cast<char*>(nullptr), static_cast<char*>(nullptr));
        _exit(127);
    }
    const auto checkpoint = study.out() / "checkpoint.tsv";
    int status = 0;
    for (;;) {
        const std::string bytes = bytes_of(checkpoint);
        if (std::count(bytes.begin(), bytes.end(), '\n') >= lines) break;
        if (waitpid(child, &status, WNOHANG) == child) return status;  // it ended before
        std::this_thread::yield();
    }
    kill(child, signal);
    waitpid(child, &status, 0);
    return status;
}

std::ptrdiff_t lines_in(const std::filesystem::path& file) {
    const std::string bytes = bytes_of(file);
    return std::count(bytes.begin(), bytes.end(), '\n');
}

TEST(SweepCommand, KilledAtAnyMomentItGoesOnAndEndsWithTheSameBytes) {
    const SmallStudy study = long_study();
    const SmallStudy undisturbed = long_study();
    ASSERT_EQ(freiton(kept(undisturbed)).exit_code, 0);
    const std::string table = bytes_of(undisturbed.out() / "table.csv");
    int killed = 0;
    bool resume = false;
    for (const std::ptrdiff_t lines : {0, 1, 2, 3, 7, 8, 15, 24, 33}) {
        const int status = signalled(study, resume, lines, SIGKILL);
        killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 1 : 0;
        resume = true;
        EXPECT_GE(lines_in(study.out() / "checkpoint.tsv"), std::min<std::ptrdiff_t>(lines, 42));
    }
    EXPECT_GE(killed, 5);
    EXPECT_FALSE(std::filesystem::exists(study.out() / "table.csv"));
    EXPECT_EQ(freiton(kept(study) + " --resume").exit_code, 0);
    EXPECT_EQ(bytes_of(study.out() / "table.csv"), table);
    EXPECT_EQ(lines_in(study.out() / "checkpoint.tsv"), 42);  // header, names, forty rows: none was done twice
}

TEST(SweepCommand, CtrlCEndsWith130AndWhatIsDoneIsKept) {
    const SmallStudy study = long_study();
    const int status = signalled(study, false, 5, SIGINT);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 130);
    const std::ptrdiff_t lines = lines_in(study.out() / "checkpoint.tsv");
    EXPECT_GE(lines, 5);
    EXPECT_LT(lines, 42);
    const ProgramRun refused = freiton(kept(study));
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.err, HasSubstr("holds an unfinished run of this study, " + std::to_string(lines - 2) +
                                       " of 40 variations done"));
    EXPECT_EQ(freiton(kept(study) + " --resume").exit_code, 0);
}

TEST(SweepCommand, AFinishedRunIsShownAgainByResume) {
    const SmallStudy study{test::staff_grid};
    const ProgramRun first = freiton(kept(study));
    EXPECT_EQ(first.exit_code, 0);
    EXPECT_EQ(first.err, "");
    EXPECT_THAT(first.out, StartsWith("12 of 12 variations, each simulated, on the same random numbers.\n"));
    const ProgramRun again = freiton(kept(study) + " --resume");
    EXPECT_EQ(again.exit_code, 0);
    EXPECT_EQ(again.out, first.out);
    EXPECT_EQ(freiton(kept(study)).exit_code, 2);
}

TEST(SweepCommand, JsonHoldsTheRowsOfTheTableAndTheSummary) {
    const SmallStudy study{test::staff_grid};
    const ProgramRun run = freiton("sweep '" + study.file().string() + "' --json --seed 11");
    ASSERT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.err, "");
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["variations"], 12);
    EXPECT_EQ(json["rows"].size(), 12U);
    EXPECT_EQ(json["rows"][11]["variation"], 12);
    EXPECT_EQ(json["rows"][11]["teams.office.staff"], 8);
    EXPECT_EQ(json["rows"][11]["seed"], 11);
    EXPECT_EQ(json["rows"][11]["error"], nullptr);
    EXPECT_GT(json["rows"][0]["work.sales.service_level_half_width"], 0.0);
    EXPECT_EQ(json["effects"][0]["output"], "cost");
    EXPECT_EQ(json["effects"][0]["input"], "teams.office.staff");
    EXPECT_NEAR(json["effects"][0]["value"], 1.0, 1e-12);  // nothing else has a cost here
    EXPECT_GE(json["tradeoff"].size(), 1U);
    EXPECT_EQ(freiton("sweep '" + study.file().string() + "' --json --seed 11 --threads 1").out, run.out);
}

TEST(SweepCommand, CsvWritesTheTableTheEffectsAndTheTradeoff) {
    const SmallStudy study{test::staff_grid};
    const auto tables = study.folder() / "tables";
    ASSERT_EQ(freiton("sweep '" + study.file().string() + "' --csv '" + tables.string() + "'").exit_code, 0);
    EXPECT_THAT(bytes_of(tables / "table.csv"),
                StartsWith("variation,work.sales.arrivals.scale,teams.office.staff,question,method,replications,met,"
                           "agent_hours,"));
    EXPECT_EQ(lines_in(tables / "table.csv"), 13);
    EXPECT_THAT(bytes_of(tables / "effects.csv"),
                StartsWith("output,input,measure,value,total_index,least_mean,most_mean\n"));
    EXPECT_THAT(bytes_of(tables / "tradeoff.csv"),
                StartsWith("variation,work.sales.arrivals.scale,teams.office.staff,cost,in_time_share,met\n"));
}

TEST(SweepCommand, ResumeWithoutAFolderIsAUsageError) {
    const SmallStudy study{test::staff_grid};
    EXPECT_EQ(freiton("sweep '" + study.file().string() + "' --resume").exit_code, 2);
}

}  // namespace
}  // namespace freiton::cli
