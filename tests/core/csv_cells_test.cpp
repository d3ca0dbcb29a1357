// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv_cells.hpp"

#include <gtest/gtest.h>

namespace freiton {
namespace {

TEST(CsvCells, TheSeparatorIsTheOneThatIsThereMostOften) {
    EXPECT_EQ(find_separator("a,b"), ',');
    EXPECT_EQ(find_separator("a;b,c;d"), ';');
    EXPECT_EQ(find_separator("a\tb"), '\t');
    EXPECT_EQ(find_separator("alone"), ',');
}

TEST(CsvCells, DecimalCommasNeedAnotherSeparator) {
    EXPECT_EQ(csv_number("1,5", ';'), 1.5);
    EXPECT_EQ(csv_number("1.5", ';'), 1.5);
    EXPECT_EQ(csv_number("1,5", ','), std::nullopt);
}

TEST(CsvCells, WhatIsWrittenIsReadBack) {
    for (const char separator : {',', ';', '\t'}) {
        const std::vector<std::string> cells = {"plain", "a,b;c\td", "\"quoted\"", "two\nlines", ""};
        std::string line = csv_line(cells, separator);
        const std::string name = "t.csv";
        CsvCells reader{line, separator, name};
        const CsvRow row = reader.row();
        EXPECT_TRUE(reader.at_end());
        EXPECT_EQ(std::vector<std::string>(row.cells.begin(), row.cells.end()), cells);
    }
}

}  // namespace
}  // namespace freiton
