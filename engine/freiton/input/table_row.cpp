// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/table_row.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/input/fields.hpp"
#include "freiton/input/log_cells.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

void TableRow::complain(int column, Rule rule, std::vector<std::string> arguments, std::string suggestion) {
    problems_.push_back(Problem{rule}
                            .at({table_.file_name(), row_.line, column + 1})
                            .on(table_.columns()[static_cast<std::size_t>(column)])
                            .got(std::string{cell(column)})
                            .with(std::move(arguments))
                            .meant(std::move(suggestion)));
}

std::optional<Date> TableRow::date(int column) {
    const std::string_view written = without_midnight(cell(column));
    const ParsedDate parsed = parse_date(written);
    if (!parsed.date)
        complain(column, parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected,
                 {}, meant_date(written));
    return parsed.date;
}

std::optional<Minutes> TableRow::clock(int column) {
    const auto value = parse_clock(cell(column));
    if (!value) complain(column, Rule::time_expected, {}, meant_clock(cell(column)));
    return value;
}

std::optional<Seconds> TableRow::moment(int column) {
    const std::string_view written = cell(column);
    const auto hour_end = written.find(':');
    const auto minute_end = hour_end == std::string_view::npos ? hour_end : written.find(':', hour_end + 1);
    const auto minutes = parse_clock(written.substr(0, minute_end));
    std::optional<double> seconds = 0.0;
    if (minute_end != std::string_view::npos) seconds = table_.number(written.substr(minute_end + 1));
    if (minutes && seconds && *seconds >= 0.0 && *seconds < 60.0) return Seconds{*minutes} + Seconds{*seconds};
    complain(column, Rule::moment_expected, {}, meant_clock(written));
    return std::nullopt;
}

namespace {

// "1,5" where a comma parts cells.
std::string with_point(std::string_view cell) {
    const auto meant = csv_number(cell, ';');
    return meant && std::isfinite(*meant) ? number_text(*meant) : std::string{};
}

}  // namespace

std::optional<double> TableRow::not_negative(int column) {
    const auto value = table_.number(cell(column));
    if (value && std::isfinite(*value) && *value >= 0.0) return value;
    if (!value && table_.ambiguous(cell(column)))
        complain(column, Rule::number_ambiguous);
    else if (!value)
        complain(column, Rule::number_expected, {}, with_point(cell(column)));
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

std::string columns_text(const CsvTable& table) {
    constexpr std::size_t most = 12;
    constexpr std::size_t longest = 40;
    std::vector<std::string> names = table.columns();
    const bool more = names.size() > most;
    if (more) names.resize(most);
    for (std::string& name : names)
        if (name.size() > longest) name = "...";
    return detail::joined(names) + (more ? ", ..." : "");
}

bool has_columns(const CsvTable& table, const std::vector<std::string>& names, Problems& problems) {
    bool all = true;
    for (const std::string& name : names) {
        const auto& columns = table.columns();
        const auto count = std::count(columns.begin(), columns.end(), name);
        if (count == 1) continue;
        all = false;
        Problem problem{count == 0 ? Rule::column_missing : Rule::name_twice};
        if (count == 0) problem.arguments = {columns_text(table)};
        problems.push_back(std::move(problem).at({table.file_name(), 1}).on(name));
    }
    return all;
}

bool is_whole(const CsvTable& table, const CsvTable::Row& row, std::initializer_list<int> columns, Problems& problems) {
    const auto needed = static_cast<std::size_t>(std::max(columns)) + 1;
    for (std::size_t i = table.columns().size(); i < row.cells.size(); ++i)
        if (!row.cells[i].empty()) {
            problems.push_back(Problem{Rule::row_too_long}
                                   .at({table.file_name(), row.line})
                                   .with({std::to_string(row.cells.size()), std::to_string(table.columns().size())}));
            return false;
        }
    if (row.cells.size() >= needed) return true;
    problems.push_back(Problem{Rule::row_too_short}
                           .at({table.file_name(), row.line})
                           .with({std::to_string(row.cells.size()), std::to_string(needed)}));
    return false;
}

}  // namespace freiton::input
