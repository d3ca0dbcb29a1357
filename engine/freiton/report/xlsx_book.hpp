// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "freiton/report/workbook.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace freiton::report {

/// How a cell looks beside its number.
struct Look {
    bool head = false;
    bool bold = false;
    bool wrapped = false;
    bool indented = false;
    bool line_above = false;
    bool right = false;
    bool fixed_width = false;
    bool shrunk = false;  // words that are longer than their column are written smaller
    double size = 0.0;    // of the letters; 0: the usual one
    friend auto operator<=>(const Look&, const Look&) = default;  // NOLINT(modernize-use-nullptr)
};

/// A workbook that is being written, with its formats: each made once.
class XlsxBook {
  public:
    XlsxBook(lxw_workbook* book, Language language) : book_{book}, language_{language} {}

    lxw_workbook* book() { return book_; }
    Language language() const { return language_; }

    lxw_worksheet* add_sheet(const std::string& wanted_name);  // set up for print, one page wide
    lxw_format* format(const Look& look, const std::string& number_format = {});

  private:
    std::string free_name(const std::string& wanted);

    lxw_workbook* book_;
    Language language_;
    std::map<std::pair<Look, std::string>, lxw_format*> formats_;
    std::set<std::string> names_{"history"};  // which Excel keeps for itself
};

/// "0.0%", "0.0\" s\"", "#,##0.0"; a mark is shown behind the number.
std::string number_format_of(const Figure& figure, const std::string& mark = {});

/// Puts a cell there. A text is a text, whatever it begins with. Throws OutputError where the sheet ends.
void put_text(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text, lxw_format* format);
void put_figure(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, std::size_t column, const Figure& figure,
                const Look& look = {}, const std::string& mark = {});
void put_cell(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, std::size_t column, const GridCell& cell,
              const Look& look = {});

/// Each writes what a sheet holds.
void write_document(XlsxBook& book, const std::string& name, const Document& document);
void write_grid(XlsxBook& book, const std::string& name, const Grid& grid);
void write_lines(XlsxBook& book, const std::string& name, const Lines& lines);
void write_picture(XlsxBook& book, const std::string& name, const Picture& picture);

/// Where a table stands on a sheet: a figure that is known to a half-width has it in the column beside it.
struct PlacedTable {
    std::size_t first_row = 0;  // of its figures
    std::size_t rows = 0;
    std::vector<std::size_t> columns{};  // of each of its columns
    std::size_t width = 0;
};
PlacedTable put_table(XlsxBook& book, lxw_worksheet* sheet, std::size_t row, const Table& table);

}  // namespace freiton::report
