// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "core/temporary_folder.hpp"

namespace freiton {
namespace {

using testing::ElementsAre;

TEST(Csv, CommaSemicolonAndTabAreFoundOutFromTheFirstLine) {
    for (const std::string separator : {",", ";", "\t"}) {
        const CsvTable table = CsvTable::parse("date" + separator + "start\n2026-03-02" + separator + "08:00\n", "t");
        EXPECT_THAT(table.columns(), ElementsAre("date", "start")) << separator;
        ASSERT_EQ(table.rows().size(), 1u) << separator;
        EXPECT_THAT(table.rows()[0].cells, ElementsAre("2026-03-02", "08:00")) << separator;
    }
}

TEST(Csv, ColumnsAreFoundWhateverTheirCaseAndSpace) {
    const CsvTable table = CsvTable::parse("Date, START ,Arrivals\n1,2,3\n", "t");
    EXPECT_EQ(table.column("start"), 1);
    EXPECT_EQ(table.column("arrivals"), 2);
    EXPECT_EQ(table.column("site"), -1);
}

TEST(Csv, AByteOrderMarkAndWindowsLineEndsAreNoPartOfTheCells) {
    const CsvTable table = CsvTable::parse(
        "\xEF\xBB\xBF"
        "date;start\r\n1;2\r\n\"3\";\"4\"\r\n",
        "t");
    EXPECT_THAT(table.columns(), ElementsAre("date", "start"));
    ASSERT_EQ(table.rows().size(), 2u);
    EXPECT_THAT(table.rows()[0].cells, ElementsAre("1", "2"));
    EXPECT_THAT(table.rows()[1].cells, ElementsAre("3", "4"));
}

TEST(Csv, QuotedCellsHoldSeparatorsQuotesAndLineEnds) {
    const CsvTable table = CsvTable::parse("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\nlast,row", "t");
    ASSERT_EQ(table.rows().size(), 2u);
    EXPECT_THAT(table.rows()[0].cells, ElementsAre("x, \"y\"", "two\nlines"));
    EXPECT_THAT(table.rows()[1].cells, ElementsAre("last", "row"));
}

// Line 1 holds the titles, 2 and 3 the first row, 4 is blank, 5 holds separators only, 6 the second row.
TEST(Csv, RowsKnowTheirLineAndBlankOnesAreLeftOut) {
    const CsvTable table = CsvTable::parse("a,b\n\"1\n1\",2\n\n,\n3,4\n", "t");
    ASSERT_EQ(table.rows().size(), 2u);
    EXPECT_EQ(table.rows()[0].line, 2);
    EXPECT_EQ(table.rows()[1].line, 6);
}

TEST(Csv, EmptyCellsAreKept) {
    const CsvTable table = CsvTable::parse("a,b,c\n1,,\n,\"\",2\n", "t");
    EXPECT_THAT(table.rows()[0].cells, ElementsAre("1", "", ""));
    EXPECT_THAT(table.rows()[1].cells, ElementsAre("", "", "2"));
}

TEST(Csv, TheDecimalCommaCountsWhereTheSeparatorLeavesRoomForIt) {
    const CsvTable german = CsvTable::parse("a;b\n1,5;2\n", "t");
    EXPECT_EQ(german.number("1,5"), 1.5);
    EXPECT_EQ(german.number("1.5"), 1.5);
    EXPECT_EQ(german.number("1.234,5"), 1234.5);
    EXPECT_EQ(german.number("1.234.567"), 1234567.0);  // the other cell has a decimal comma
    EXPECT_EQ(german.number("0.125"), 0.125);
    EXPECT_EQ(german.number("1.23.456"), std::nullopt);
    EXPECT_EQ(german.number(""), std::nullopt);
    const CsvTable english = CsvTable::parse("a,b\n\"1,5\",2\n", "t");
    EXPECT_EQ(english.number("1,5"), std::nullopt);
    EXPECT_EQ(english.number("1.5"), 1.5);
}

// A factor of a thousand is not guessed: another cell must tell what a point means.
TEST(Csv, APointBeforeThreeDigitsMayPartThousands) {
    const CsvTable unclear = CsvTable::parse("a;b\n1.234;02.03.2026\n", "t");
    EXPECT_TRUE(unclear.ambiguous("1.234"));
    EXPECT_EQ(unclear.number("1.234"), std::nullopt);
    EXPECT_FALSE(unclear.ambiguous("0.234"));
    EXPECT_FALSE(unclear.ambiguous("12.3"));
    EXPECT_FALSE(unclear.ambiguous("1.234,5"));
    const CsvTable points = CsvTable::parse("a;b\n1.234;2.5\n", "t");
    EXPECT_EQ(points.number("1.234"), 1.234);
    const CsvTable commas = CsvTable::parse("a;b\n1.234;2,5\n", "t");
    EXPECT_EQ(commas.number("1.234"), 1234.0);
    EXPECT_EQ(CsvTable::parse("a,b\n1.234,x\n", "t").number("1.234"), 1.234);
}

TEST(Csv, ASpreadsheetMayNameItsSeparatorFirst) {
    const CsvTable table = CsvTable::parse("sep=;\r\na;b,c\r\n1;2\r\n", "t");
    EXPECT_THAT(table.columns(), ElementsAre("a", "b,c"));
    EXPECT_EQ(table.rows()[0].line, 3);
}

TEST(Csv, ACellEndsWithItsQuote) {
    EXPECT_THAT(test::complaints([] { CsvTable::parse("a,b\n\"x\" ,\"y\"z\n", "t"); }),
                ElementsAre("t:2  goes on after the closing quote of a cell"));
}

TEST(Csv, CellsSurviveAMove) {
    CsvTable table = CsvTable::parse("a,b\nx,y\n", "t");
    const CsvTable moved = std::move(table);
    EXPECT_THAT(moved.rows()[0].cells, ElementsAre("x", "y"));
}

TEST(Csv, SaysWhatIsWrongWithTheTable) {
    const auto said = [](const std::string& text) { return test::complaints([&] { CsvTable::parse(text, "t.csv"); }); };
    EXPECT_THAT(said("a,b\n"), ElementsAre("t.csv:1  has no rows"));
    EXPECT_THAT(said("a,b\n1,2\n3,\"4\n"), ElementsAre("t.csv:3  this quote is never closed"));
    EXPECT_THAT(said(""), ElementsAre("t.csv  is empty"));
    EXPECT_THAT(said("a,b\nM\xFCnchen,\x81\n"),
                ElementsAre("t.csv:2  is neither UTF-8 nor Windows-1252; save it as \"CSV UTF-8\""));
    EXPECT_THAT(said("a,b\n1" + std::string(1'000, ',') + "\n"),
                ElementsAre("t.csv:2  holds too many values to be meant (limit: 1000)"));
}

TEST(Csv, IsReadInWindows1252WhereItIsNotUtf8) {
    const CsvTable table = CsvTable::parse("Ort;n\r\nM\xFCnchen;1,5\r\n\"K\xF6ln\";2\r\n", "t.csv");
    EXPECT_THAT(table.rows()[0].cells, ElementsAre("München", "1,5"));
    EXPECT_THAT(table.rows()[1].cells, ElementsAre("Köln", "2"));
}

TEST(Csv, AFileIsReadUnderItsName) {
    const test::TemporaryFolder folder;
    const auto path = folder.write("calls.csv", "a,b\n1,2\n");
    EXPECT_EQ(CsvTable::read(path).file_name(), path.string());
    EXPECT_THAT(test::complaints([&] { CsvTable::read(folder.path() / "none.csv"); }),
                ElementsAre((folder.path() / "none.csv").string() + "  no such file"));
}

TEST(CsvLine, QuotesWhatNeedsIt) {
    EXPECT_EQ(csv_line({"a", "", "b c"}), "a,,b c\n");
    EXPECT_EQ(csv_line({"a,b", "1;2", "say \"hi\"", "two\nlines"}),
              "\"a,b\",\"1;2\",\"say \"\"hi\"\"\",\"two\nlines\"\n");
}

TEST(CsvLine, ReadsBackTheSame) {
    const std::vector<std::string> cells = {"a,b", "\"", "x\ny", "", "ä;ö"};
    const CsvTable table = CsvTable::parse("1,2,3,4,5\n" + csv_line(cells), "t");
    EXPECT_THAT(table.rows()[0].cells, testing::ElementsAreArray(cells));
}

}  // namespace
}  // namespace freiton
