// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/table.hpp"

#include <gtest/gtest.h>

namespace freiton::report {
namespace {

TEST(Table, ColumnsAreAsWideAsTheyMustBe) {
    Table table{{{"day", Table::Align::left}, {"calls"}}};
    table.row({"Wednesday", "7"});
    table.row({"Fri", "1234567"});
    EXPECT_EQ(table.text(),
              "day          calls\n"
              "──────────────────\n"
              "Wednesday        7\n"
              "Fri        1234567\n");
}

TEST(Table, ARuleGoesAcross) {
    Table table{{{"a"}, {"b"}}};
    table.row({"1", "2"});
    table.rule();
    table.row({"3", "4"});
    EXPECT_EQ(table.text(),
              "a  b\n"
              "────\n"
              "1  2\n"
              "────\n"
              "3  4\n");
}

TEST(Table, WidthIsCountedInCharactersNotBytes) {
    Table table{{{"Öl", Table::Align::left}, {"x"}}};
    table.row({"ä", "1"});
    EXPECT_EQ(table.text(),
              "Öl  x\n"
              "─────\n"
              "ä   1\n");
}

TEST(Table, LinesHaveNoSpaceAtTheirEndAndMissingCellsAreEmpty) {
    Table table{{{"a", Table::Align::left}, {"long title", Table::Align::left}}};
    table.row({"1"});
    table.row({"1", "x"});
    EXPECT_EQ(table.text(),
              "a  long title\n"
              "─────────────\n"
              "1\n"
              "1  x\n");
}

// 10 columns for 8: one column and a quarter for each.
TEST(Bar, IsDrawnInEighthsOfAColumn) {
    EXPECT_EQ(bar(8, 8, 10), "██████████");
    EXPECT_EQ(bar(4, 8, 10), "█████");
    EXPECT_EQ(bar(1, 8, 10), "█▎");    // 1.25 columns: 1 and 2/8
    EXPECT_EQ(bar(3, 8, 10), "███▊");  // 3.75 columns: 3 and 6/8
    EXPECT_EQ(bar(0, 8, 10), "");
}

TEST(Bar, OfNothingIsEmpty) { EXPECT_EQ(bar(0, 0, 10), ""); }

}  // namespace
}  // namespace freiton::report
