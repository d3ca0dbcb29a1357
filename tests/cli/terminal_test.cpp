// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/run_freiton.hpp"
#include "freiton/core/text.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string run_of(const std::string& scenario, const std::string& before) {
    return before + "'" + test::program() + "' plan '" + test::in_source("scenarios/") + scenario +
           "' --method formula --lang de";
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
    return widest;
}

TEST(Terminal, NoLineIsWiderThanColumnsSay) {
    for (const char* scenario : {"quickstart.yaml", "service_firm.yaml", "three_sites.yaml"})
        for (const std::size_t columns : {40U, 60U, 80U, 132U}) {
            const Outcome run = shell(run_of(scenario, "COLUMNS=" + std::to_string(columns) + " "));
            EXPECT_LE(widest_line(run.out), columns) << scenario;
        }
}

TEST(Terminal, WhatCannotBeANumberOfColumnsIsNone) {
    const std::string plain = shell(run_of("quickstart.yaml", "COLUMNS= ")).out;
    for (const char* columns : {"-1", "0", "wide", "80x"})
        EXPECT_EQ(shell(run_of("quickstart.yaml", std::string{"COLUMNS="} + columns + " ")).out, plain) << columns;
}

// script gives a command a terminal of its own.
TEST(Terminal, ColoursAreForTerminalsOnly) {
    const auto on_terminal = [](const std::string& before) {
        return shell("script -qec \"" + run_of("quickstart.yaml", before) + "\" /dev/null </dev/null").out;
    };
    EXPECT_THAT(on_terminal("TERM=xterm NO_COLOR= "), HasSubstr("\x1b[1m"));
    EXPECT_THAT(on_terminal("TERM=xterm NO_COLOR=1 "), Not(HasSubstr("\x1b[1m")));
    EXPECT_THAT(on_terminal("TERM=dumb NO_COLOR= "), Not(HasSubstr("\x1b[1m")));
    EXPECT_THAT(shell(run_of("quickstart.yaml", "TERM=xterm NO_COLOR= ")).out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace freiton::cli
