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
constexpr std::size_t most_in_sight = 30;   // columns of a list: more would be too small to read on a page
constexpr std::size_t most_on_a_page = 62;  // columns of people by days

// As wide as its words, which are no sentences.
double letters_of(const Grid& grid, std::size_t column) {
    double letters = grid_letters;
    if (const auto* head = std::get_if<std::string>(&grid.heads[column]))  // bold, and beside it the button of a list
        letters = std::max(letters, 1.1 * static_cast<double>(display_width(*head)) + 2.0);
    for (std::size_t r = 0; r < std::min(rows_looked_at, grid.rows.size()); ++r) {
        if (column >= grid.rows[r].size()) continue;
        const auto* text = std::get_if<std::string>(&grid.rows[r][column]);
        if (text != nullptr) letters = std::max(letters, static_cast<double>(display_width(*text)) + 1.0);
    }
    return std::min(letters, widest_letters);
}

bool holds_numbers(const Grid& grid, std::size_t column) {
    return std::any_of(grid.rows.begin(), grid.rows.end(), [&](const auto& row) {
        return column < row.size() && !std::holds_alternative<std::string>(row[column]);
    });
}

// Columns that are not folded, at most so many: the others of a list are folded, too.
std::vector<bool> folded_columns(const Grid& grid) {
    std::vector<bool> folded = grid.folded;
    folded.resize(grid.heads.size());
    std::size_t in_sight = 0;
    for (std::size_t c = 0; c < folded.size(); ++c)
        if (!folded[c] && ++in_sight > most_in_sight && grid.can_filter) folded[c] = true;
    return folded;
}

void set_columns(lxw_worksheet* sheet, const Grid& grid) {
    const std::vector<bool> folded = folded_columns(grid);
    for (std::size_t c = 0; c < grid.heads.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        lxw_row_col_options options = {};
        options.hidden = options.level = folded[c] ? 1 : 0;
        options.collapsed = !folded[c] && c > 0 && folded[c - 1] ? 1 : 0;
        worksheet_set_column_opt(sheet, column, column, letters_of(grid, c), nullptr, &options);
    }
}

}  // namespace

void write_grid(XlsxBook& book, const std::string& name, const Grid& grid) {
    lxw_worksheet* sheet = book.add_sheet(name);
    set_columns(sheet, grid);
    for (std::size_t c = 0; c < grid.heads.size(); ++c)
        put_cell(book, sheet, 0, c, grid.heads[c], {.head = true, .right = c > 0 && holds_numbers(grid, c)});
    if (!grid.can_filter && grid.heads.size() > most_on_a_page) {  // page beside page, each with its times
        worksheet_set_print_scale(sheet, 60);
        worksheet_repeat_columns(sheet, 0, static_cast<lxw_col_t>(grid.fixed_columns - 1));
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
