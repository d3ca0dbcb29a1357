// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

// script gives a command a terminal of its own, which ends lines in its own way.
std::string on_terminal(const std::string& scenario, const std::string& before) {
    std::string text = shell("script -qec \"" + run_of(scenario, before) + "\" /dev/null </dev/null").out;
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return text;
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
            const std::string text = on_terminal(scenario, "NO_COLOR=1 COLUMNS=" + std::to_string(columns) + " ");
            EXPECT_THAT(text, HasSubstr("Intervalle")) << scenario;
            EXPECT_LE(widest_line(text), columns) << scenario;
        }
}

TEST(Terminal, WhatCannotBeANumberOfColumnsIsNone) {
    const std::string plain = on_terminal("quickstart.yaml", "NO_COLOR=1 COLUMNS= ");
    for (const char* columns : {"-1", "0", "wide", "80x"})
        EXPECT_EQ(on_terminal("quickstart.yaml", std::string{"NO_COLOR=1 COLUMNS="} + columns + " "), plain) << columns;
}

TEST(Terminal, APipeIsAsWideAsEver) {
    const std::string plain = shell(run_of("service_firm.yaml", "COLUMNS= ")).out;
    EXPECT_EQ(shell(run_of("service_firm.yaml", "COLUMNS=40 ")).out, plain);
}

TEST(Terminal, ColoursAreForTerminalsOnly) {
    EXPECT_THAT(on_terminal("quickstart.yaml", "TERM=xterm NO_COLOR= "), HasSubstr("\x1b[1m"));
    EXPECT_THAT(on_terminal("quickstart.yaml", "TERM=xterm NO_COLOR=1 "), Not(HasSubstr("\x1b[1m")));
    EXPECT_THAT(on_terminal("quickstart.yaml", "TERM=dumb NO_COLOR= "), Not(HasSubstr("\x1b[1m")));
    EXPECT_THAT(shell(run_of("quickstart.yaml", "TERM=xterm NO_COLOR= ")).out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace freiton::cli
