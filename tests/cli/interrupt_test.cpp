// SPDX-License-Identifier: Apache-2.0
// Ctrl-C in the middle of what only the formulas or one long horizon take: nothing is printed, and nothing written.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "cli/run_freiton.hpp"
#include "places.hpp"

namespace freiton::cli {
namespace {

// A year of five-minute intervals, most of them different from all others of their week: minutes by formula.
std::string a_year() {
    std::string volumes;
    for (int i = 0; i < 288; ++i) volumes += (i > 0 ? ", " : "") + std::to_string(50 + (i * 37) % 100);
    return "freiton: 1\n"
           "calendar: {first_day: 2026-01-05, days: 364, open: '00:00-24:00', interval: 5 min}\n"
           "work:\n"
           "  sales: {kind: call, arrivals: {per_interval: [" +
           volumes +
           "], weekdays: {mon: 1.1, sat: 0.7, sun: 0.5}, day_cv: 0.1},\n"
           "          handling_time: 4 min, patience: 2 min, target: {answered: 80 %, within: 20 s}}\n"
           "  service: {kind: call, arrivals: {per_interval: 40, weekdays: {tue: 1.2, fri: 0.9}},\n"
           "            handling_time: 3 min, patience: 3 min, target: {answered: 80 %, within: 30 s}}\n"
           "teams:\n"
           "  office: {handles: [sales, service], staff: 120}\n";
}

// A signal that the process has a handler for: SigCgt of /proc/PID/status is a mask in hexadecimal digits.
bool catches_interrupt(pid_t child) {
    std::ifstream status{"/proc/" + std::to_string(child) + "/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("SigCgt:")) return (std::stoull(line.substr(7), nullptr, 16) >> (SIGINT - 1)) % 2 == 1;
    return false;
}

// Runs the program and interrupts it as soon as it watches for that.
ProgramRun interrupted(const std::vector<std::string>& arguments, int signal = SIGINT) {
    const test::TemporaryFolder folder;
    const std::string out = folder.write("out", ""), err = folder.write("err", "");
    std::vector<std::string> words = {test::program()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> values;
    for (std::string& word : words) values.push_back(word.data());
    values.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(out.c_str(), O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
        dup2(open(err.c_str(), O_WRONLY | O_CLOEXEC), STDERR_FILENO);
        execv(test::program(), values.data());
        _exit(127);
    }
    int status = 0;
    bool ended = false;
    while (!catches_interrupt(child) && !ended) {
        ended = waitpid(child, &status, WNOHANG) == child;
        std::this_thread::yield();
    }
    if (!ended) {
        kill(child, signal);
        waitpid(child, &status, 0);
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, test::bytes_of(out), test::bytes_of(err)};
}

TEST(Interrupt, EndsALongPlanByFormula) {
    const test::TemporaryFolder folder;
    std::string text = a_year();
    text.erase(text.find(", staff: 120"), 12);
    const ProgramRun run = interrupted({"plan", folder.write("s.yaml", text), "--method", "formula", "--json"});
    EXPECT_EQ(run.exit_code, 130);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err, "Stopped; there is no result yet.\n");
}

TEST(Interrupt, ARequestToEndIsObeyedLikeCtrlC) {
    const test::TemporaryFolder folder;
    const ProgramRun run =
        interrupted({"plan", folder.write("s.yaml", a_year()), "--method", "formula", "--json"}, SIGTERM);
    EXPECT_EQ(run.exit_code, 130);
    EXPECT_EQ(run.err, "Stopped; there is no result yet.\n");
}

TEST(Interrupt, EndsTheTraceOfALongHorizon) {
    const test::TemporaryFolder folder;
    const std::string trace = (folder.path() / "trace.csv").string();
    const ProgramRun run = interrupted({"simulate", folder.write("s.yaml", a_year()), "--trace", trace});
    EXPECT_EQ(run.exit_code, 130);
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(std::filesystem::exists(trace));
}

}  // namespace
}  // namespace freiton::cli
