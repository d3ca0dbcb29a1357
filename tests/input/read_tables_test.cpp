// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct TablesRead {
    VolumeFile file;
    std::vector<std::string> said;  // with the table called "f.csv"
};

std::vector<std::string> lines_about(const std::filesystem::path& path, Problems& problems) {
    for (Problem& problem : problems) {
        EXPECT_EQ(problem.place.file, path.string());
        problem.place.file = "f.csv";
    }
    return test::lines_of(problems);
}

// Reads the table as the arrivals of a work "sales".
TablesRead read_with_table(const std::string& csv) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("f.csv", csv);
    ScenarioParts parts;
    parts.work.push_back({.name = "sales", .arrivals = {.file = VolumeFile{.path = "f.csv"}}});
    parts.work.push_back({.name = "service"});
    Problems problems;
    read_tables(parts, folder.path(), problems);
    EXPECT_EQ(parts.work[0].arrivals.file->found_at, path.string());
    return {*parts.work[0].arrivals.file, lines_about(path, problems)};
}

TEST(ReadTables, TakesTheRowsOfItsWorkWithTheirLines) {
    const auto [file, said] = read_with_table(
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

TEST(ReadTables, UnderstandsWhatAGermanExcelWrites) {
    const auto [file, said] = read_with_table(
        "\xEF\xBB\xBF"
        "Arrivals;Start;Date\r\n12,5;9:00;02.03.2026\r\n");
    EXPECT_THAT(said, IsEmpty());
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_EQ(file.rows[0].arrivals, 12.5);
    EXPECT_EQ(file.rows[0].start, Minutes{9h});
    EXPECT_EQ(date_text(file.rows[0].date), "2026-03-02");
}

// "CSV (Trennzeichen-getrennt)" is written in Windows-1252.
TEST(ReadTables, ReadsUmlautsInTheEncodingOfAnOlderExcel) {
    const auto [file, said] = read_with_table("date;start;site;arrivals\r\n02.03.2026;9:00;M\xFCnchen;12,5\r\n");
    EXPECT_THAT(said, IsEmpty());
    ASSERT_EQ(file.rows.size(), 1u);
    EXPECT_EQ(file.rows[0].site, "München");
    EXPECT_EQ(file.rows[0].arrivals, 12.5);
}

TEST(ReadTables, WithoutAWorkColumnEveryRowCounts) {
    EXPECT_EQ(read_with_table("date,start,arrivals\n2026-03-02,09:00,1\n2026-03-02,09:30,2\n").file.rows.size(), 2u);
}

TEST(ReadTables, EveryWrongCellIsNamedWithLineAndColumn) {
    const auto [file, said] = read_with_table(
        "date,start,arrivals\n"
        "2026-02-30,9 o'clock,many\n"
        "tomorrow,09:00,-1\n"
        "2026-03-02,09:00,1e400\n"
        "2026-03-02,09:30,3\n");
    EXPECT_THAT(said, ElementsAre("f.csv:2:1  date: got \"2026-02-30\", this date does not exist",
                                  "f.csv:2:2  start: got \"9 o'clock\", must be a time of day such as \"08:30\"",
                                  "f.csv:2:3  arrivals: got \"many\", must be a number",
                                  "f.csv:3:1  date: got \"tomorrow\", must be a date such as 2026-03-02",
                                  "f.csv:3:3  arrivals: got \"-1\", must be at least 0",
                                  "f.csv:4:3  arrivals: got \"1e400\", must be a finite number"));
    EXPECT_EQ(file.rows.size(), 1u);  // only the last row is right
}

TEST(ReadTables, WhatIsWrongWithATableOfSeveralIsToldOnce) {
    const test::TemporaryFolder folder;
    const auto path = folder.write(
        "f.csv", "date,start,work,arrivals\n2026-03-02\n2026-03-02,09:00,sales,x\n2026-03-02,09:00,service,2\n");
    ScenarioParts parts;
    for (const char* name : {"sales", "service"})
        parts.work.push_back({.name = name, .arrivals = {.file = VolumeFile{.path = "f.csv"}}});
    Problems problems;
    read_tables(parts, folder.path(), problems);
    EXPECT_THAT(lines_about(path, problems),
                ElementsAre("f.csv:2  has 1 cells, needs 4", "f.csv:3:4  arrivals: got \"x\", must be a number"));
    EXPECT_EQ(parts.work[1].arrivals.file->rows.size(), 1u);
}

TEST(ReadTables, RowsOfOtherWorkAreNotJudged) {
    EXPECT_THAT(read_with_table("date,start,work,arrivals\n2026-03-02,09:00,sales,1\n,,service,?\n").said, IsEmpty());
}

TEST(ReadTables, RowsOfWorkThatIsNowhereAreToldOnceForEachName) {
    EXPECT_THAT(read_with_table("date,start,work,arrivals\n2026-03-02,09:00,sales,1\n2026-03-02,09:00,servise,99\n"
                                "2026-03-02,09:30,servise,99\n2026-03-02,09:30,,7\n")
                    .said,
                ElementsAre("f.csv:3:3  work: got \"servise\", there is no such work; did you mean \"service\"?",
                            "f.csv:5:3  work: got \"\", there is no such work"));
}

TEST(ReadTables, EveryMissingColumnIsNamed) {
    EXPECT_THAT(read_with_table("day,start,calls\n1,2,3\n").said,
                ElementsAre("f.csv:1  date: this column is missing; there are: day, start, calls",
                            "f.csv:1  arrivals: this column is missing; there are: day, start, calls"));
}

TEST(ReadTables, ARowThatEndsTooEarlyIsNamedAndTheOthersAreRead) {
    const auto [file, said] = read_with_table("date,start,arrivals,note\n2026-03-02,09:00\n2026-03-02,09:30,3,busy\n");
    EXPECT_THAT(said, ElementsAre("f.csv:2  has 2 cells, needs 3"));
    EXPECT_EQ(file.rows.size(), 1u);
}

TEST(ReadTables, ATableThatIsNoneIsAProblemOfTheKeyThatNamesIt) {
    ScenarioParts parts;
    parts.work.push_back({.name = "sales", .arrivals = {.file = VolumeFile{.path = "none.csv"}}});
    parts.work[0].handling_time = {.law = Law::empirical, .file = "none_either.csv"};
    parts.teams.push_back({.name = "desk", .staff = Staff{.path = "nobody.csv"}});
    Problems problems;
    read_tables(parts, "dir", problems);
    EXPECT_THAT(test::lines_of(problems),
                ElementsAre("dir/none_either.csv  work.sales.handling_time.file: no such file",
                            "dir/none.csv  work.sales.arrivals.file: no such file",
                            "dir/nobody.csv  teams.desk.staff: no such file"));
}

TEST(ReadTables, SitesAndHandlingTimesAreReadWhereTheyAre) {
    const auto [file, said] = read_with_table(
        "date,start,site,arrivals,handling_time_s\n2026-03-02,09:00,north,1,200\n2026-03-02,09:00,south,2,\n");
    EXPECT_THAT(said, IsEmpty());
    ASSERT_EQ(file.rows.size(), 2u);
    EXPECT_EQ(file.rows[0].site, "north");
    EXPECT_EQ(file.rows[0].handling_time_s, 200.0);
    EXPECT_EQ(file.rows[1].handling_time_s, std::nullopt);
}

// What `plan --csv` writes can be given back.
TEST(ReadTables, StaffTakesTheRowsOfItsTeam) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("staff.csv",
                                   "date,start,team,agents\n2026-03-02,09:00,desk,7\n2026-03-02,09:00,other,x\n"
                                   "2026-03-02,09:30,desk,7.5\n");
    ScenarioParts parts;
    parts.teams.push_back({.name = "desk", .staff = Staff{.path = "staff.csv"}});
    parts.teams.push_back({.name = "other"});
    Problems problems;
    read_tables(parts, folder.path(), problems);
    EXPECT_THAT(lines_about(path, problems), ElementsAre("f.csv:4:4  agents: got \"7.5\", must be a whole number"));
    ASSERT_EQ(parts.teams[0].staff->rows.size(), 1u);
    EXPECT_EQ(parts.teams[0].staff->rows[0], (StaffRow{*parse_date("2026-03-02").date, 9h, 7, 2}));
}

TEST(ReadTables, AnEmpiricalLawTakesItsColumnWhereverALawStands) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "duration_s\n60\n120\n");
    const DurationLaw law{.law = Law::empirical, .file = "d.csv"};
    ScenarioParts parts;
    parts.work.push_back({.name = "sales", .handling_time = law, .patience = law});
    parts.teams.push_back({.name = "desk", .handling_time = {{"sales", law}}, .absence = Absence{.length = law}});
    Problems problems;
    read_tables(parts, folder.path(), problems);
    EXPECT_THAT(problems, IsEmpty());
    for (const DurationLaw& read : {parts.work[0].handling_time, *parts.work[0].patience,
                                    parts.teams[0].handling_time.at("sales"), *parts.teams[0].absence->length})
        EXPECT_THAT(read.values_s, ElementsAre(60, 120));
}

}  // namespace
}  // namespace freiton::input
