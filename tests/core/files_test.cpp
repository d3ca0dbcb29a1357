// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"

namespace freiton {
namespace {

using test::bytes_of;
using test::complaints;
using testing::ElementsAre;

TEST(ReadFile, GivesEveryByte) {
    const test::TemporaryFolder folder;
    std::string bytes;  // more than one block of 65,536, with every byte there is
    for (int i = 0; i < 200'000; ++i) bytes += static_cast<char>(i * 7 % 256);
    EXPECT_EQ(read_file(folder.write("all", bytes), bytes.size()), bytes);
    EXPECT_EQ(read_file(folder.write("none", ""), 10), "");
}

TEST(ReadFile, SaysWhyItCannot) {
    const test::TemporaryFolder folder;
    const std::string place = folder.path().string();
    const auto said = [](const std::string& path) { return complaints([&] { read_file(path, 1 << 20); }); };
    EXPECT_THAT(said(place + "/none"), ElementsAre(place + "/none  no such file"));
    EXPECT_THAT(said(place), ElementsAre(place + "  is a directory; a file is needed"));
    const std::string file = folder.write("file", "x").string();
    EXPECT_THAT(said(file + "/inside"), ElementsAre(file + "/inside  no such file"));
}

TEST(ReadFile, RefusesMoreThanTheLimit) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("big", std::string((1 << 20) + 1, 'x'));
    EXPECT_THAT(complaints([&] { read_file(path, 1 << 20); }),
                ElementsAre(path.string() + "  is too large to be meant (limit: 1 MB)"));
    EXPECT_EQ(read_file(path, (1 << 20) + 1).size(), std::size_t{(1 << 20) + 1});
}

TEST(CheckedText, DropsAByteOrderMarkAndNothingElse) {
    EXPECT_EQ(checked_text("\xEF\xBB\xBF"
                           "a: 1\n",
                           "f"),
              "a: 1\n");
    EXPECT_EQ(checked_text("\ta: Öl\r\n", "f"), "\ta: Öl\r\n");
}

TEST(CheckedText, RefusesWhatIsNoText) {
    const auto said = [](const std::string& bytes) { return complaints([&] { checked_text(bytes, "f"); }); };
    EXPECT_THAT(said(""), ElementsAre("f  is empty"));
    EXPECT_THAT(said(" \n\t\r\n"), ElementsAre("f  is empty"));
    EXPECT_THAT(said("\xEF\xBB\xBF"), ElementsAre("f  is empty"));
    EXPECT_THAT(said(std::string{"a\nb\0c", 5}), ElementsAre("f:2  is not a text file (control characters)"));
    EXPECT_THAT(said("a\n\nM\xFCnchen"), ElementsAre("f:3  is not UTF-8; save it as \"UTF-8\""));
    EXPECT_THAT(said(std::string{"\xFF\xFE"
                                 "a\0",
                                 4}),
                ElementsAre("f:1  is not UTF-8; save it as \"UTF-8\""));
}

TEST(CheckedTable, ReadsWhatIsNotUtf8AsWindows1252) {
    EXPECT_EQ(checked_table("date;note\r\n2.3.;Fr\xFChschicht \x96 5 \x80\r\n", "f"),
              "date;note\r\n2.3.;Frühschicht – 5 €\r\n");
    EXPECT_EQ(checked_table("note\nFrühschicht\n", "f"), "note\nFrühschicht\n");  // UTF-8 stays what it is
    EXPECT_EQ(checked_table("\xEF\xBB\xBFnote\nÖl\n", "f"), "note\nÖl\n");
}

TEST(CheckedTable, RefusesWhatIsNoTable) {
    const auto said = [](const std::string& bytes) { return complaints([&] { checked_table(bytes, "f"); }); };
    EXPECT_THAT(said(" \n"), ElementsAre("f  is empty"));
    EXPECT_THAT(said("a\nM\xFCnchen\n\x81\n"),
                ElementsAre("f:3  is neither UTF-8 nor Windows-1252; save it as \"CSV UTF-8\""));
    EXPECT_THAT(said(std::string{"a\nb\0\xFC", 5}), ElementsAre("f:2  is not a text file (control characters)"));
    EXPECT_THAT(said(std::string{"\xFE\xFF\0a", 4}), ElementsAre("f:1  is not UTF-8; save it as \"UTF-8\""));
    EXPECT_THAT(said("\xEF\xBB\xBFnote\nM\xFCnchen\n"), ElementsAre("f:2  is not UTF-8; save it as \"UTF-8\""));
}

TEST(WriteFile, ReplacesTheOldBytesAndLeavesNothingBeside) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("plan.csv", "old and longer");
    write_file(path, "new");
    EXPECT_EQ(bytes_of(path), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 1);
}

TEST(WriteFile, AFailureLeavesNothingBehind) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(write_file(folder.path() / "no" / "such" / "folder.csv", "x"), OutputError);
    std::filesystem::create_directory(folder.path() / "taken");
    folder.write("taken/file", "x");
    EXPECT_THROW(write_file(folder.path() / "taken", "x"), OutputError);  // a folder that is not empty
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 1);
}

// A way that leads round in circles, and a file whose reading fails: for root as for everybody.
TEST(ReadFile, SaysWhyTheSystemRefuses) {
    const test::TemporaryFolder folder;
    const std::string loop = (folder.path() / "loop").string();
    std::filesystem::create_symlink("loop", loop);
    const auto said = [](const std::string& path) { return complaints([&] { read_file(path, 1 << 20); }); };
    EXPECT_THAT(said(loop), ElementsAre(loop + "  cannot be read: Too many levels of symbolic links"));
    EXPECT_THAT(said("/proc/self/mem"), ElementsAre("/proc/self/mem  cannot be read: Input/output error"));
}

// Root may read everything; so root becomes nobody first, in a process of its own.
TEST(ReadFile, OfSomebodyElseSaysSo) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("secret", "x");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
    const pid_t child = fork();
    if (child == 0) {
        constexpr uid_t nobody = 65534;
        if (geteuid() == 0 && setuid(nobody) != 0) _exit(2);
        const auto said = complaints([&] { read_file(path, 1 << 20); });
        _exit(said == std::vector<std::string>{path.string() + "  cannot be read: Permission denied"} ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

TEST(CheckedText, TakesTheLineEndsOfOldMacs) { EXPECT_EQ(checked_text("a: 1\rb: 2\r", "f"), "a: 1\nb: 2\n"); }

// The limit on a file's size stands for a full disk: both fail in the middle of a file.
TEST(WriteFiles, AFullDiskLeavesTheFolderAsItWas) {
    const test::TemporaryFolder folder;
    folder.write("a.csv", "old");
    const pid_t child = fork();
    if (child == 0) {
        const rlimit sixteen_kilobytes{1 << 14, 1 << 14};
        std::signal(SIGXFSZ, SIG_IGN);
        if (setrlimit(RLIMIT_FSIZE, &sixteen_kilobytes) != 0) _exit(2);
        const std::string large(1 << 20, 'x');
        for (const auto& directory : {folder.path(), folder.path() / "new" / "deep"}) try {
                write_files(directory, {{"a.csv", "new"}, {"b.csv", large}, {"c.csv", "new"}});
                _exit(1);
            } catch (const OutputError& error) {
                if (error.what() != (directory / "b.csv").string() + ": File too large") _exit(3);
            }
        _exit(0);
    }
    int status = 0;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    EXPECT_EQ(bytes_of(folder.path() / "a.csv"), "old");
    EXPECT_EQ(std::distance(std::filesystem::recursive_directory_iterator{folder.path()}, {}), 1);
}

TEST(WriteFiles, WritesAllAndMakesTheFolder) {
    const test::TemporaryFolder folder;
    write_files(folder.path() / "new" / "deep", {{"a.csv", "1"}, {"b.csv", "2"}});
    EXPECT_EQ(bytes_of(folder.path() / "new" / "deep" / "a.csv"), "1");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path() / "new" / "deep"}, {}), 2);
}

TEST(WriteFiles, AFolderUnderAFileNameLeavesTheOthersAlone) {
    const test::TemporaryFolder folder;
    folder.write("a.csv", "old");
    std::filesystem::create_directory(folder.path() / "b.csv");
    EXPECT_THROW(write_files(folder.path(), {{"a.csv", "new"}, {"b.csv", "new"}}), OutputError);
    EXPECT_EQ(bytes_of(folder.path() / "a.csv"), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 2);
}

}  // namespace
}  // namespace freiton
