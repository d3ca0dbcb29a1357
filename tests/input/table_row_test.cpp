// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/table_row.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"

namespace freiton::input {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

// Reads each cell of a table with one column, whose name is in its first line.
template <class Read>
std::vector<std::string> row_said(const std::string& csv, Read read) {
    const CsvTable table = CsvTable::parse(csv, "t.csv");
    Problems problems;
    for (const CsvTable::Row& row : table.rows()) {
        TableRow cells{table, row, problems};
        read(cells);
    }
    return test::lines_of(problems);
}

TEST(TableRow, ReadsEveryTypeOfCell) {
    const CsvTable table = CsvTable::parse("a;b;c;d\n02.03.2026;8:30;1,5;7\n", "t.csv");
    Problems problems;
    TableRow row{table, table.rows()[0], problems};
    EXPECT_EQ(date_text(*row.date(0)), "2026-03-02");
    EXPECT_EQ(row.clock(1), 8h + 30min);
    EXPECT_EQ(row.not_negative(2), 1.5);
    EXPECT_EQ(row.count(3), 7);
    EXPECT_EQ(row.cell(3), "7");
    EXPECT_THAT(problems, IsEmpty());
}

TEST(TableRow, AWrongDateIsNamed) {
    EXPECT_THAT(row_said("day\n2026-02-30\n3 March\n", [](TableRow& row) { row.date(0); }),
                ElementsAre("t.csv:2:1  day: got \"2026-02-30\", this date does not exist",
                            "t.csv:3:1  day: got \"3 March\", must be a date such as 2026-03-02"));
}

TEST(TableRow, AWrongTimeIsNamed) {
    EXPECT_THAT(row_said("start\n9 am\n25:00\n", [](TableRow& row) { row.clock(0); }),
                ElementsAre("t.csv:2:1  start: got \"9 am\", must be a time of day such as \"08:30\"",
                            "t.csv:3:1  start: got \"25:00\", must be a time of day such as \"08:30\""));
}

TEST(TableRow, ANumberIsFiniteAndNotNegative) {
    EXPECT_THAT(row_said("n\n-1\n1e400\nmany\n0\n", [](TableRow& row) { row.not_negative(0); }),
                ElementsAre("t.csv:2:1  n: got \"-1\", must be at least 0",
                            "t.csv:3:1  n: got \"1e400\", must be a finite number",
                            "t.csv:4:1  n: got \"many\", must be a number"));
}

TEST(TableRow, ACountIsWhole) {
    EXPECT_THAT(row_said("n\n2.5\n3\n", [](TableRow& row) { row.count(0); }),
                ElementsAre("t.csv:2:1  n: got \"2.5\", must be a whole number"));
}

TEST(Table, EveryMissingColumnIsNamed) {
    const CsvTable table = CsvTable::parse("a,b\n1,2\n", "t.csv");
    Problems problems;
    EXPECT_TRUE(has_columns(table, {"b", "a"}, problems));
    EXPECT_FALSE(has_columns(table, {"c", "a", "d"}, problems));
    EXPECT_THAT(test::lines_of(problems), ElementsAre("t.csv:1  c: this column is missing; there are: a, b",
                                                      "t.csv:1  d: this column is missing; there are: a, b"));
}

TEST(Table, AColumnIsThereOnce) {
    const CsvTable table = CsvTable::parse("a,b,a\n1,2,3\n", "t.csv");
    Problems problems;
    EXPECT_FALSE(has_columns(table, {"a", "b"}, problems));
    EXPECT_THAT(test::lines_of(problems), ElementsAre("t.csv:1  a: is named twice"));
}

TEST(Table, ARowIsAsLongAsItsHead) {
    const CsvTable table = CsvTable::parse("a,b\n1,2\n1\n1,2,,\n1,2,3\n", "t.csv");
    Problems problems;
    EXPECT_TRUE(is_whole(table, table.rows()[0], {0, 1}, problems));
    EXPECT_FALSE(is_whole(table, table.rows()[1], {0, 1}, problems));
    EXPECT_TRUE(is_whole(table, table.rows()[2], {0, 1}, problems));  // empty cells beyond are what Excel writes
    EXPECT_FALSE(is_whole(table, table.rows()[3], {0, 1}, problems));
    EXPECT_THAT(test::lines_of(problems),
                ElementsAre("t.csv:3  has 1 cells, needs 2",
                            "t.csv:5  has 3 cells, more than the 2 columns; a decimal comma needs quotes, or ; between "
                            "the cells"));
}

}  // namespace
}  // namespace freiton::input
