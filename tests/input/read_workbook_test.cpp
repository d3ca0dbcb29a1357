// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_workbook.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/complaints.hpp"
#include "freiton/input/read_call_log.hpp"
#include "freiton/input/workbook_values.hpp"
#include "input/made_workbook.hpp"

namespace freiton::input {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr double march_second = 46'083.0;  // 2026-03-02, counted from 1899-12-30

// A cover sheet, then a table with a title above it.
std::string office_workbook() {
    test::MadeWorkbook book;
    book.sheet("Cover");
    book.text(0, "Report of the day");
    book.sheet("Data");
    book.text(0, "Calls by interval");
    book.next_row();
    const char* titles[] = {"Date", "Time", "Queue", "Offered", "AHT"};
    for (int i = 0; i < 5; ++i) book.text(i, titles[i]);
    for (int row = 0; row < 2; ++row) {
        book.next_row();
        book.number(0, march_second, "dd.mm.yyyy");
        book.number(1, (16.0 + row) / 48.0, "hh:mm");
        book.text(2, "Sales & Co");
        book.number(3, 1010.0 + row);
        book.number(4, 250.0 / 86'400.0, "[h]:mm:ss");
    }
    return book.bytes();
}

TEST(ReadWorkbook, TakesTheSheetWithATableAndReadsItsCellsByTheirFormats) {
    const CallLog log = parse_call_log(office_workbook(), "book.xlsx");
    ASSERT_EQ(log.intervals.size(), 2u);
    EXPECT_EQ(date_text(log.intervals[0].date), "2026-03-02");
    EXPECT_EQ(log.intervals[1].start, Minutes{510});
    EXPECT_EQ(log.intervals[1].offered, 1011.0);
    EXPECT_EQ(log.intervals[0].handling_s, 250.0);
    EXPECT_THAT(log.queues, ElementsAre("Sales & Co"));
    EXPECT_EQ(log.reading.sheet, "Data");
}

TEST(ReadWorkbook, MessagesNameSheetAndCell) {
    test::MadeWorkbook book;
    book.sheet("Calls");
    for (int i = 0; i < 4; ++i)
        book.text(i, std::vector<const char*>{"date", "time", "offered", "aht"}[static_cast<std::size_t>(i)]);
    for (const double offered : {5.0, -3.0}) {
        book.next_row();
        book.number(0, march_second, "yyyy-mm-dd");
        book.number(1, 0.5 + offered / 100.0 - 0.05, "hh:mm");
        book.number(2, offered);
        book.number(3, 240.0);
    }
    const std::string bytes = book.bytes();
    EXPECT_THAT(test::complaints([&] { parse_call_log(bytes, "book.xlsx"); }),
                testing::Contains("book.xlsx Calls!C3  offered: got \"-3\", must be at least 0"));
}

TEST(ReadWorkbook, ASheetCanBeChosenAndMustBeThere) {
    std::vector<std::string> others;
    const LogSheet cover = read_workbook(office_workbook(), "b.xlsx", "cover", others);
    EXPECT_EQ(cover.cell(0, 0), "Report of the day");
    EXPECT_THAT(others, ElementsAre("Data"));
    EXPECT_THAT(
        test::complaints([&] { read_workbook(office_workbook(), "b.xlsx", "Dat", others); }),
        ElementsAre(
            "b.xlsx  --sheet: got \"Dat\", has no such sheet; there are: Cover, Data; say which: --sheet NAME"));
}

// As LibreOffice and openpyxl write it: the attribute's default.
TEST(ReadWorkbook, SheetsThatSayTheyAreVisibleAreRead) {
    const auto book_with = [](const char* state) {
        test::MadeWorkbook book;
        book.sheet("Data");
        for (int i = 0; const char* title : {"Date", "Time", "Offered"}) book.text(i++, title);
        book.next_row();
        for (int i = 0; const char* cell : {"2026-03-02", "08:00", "12"}) book.text(i++, cell);
        return book.bytes_with("xl/workbook.xml", "<sheet ", std::string{"<sheet state=\""} + state + "\" ");
    };
    std::vector<std::string> others;
    EXPECT_EQ(read_workbook(book_with("visible"), "b.xlsx", "", others).cell(1, 2), "12");
    EXPECT_THAT(test::complaints([&] { read_workbook(book_with("hidden"), "b.xlsx", "", others); }),
                ElementsAre(HasSubstr("has no such sheet")));
}

TEST(ReadWorkbook, WhatIsNoneIsTold) {
    std::vector<std::string> others;
    EXPECT_THAT(
        test::complaints([&] { read_workbook("\xD0\xCF\x11\xE0 old", "b.xls", "", others); }),
        ElementsAre(
            "b.xls  is a workbook of the old kind (.xls) or an encrypted one; save it as .xlsx without a password"));
    std::string cut = office_workbook();
    cut.resize(cut.size() / 2);
    EXPECT_THAT(test::complaints([&] { read_workbook(cut, "b.xlsx", "", others); }),
                ElementsAre(HasSubstr("cannot be read as a workbook (.xlsx): ")));
}

TEST(WorkbookValues, FormatsTellDatesFromTimesAndNumbers) {
    EXPECT_EQ(kind_of_format("dd.mm.yyyy"), NumberKind::date);
    EXPECT_EQ(kind_of_format("[$-407]d. mmmm yyyy;@"), NumberKind::date);
    EXPECT_EQ(kind_of_format("m/d/yy h:mm AM/PM"), NumberKind::date_time);
    EXPECT_EQ(kind_of_format("[h]:mm:ss"), NumberKind::time);
    EXPECT_EQ(kind_of_format("mm:ss"), NumberKind::time);
    EXPECT_EQ(kind_of_format("0.0%"), NumberKind::percent);
    for (const char* code : {"General", "0.00", "#,##0", "0\" days\"", "[Red]0", "\\d0"})
        EXPECT_EQ(kind_of_format(code), NumberKind::number) << code;
    EXPECT_EQ(kind_of_builtin(22), NumberKind::date_time);
    EXPECT_EQ(kind_of_builtin(2), NumberKind::number);
}

TEST(WorkbookValues, NumbersBecomeTextThatReadsBack) {
    EXPECT_EQ(number_as_text(march_second, NumberKind::date, false), "2026-03-02");
    EXPECT_EQ(number_as_text(march_second - 1462.0, NumberKind::date, true), "2026-03-02");
    EXPECT_EQ(number_as_text(march_second + 1.0 / 3.0, NumberKind::date_time, false), "2026-03-02 08:00:00");
    EXPECT_EQ(number_as_text(march_second + 0.5, NumberKind::time, false), "2026-03-02 12:00:00");
    EXPECT_EQ(number_as_text(250.25 / 86'400.0, NumberKind::time, false), "00:04:10.25");
    EXPECT_EQ(number_as_text(27.0 / 24.0, NumberKind::time, false), "27:00:00");
    EXPECT_EQ(number_as_text(1.234, NumberKind::number, false), "1.2340") << "no thousand";
    EXPECT_EQ(number_as_text(0.06, NumberKind::percent, false), "6 %");
    EXPECT_EQ(number_as_text(-1.0, NumberKind::date, false), "-1");
}

}  // namespace
}  // namespace freiton::input
