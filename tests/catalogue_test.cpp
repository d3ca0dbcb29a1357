// SPDX-License-Identifier: Apache-2.0
// Runs the real program on everything in tests/catalogue (see its README) and compares every byte of what it says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "core/temporary_folder.hpp"
#include "places.hpp"

namespace freiton {
namespace {

namespace fs = std::filesystem;
using test::bytes_of;
using testing::IsEmpty;

// Half a gigabyte; sanitizers reserve far more than they use.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define FREITON_SANITIZED
#endif
#endif
#ifdef FREITON_SANITIZED
const std::string within_memory;
#else
const std::string within_memory = "ulimit -v 500000 && ";
#endif

struct Outcome {
    int exit_code;
    std::string out;
    std::string err;
};

// The program with these arguments, in this folder.
Outcome freiton_in(const fs::path& folder, const std::string& arguments, const std::string& before = "") {
    const test::TemporaryFolder streams;
    const std::string out = (streams.path() / "out").string();
    const std::string err = (streams.path() / "err").string();
    const std::string command = "cd '" + folder.string() + "' && " + before + std::string{"'"} + test::program() +
                                "' " + arguments + " >'" + out + "' 2>'" + err + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, bytes_of(out), bytes_of(err)};
}

// Every file below a folder with its bytes, by its relative name.
std::map<std::string, std::string> files_below(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        files[fs::relative(entry.path(), folder).generic_string()] = entry.is_directory() ? "" : bytes_of(entry.path());
    return files;
}

std::string without_line_end(std::string line) {
    line.erase(std::find(line.begin(), line.end(), '\n'), line.end());
    return line;
}

TEST(Catalogue, EveryBrokenInputIsToldAsItsCaseSaysAndNothingIsWritten) {
    const fs::path catalogue = test::in_source("tests/catalogue");
    const auto before = files_below(catalogue);
    int cases = 0;
    for (const auto& [file, expected] : before) {
        if (!file.ends_with(".expected")) continue;
        const std::string name = file.substr(0, file.size() - std::string{".expected"}.size());
        const auto command = before.find(name + ".command");
        const Outcome run = freiton_in(
            catalogue, command != before.end() ? without_line_end(command->second) : "plan '" + name + ".yaml'");
        EXPECT_EQ(run.exit_code, 2) << name;
        EXPECT_EQ(run.out, "") << name;
        EXPECT_EQ(run.err, expected) << name;
        ++cases;
    }
    for (const auto& [file, command] : before)
        if (file.ends_with(".command")) {
            EXPECT_TRUE(before.contains(fs::path{file}.replace_extension("expected").string())) << file;
        }
    EXPECT_GE(cases, 80);
    EXPECT_TRUE(files_below(catalogue) == before);
}

TEST(Catalogue, TheScenarioThatTheCasesAreMadeFromIsRight) {
    EXPECT_EQ(freiton_in(test::in_source("tests/catalogue"), "plan valid.yaml").exit_code, 0);
}

// Input that is too large, too deep or too strange to lie in the repository; `said` is the first line about it.
void expect_refused(const std::string& file_name, const std::string& bytes, const std::string& said) {
    const test::TemporaryFolder folder;
    folder.write(file_name, bytes);
    const Outcome run = freiton_in(folder.path(), "plan " + file_name);
    EXPECT_EQ(run.exit_code, 2) << file_name;
    EXPECT_EQ(run.out, "") << file_name;
    EXPECT_EQ(without_line_end(run.err), said);
    EXPECT_THAT(run.err, testing::EndsWith("nothing was computed.\n")) << file_name;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

TEST(HostileInput, AFileOfAMillionLinesHoldsTooManyValues) {
    expect_refused("lines.yaml", repeated("- 1\n", 1'000'000),
                   "lines.yaml:800001  holds too many values to be meant (limit: 400000)");
}

TEST(HostileInput, TenMegabytesAreTooLarge) {
    for (const std::string text : {"[", "a: b c: ", "- ", "\"", "\t"})
        expect_refused("large.yaml", repeated(text, (10 << 20) / static_cast<int>(text.size())),
                       "large.yaml  is too large to be meant (limit: 4 MB)");
}

TEST(HostileInput, FourMegabytesOfOpeningsAreNestedTooDeeply) {
    for (const std::string text : {"[", "{a: ", "[\n", "- ", "? "})
        expect_refused("deep.yaml", repeated(text, (4 << 20) / static_cast<int>(text.size())),
                       text == "[\n" ? "deep.yaml:1025  is nested too deeply (limit: 16 levels)"
                                     : "deep.yaml:1  is nested too deeply (limit: 16 levels)");
}

// The parser would hold all of a line's signs before it hands on the first value: a gigabyte of them.
TEST(HostileInput, FourMegabytesOfSignsAreRefusedInBoundedMemory) {
    const std::string shown = "a: b c: a: b c: a: b c: a: b c: a: b c: a: b c: a: b c: a: b";
    expect_refused("s.yaml", repeated("a: b c: ", (4 << 20) / 8),
                   "s.yaml:1  got \"" + shown.substr(3) +
                       " c:...\", a value with \": \" in it must stand in quotes; or a line "
                       "break is missing; did you mean \"'" +
                       shown.substr(3) + " c...\"?");
    for (const std::string text : {"[1,", "1, ", "\"\" ", "'' ", "! ", "&a ", "*a ", "k\n", "k\r", "{},"}) {
        const test::TemporaryFolder folder;
        folder.write("s.yaml", "[" + repeated(text, (4 << 20) / static_cast<int>(text.size()) - 1));
        const Outcome run = freiton_in(folder.path(), "plan s.yaml", within_memory);
        EXPECT_EQ(run.exit_code, 2) << text;
        EXPECT_EQ(run.out, "") << text;
        EXPECT_THAT(run.err, testing::AnyOf(testing::HasSubstr("holds too many values to be meant (limit: 400000)\n"),
                                            testing::HasSubstr("is nested too deeply (limit: 16 levels)\n")))
            << text;
    }
}

// Ten thousand names of things that are nothing, by a thousand that are known.
TEST(HostileInput, AHundredThousandUnknownNamesAreCounted) {
    std::string yaml = "freiton: 1\ncalendar: {first_day: 2026-03-02, open: \"08:00-18:00\"}\nwork:\n";
    std::string wrong;
    for (int i = 0; i < 1'000; ++i)
        yaml += "  w" + std::to_string(i) + ": {kind: call, handling_time: 4 min, arrivals: {per_day: 1}}\n";
    for (int i = 0; i < 300; ++i) wrong += "x" + std::to_string(i) + ", ";
    yaml += "teams:\n";
    for (int i = 0; i < 300; ++i) yaml += "  t" + std::to_string(i) + ": {handles: [" + wrong + "w1]}\n";
    const test::TemporaryFolder folder;
    folder.write("s.yaml", yaml);
    const Outcome run = freiton_in(folder.path(), "check s.yaml");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, testing::StartsWith("s.yaml:4  work.w0: no team handles this work\n"));
    EXPECT_THAT(run.err, testing::EndsWith("\n90999 problems; nothing was computed.\n"));  // 300 x 300 + 999
}

// Forty lists of nine aliases each would be 9^40 values if they were expanded.
TEST(HostileInput, AnAliasBombIsRefusedUnexpanded) {
    std::string bomb = "a0: &a0 [x]\n";
    for (int i = 1; i <= 40; ++i)
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" +
                repeated("*a" + std::to_string(i - 1) + ", ", 9) + "x]\n";
    expect_refused("bomb.yaml", bomb, "bomb.yaml:1  anchors and aliases are not supported; write the value out");
}

TEST(HostileInput, ALineOfThreeMegabytesIsNoNumber) {
    expect_refused("long.yaml", "freiton: " + std::string(3 << 20, '1'),
                   "long.yaml:1  freiton: got \"" + std::string(60, '1') +
                       "...\", this version of the format is unknown; write \"freiton: 1\"");
}

TEST(HostileInput, AHundredThousandWrongRowsAreCounted) {
    const test::TemporaryFolder folder;
    std::string yaml = bytes_of(test::in_source("tests/catalogue/valid.yaml"));
    const std::string list = "per_interval: [10, 20, 15, 5]";
    ASSERT_NE(yaml.find(list), std::string::npos);
    folder.write("s.yaml", yaml.replace(yaml.find(list), list.size(), "file: t.csv"));
    folder.write("t.csv", "date,start,arrivals\n" + repeated("2026-03-02,09:00,many\n", 100'000));
    const Outcome run = freiton_in(folder.path(), "plan s.yaml");
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, testing::StartsWith("t.csv:2:3  arrivals: got \"many\", must be a number\n"));
    EXPECT_THAT(run.err, testing::EndsWith("\n... and 99980 more\n100000 problems; nothing was computed.\n"));
}

// Four megabytes of rows that are too short, ten of cells beyond all columns.
TEST(HostileInput, ATableWithMillionsOfMistakesIsNotReadToItsEnd) {
    const test::TemporaryFolder folder;
    std::string yaml = bytes_of(test::in_source("tests/catalogue/valid.yaml"));
    const std::string list = "per_interval: [10, 20, 15, 5]";
    folder.write("s.yaml", yaml.replace(yaml.find(list), list.size(), "file: t.csv"));
    folder.write("t.csv", "date,start,arrivals\n" + repeated("1\n", 2 << 20));
    Outcome run = freiton_in(folder.path(), "check s.yaml", within_memory);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.err, testing::StartsWith("t.csv:2  has 1 cells, needs 3\n"));
    EXPECT_THAT(run.err, testing::EndsWith("\nMore than 100000 problems; nothing was computed.\n"));
    folder.write("t.csv", "date,start,arrivals\n" + std::string(10 << 20, ','));
    run = freiton_in(folder.path(), "check s.yaml", within_memory);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(without_line_end(run.err),
              "t.csv:2  work.sales.arrivals.file: holds too many values to be meant (limit: 1000)");
}

// For root, too; files of others are in files_test.cpp.
TEST(HostileInput, AFileThatCannotBeReadSaysSo) {
    const test::TemporaryFolder folder;
    fs::create_symlink("loop.yaml", folder.path() / "loop.yaml");
    EXPECT_EQ(freiton_in(folder.path(), "plan loop.yaml").exit_code, 2);
    EXPECT_EQ(freiton_in(folder.path(), "plan loop.yaml").err,
              "loop.yaml  cannot be read: Too many levels of symbolic links\n1 problem; nothing was computed.\n");
}

TEST(HostileInput, ADirectoryOrADeviceIsNoScenario) {
    const test::TemporaryFolder folder;
    fs::create_directory(folder.path() / "s.yaml");
    EXPECT_EQ(freiton_in(folder.path(), "plan s.yaml").err,
              "s.yaml  is a directory; a file is needed\n1 problem; nothing was computed.\n");
    EXPECT_EQ(freiton_in(folder.path(), "plan /dev/null").err,
              "/dev/null  is empty\n1 problem; nothing was computed.\n");
}

}  // namespace
}  // namespace freiton
