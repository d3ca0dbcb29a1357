// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace freiton
