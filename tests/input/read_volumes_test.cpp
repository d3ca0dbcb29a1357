// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_volumes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct Outcome {
    VolumeFile file;
    std::vector<std::string> said;  // with the file called "f.csv"
};

Outcome read(const std::string& csv) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("f.csv", csv);
    Outcome outcome;
    Problems problems;
    read_volumes(path, "sales", outcome.file, problems);
    for (Problem& problem : problems) {
        EXPECT_EQ(problem.place.file, path.string());
        problem.place.file = "f.csv";
    }
    outcome.said = test::lines_of(problems);
    EXPECT_EQ(outcome.file.found_at, path.string());
    return outcome;
}

TEST(ReadVolumes, TakesTheRowsOfItsWorkWithTheirLines) {
    const auto [file, said] = read(
        "date,start,work,site,arrivals\n"
        "2026-03-02,09:00,sales,Hamburg,12\n"
        "2026-03-02,09:00,service,Hamburg,99\n"
        "2026-03-02,09:30,sales,Hamburg,7.5\n");
    EXPECT_THAT(said, IsEmpty());
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(date_text(file.rows[1].date), "2026-03-02");
    EXPECT_EQ(file.rows[1].start, Minutes{9h + 30min});
    EXPECT_EQ(file.rows[1].arrivals, 7.5);
    EXPECT_EQ(file.rows[1].line, 4);
}

TEST(ReadVolumes, UnderstandsWhatAGermanExcelWrites) {
    const auto [file, said] = read(
        "\xEF\xBB\xBF"
        "Arrivals;Start;Date\r\n12,5;9:00;02.03.2026\r\n");
    EXPECT_THAT(said, IsEmpty());
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_EQ(file.rows[0].arrivals, 12.5);
    EXPECT_EQ(file.rows[0].start, Minutes{9h});
    EXPECT_EQ(date_text(file.rows[0].date), "2026-03-02");
}

TEST(ReadVolumes, WithoutAWorkColumnEveryRowCounts) {
    EXPECT_EQ(read("date,start,arrivals\n2026-03-02,09:00,1\n2026-03-02,09:30,2\n").file.rows.size(), 2u);
}

TEST(ReadVolumes, EveryWrongCellIsNamedWithLineAndColumn) {
    const auto [file, said] = read(
        "date,start,arrivals\n"
        "2026-02-30,9 o'clock,many\n"
        "tomorrow,09:00,-1\n"
        "2026-03-02,09:00,1e400\n"
        "2026-03-02,09:30,3\n");
    EXPECT_THAT(said, ElementsAre("f.csv:2:1  date: got \"2026-02-30\", this date does not exist",
                                  "f.csv:2:2  start: got \"9 o'clock\", must be times such as \"08:00-18:00\"",
                                  "f.csv:2:3  arrivals: got \"many\", must be a number",
                                  "f.csv:3:1  date: got \"tomorrow\", must be a date such as 2026-03-02",
                                  "f.csv:3:3  arrivals: got \"-1\", must be at least 0",
                                  "f.csv:4:3  arrivals: got \"1e400\", must be a finite number"));
    EXPECT_EQ(file.rows.size(), 1u);  // only the last row is right
}

TEST(ReadVolumes, RowsOfOtherWorkAreNotJudged) {
    EXPECT_THAT(read("date,start,work,arrivals\n2026-03-02,09:00,sales,1\n,,service,?\n").said, IsEmpty());
}

TEST(ReadVolumes, EveryMissingColumnIsNamed) {
    EXPECT_THAT(read("day,start,calls\n1,2,3\n").said,
                ElementsAre("f.csv:1  date: this column is missing", "f.csv:1  arrivals: this column is missing"));
}

TEST(ReadVolumes, ARowThatEndsTooEarlyIsNamedAndTheOthersAreRead) {
    const auto [file, said] = read("date,start,arrivals,note\n2026-03-02,09:00\n2026-03-02,09:30,3\n");
    EXPECT_THAT(said, ElementsAre("f.csv:2  has 2 cells, needs 4"));
    EXPECT_EQ(file.rows.size(), 1u);  // the note is not needed
}

TEST(ReadVolumes, ATableThatIsNoneIsThrown) {
    const test::TemporaryFolder folder;
    VolumeFile file;
    Problems problems;
    EXPECT_THAT(test::complaints([&] { read_volumes(folder.path() / "none.csv", "sales", file, problems); }),
                ElementsAre((folder.path() / "none.csv").string() + "  no such file"));
}

}  // namespace
}  // namespace freiton::input
