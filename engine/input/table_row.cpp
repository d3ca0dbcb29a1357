// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/table_row.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::input {

void TableRow::complain(int column, Rule rule, std::vector<std::string> arguments) {
    problems_.push_back(Problem{rule}
                            .at({table_.file_name(), row_.line, column + 1})
                            .on(table_.columns()[static_cast<std::size_t>(column)])
                            .got(std::string{cell(column)})
                            .with(std::move(arguments)));
}

std::optional<Date> TableRow::date(int column) {
    const ParsedDate parsed = parse_date(cell(column));
    if (!parsed.date)
        complain(column, parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected);
    return parsed.date;
}

std::optional<Minutes> TableRow::clock(int column) {
    const auto value = parse_clock(cell(column));
    if (!value) complain(column, Rule::time_expected);
    return value;
}

std::optional<double> TableRow::not_negative(int column) {
    const auto value = table_.number(cell(column));
    if (value && std::isfinite(*value) && *value >= 0.0) return value;
    if (!value)
        complain(column, Rule::number_expected);
    else if (!std::isfinite(*value))
        complain(column, Rule::number_not_finite);
    else
        complain(column, Rule::at_least, {"0"});
    return std::nullopt;
}

std::optional<int> TableRow::count(int column) {
    const auto value = not_negative(column);
    if (!value) return std::nullopt;
    if (*value == std::floor(*value) && *value <= 1e6) return static_cast<int>(*value);
    complain(column, Rule::integer_expected);
    return std::nullopt;
}

bool has_columns(const CsvTable& table, const std::vector<std::string>& names, Problems& problems) {
    bool all = true;
    for (const std::string& name : names) {
        if (table.column(name) >= 0) continue;
        problems.push_back(Problem{Rule::column_missing}.at({table.file_name(), 1}).on(name));
        all = false;
    }
    return all;
}

bool is_whole(const CsvTable& table, const CsvTable::Row& row, std::initializer_list<int> columns, Problems& problems) {
    const auto needed = static_cast<std::size_t>(std::max(columns)) + 1;
    if (row.cells.size() >= needed) return true;
    problems.push_back(Problem{Rule::row_too_short}
                           .at({table.file_name(), row.line})
                           .with({std::to_string(row.cells.size()), std::to_string(needed)}));
    return false;
}

}  // namespace freiton::input
