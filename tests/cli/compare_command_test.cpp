// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

constexpr const char* two_ways = R"(freiton: 1
calendar: {first_day: 2026-03-02, days: 1, open: "08:00-09:00", interval: 30 min}
work: {w: {kind: call, arrivals: {per_interval: 10}, handling_time: 4 min}}
teams: {t: {handles: [w], staff: 3}}
simulation: {replications: 30}
organisations: {a: {reach: all}, b: {reach: team}}
)";

TEST(CompareCommand, WritesTablesOfAllAndOfEachWhereItIsToldAndElsewhereNothing) {
    const test::TemporaryFolder folder;
    const auto tables = folder.path() / "tables", nothing = folder.path() / "nothing";
    const std::string compare = "compare '" + folder.write("s.yaml", two_ways).string() + "'";
    ASSERT_EQ(freiton(compare + " --csv '" + tables.string() + "'").exit_code, 0);
    EXPECT_TRUE(test::bytes_of(tables / "comparison.csv").starts_with("organisation,site,work,"));
    for (const char* name : {"a", "b"}) EXPECT_TRUE(std::filesystem::is_directory(tables / name)) << name;
    std::filesystem::create_directory(nothing);
    ASSERT_EQ(shell("cd '" + nothing.string() + "' && '" + test::program() + "' " + compare).exit_code, 0);
    EXPECT_TRUE(std::filesystem::is_empty(nothing));
}

}  // namespace
}  // namespace freiton::cli
