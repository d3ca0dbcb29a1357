// SPDX-License-Identifier: Apache-2.0
// Tables with days or times across that stand side by side, each with its own column of times: put below each other.
#include <algorithm>

#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

namespace {

// Where tables begin in the row of titles: each with the first title of the row, and with days or times behind it.
std::vector<std::size_t> begins_of_tables(const LogSheet& sheet, std::size_t row) {
    std::vector<std::size_t> begins;
    std::size_t first = 0;
    while (first < sheet.cells(row) && sheet.cell(row, first).empty()) ++first;
    const std::string_view title = sheet.cell(row, first);
    const LogColumn kind = meaning_of(title).column;
    if (kind != LogColumn::time && kind != LogColumn::date) return {};
    int across = 2;
    for (std::size_t column = first; column < sheet.cells(row); ++column) {
        const std::string_view cell = sheet.cell(row, column);
        if (cell == title) {
            if (across < 2) return {};
            begins.push_back(column);
            across = 0;
        }
        across += weekday_of(cell) || looks_like_date(cell) || log_span(cell) ? 1 : 0;
    }
    return across < 2 || begins.size() < 2 ? std::vector<std::size_t>{} : begins;
}

void add_part(LogSheet& result, const LogSheet& sheet, std::size_t row, std::size_t from, std::size_t to) {
    result.begin_row(sheet.number(row));
    for (std::size_t column = from; column < to; ++column) result.add_cell(sheet.cell(row, column));
    result.end_row();
}

}  // namespace

std::optional<PutInOrder> tables_side_by_side(const LogSheet& sheet) {
    constexpr std::size_t most_lines_above = 80;
    for (std::size_t titles = 0; titles + 1 < std::min(sheet.rows(), most_lines_above); ++titles) {
        const auto begins = begins_of_tables(sheet, titles);
        if (begins.empty()) continue;
        const bool named = titles > 0 && !sheet.cell(titles - 1, begins[1]).empty();
        const std::size_t first = titles - (named ? 1 : 0);
        LogSheet result = sheet.without_rows();
        for (std::size_t row = 0; row < first; ++row) add_part(result, sheet, row, 0, sheet.cells(row));
        for (std::size_t i = 0; i < begins.size(); ++i)
            for (std::size_t row = first; row < sheet.rows(); ++row)
                add_part(result, sheet, row, begins[i], i + 1 < begins.size() ? begins[i + 1] : sheet.cells(row));
        return PutInOrder{std::move(result), {LogNoteKind::tables_beside, {std::to_string(begins.size())}}};
    }
    return std::nullopt;
}

}  // namespace freiton::input
