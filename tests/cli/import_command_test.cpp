// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/run_freiton.hpp"

namespace freiton::cli {
namespace {

using testing::HasSubstr;

std::string import_of(const test::TemporaryFolder& folder, const std::string& table, const std::string& options = "") {
    const auto path = folder.path() / "log.csv";
    std::ofstream{path} << table;
    return "import '" + path.string() + "' --out '" + (folder.path() / "out").string() + "' " + options;
}

TEST(ImportCommand, WritesNothingThatDoesNotReadWell) {
    const test::TemporaryFolder folder;
    const ProgramRun run =
        freiton(import_of(folder, "Date,Time,Calls,AHT\n2026-03-02,08:00,900000000,240\n2026-03-02,08:30,1,240\n"));
    EXPECT_NE(run.exit_code, 0);
    EXPECT_THAT(run.err, HasSubstr("more"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out" / "volumes.csv"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "out" / "imported.yaml"));
}

TEST(ImportCommand, HoursOfHalfDaysAreAskedAboutAndTheAnswerIsTaken) {
    const test::TemporaryFolder folder;
    const std::string table =
        "Date,Time,Calls,AHT\n2026-03-02,11:00,5,240\n2026-03-02,12:00,6,240\n2026-03-02,1:00,7,240\n";
    const ProgramRun asked = freiton(import_of(folder, table));
    EXPECT_EQ(asked.exit_code, 2);
    EXPECT_THAT(asked.err, HasSubstr("time_12h=Time"));
    const ProgramRun run = freiton(import_of(folder, table, "--columns time_12h=Time"));
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("11:00-14:00"));
}

}  // namespace
}  // namespace freiton::cli
