// SPDX-License-Identifier: Apache-2.0
// What a terminal shows while a long run goes on.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <regex>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

// Some seconds of work on one thread.
constexpr const char* many_mornings = R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 1, open: "08:00-09:00", interval: 30 min}
work:
  sales: {kind: call, arrivals: {per_interval: [20, 40]}, handling_time: 3 min, patience: 2 min}
teams: {desk: {handles: [sales], staff: 6}}
simulation: {replications: 200000}
)";

const std::regex bar{R"re(\[#*\.*\] +([0-9]+) %  ([0-9]+) s left)re"};

int last_percent(const std::string& shown) {
    int percent = 0;
    for (auto one = std::sregex_iterator{shown.begin(), shown.end(), bar}; one != std::sregex_iterator{}; ++one)
        percent = std::stoi((*one)[1]);
    return percent;
}

// What the program writes to a terminal until it ends; it is interrupted once it has shown two of a hundred.
std::string shown_on_a_terminal(std::vector<std::string> words) {
    const int screen = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    grantpt(screen);
    unlockpt(screen);
    const int terminal = open(ptsname(screen), O_RDWR | O_NOCTTY | O_CLOEXEC);
    std::vector<char*> values;
    for (std::string& word : words) values.push_back(word.data());
    values.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
        dup2(terminal, STDERR_FILENO);
        execv(test::program(), values.data());
        _exit(127);
    }
    close(terminal);
    std::string shown;
    bool asked_to_end = false;  // a second time would end it at once
    char bytes[4096];
    for (ssize_t count = 0; (count = read(screen, bytes, sizeof bytes)) > 0;) {
        shown.append(bytes, static_cast<std::size_t>(count));
        if (asked_to_end || last_percent(shown) < 2) continue;
        kill(child, SIGINT);
        asked_to_end = true;
    }
    close(screen);
    waitpid(child, nullptr, 0);
    return shown;
}

const std::string& shown_of_a_long_run() {
    const test::TemporaryFolder folder;
    static const std::string shown =
        shown_on_a_terminal({"freiton", "simulate", folder.write("s.yaml", many_mornings), "--threads", "1"});
    return shown;
}

// The bar comes after a second at the earliest: with half of the work still to do, no less than that is left.
TEST(ProgressBar, TellsHowLongItStillTakesOnceThatCanBeKnown) {
    const std::string& shown = shown_of_a_long_run();
    ASSERT_GE(last_percent(shown), 2) << shown;
    for (auto one = std::sregex_iterator{shown.begin(), shown.end(), bar}; one != std::sregex_iterator{}; ++one) {
        const int percent = std::stoi((*one)[1]), left_s = std::stoi((*one)[2]);
        if (percent == 0) {
            EXPECT_EQ(left_s, 0) << "too early to say: " << (*one)[0];
        }
        if (percent >= 2 && percent < 50) {
            EXPECT_GE(left_s, 1) << (*one)[0];
        }
    }
}

TEST(ProgressBar, LeavesNothingOnTheTerminalWhenTheRunHasEnded) {
    const std::string& shown = shown_of_a_long_run();
    const std::string wiped = "\r\033[K";
    ASSERT_GE(last_percent(shown), 2) << shown;
    EXPECT_THAT(shown.substr(shown.rfind(wiped) + wiped.size()), testing::Not(testing::HasSubstr("left")));
}

}  // namespace
}  // namespace freiton::cli
