// SPDX-License-Identifier: Apache-2.0
#include <xlsxwriter.h>

#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/report/xlsx_book.hpp"

namespace freiton::report {

namespace {

constexpr double grid_letters = 15.0;    // width of a column with numbers
constexpr double widest_letters = 40.0;  // of one with words
constexpr std::size_t rows_looked_at = 200;

// As wide as its words, which are no sentences.
double letters_of(const Grid& grid, std::size_t column) {
    double letters = grid_letters;
    for (std::size_t r = 0; r < std::min(rows_looked_at, grid.rows.size()); ++r) {
        if (column >= grid.rows[r].size()) continue;
        const auto* text = std::get_if<std::string>(&grid.rows[r][column]);
        if (text != nullptr) letters = std::max(letters, static_cast<double>(display_width(*text)) + 1.0);
    }
    return std::min(letters, widest_letters);
}

}  // namespace

void write_grid(XlsxBook& book, const std::string& name, const Grid& grid) {
    lxw_worksheet* sheet = book.add_sheet(name);
    for (std::size_t c = 0; c < grid.heads.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        worksheet_set_column(sheet, column, column, letters_of(grid, c), nullptr);
        put_cell(book, sheet, 0, c, grid.heads[c], {.head = true});
    }
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
        for (std::size_t c = 0; c < grid.rows[r].size(); ++c) {
            const GridCell& cell = grid.rows[r][c];
            const bool beside_a_number = c > 0 && std::holds_alternative<std::string>(cell);
            put_cell(book, sheet, r + 1, c, cell, {.indented = beside_a_number});
        }
    worksheet_freeze_panes(sheet, 1, static_cast<lxw_col_t>(grid.fixed_columns));
    worksheet_repeat_rows(sheet, 0, 0);
    if (grid.can_filter && !grid.heads.empty())
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(grid.rows.size()),
                             static_cast<lxw_col_t>(grid.heads.size() - 1));
}

void write_lines(XlsxBook& book, const std::string& name, const Lines& lines) {
    lxw_worksheet* sheet = book.add_sheet(name);
    worksheet_set_column(sheet, 0, 0, 120.0, nullptr);
    lxw_format* format = book.format({.fixed_width = true}, "@");
    for (std::size_t r = 0; r < lines.lines.size(); ++r)
        if (!lines.lines[r].empty()) put_text(sheet, r, 0, lines.lines[r], format);
}

}  // namespace freiton::report
