// SPDX-License-Identifier: Apache-2.0
// Items whose day and time of coming stand in two columns: "Eingangsdatum" and "Eingangszeit".
#include <algorithm>

#include "freiton/input/log_put_in_order.hpp"

namespace freiton::input {

std::optional<PutInOrder> moments_of_items(const LogTable& table) {
    const auto created = table.column(LogColumn::created);
    const auto time = table.column(LogColumn::time);
    const bool counts = table.has(LogColumn::offered) || table.has(LogColumn::date);
    if (!created || !time || counts || !table.titles_row()) return std::nullopt;
    const auto all = [&](std::size_t column, auto is) {
        const auto cells = table.examples(column, 200);
        return !cells.empty() && std::all_of(cells.begin(), cells.end(), is);
    };
    const bool days = all(*created, [](auto cell) { return looks_like_date(without_midnight(cell)); });
    const bool clocks = all(*time, [](auto cell) { return log_time(cell).has_value(); });
    if (!days || !clocks) return std::nullopt;
    const LogSheet& sheet = table.sheet();
    LogSheet result = sheet.without_rows();
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
        result.begin_row(sheet.number(row));
        const bool data = row > *table.titles_row();
        for (std::size_t column = 0; column < sheet.cells(row); ++column) {
            std::string cell{sheet.cell(row, column)};
            if (data && column == *created && !is_nothing(cell) && !is_nothing(sheet.cell(row, *time)))
                cell = std::string{without_midnight(cell)}.append(" ").append(sheet.cell(row, *time));
            if (row >= *table.titles_row() && column == *time) cell.clear();  // said with the day
            result.add_cell(cell);
        }
        result.end_row();
    }
    return PutInOrder{std::move(result),
                      {LogNoteKind::dates_of_parts, {table.title(*created) + ", " + table.title(*time)}}};
}

}  // namespace freiton::input
