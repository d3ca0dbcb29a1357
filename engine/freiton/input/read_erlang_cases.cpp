// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_erlang_cases.hpp"

#include <algorithm>

namespace freiton::input {

namespace {

constexpr std::size_t most_problems = 1000;  // nobody reads more, and memory stays constant

// The column that somebody who left out "_s" or "_target" had in mind.
std::string_view column_meant(const std::string& written) {
    const bool is_figure = std::any_of(erlang_figure_names.begin(), erlang_figure_names.end(),
                                       [&](const ErlangFigureName& figure) { return figure.key == written; });
    if (is_figure) return {};
    for (const ErlangFieldRule& rule : erlang_fields)
        if (rule.column == written + "_s" || rule.column == written + "_target") return rule.column;
    return {};
}

}  // namespace

ErlangCaseTable::ErlangCaseTable(const std::filesystem::path& path, ErlangModel model, bool fractional)
    : stream_{path}, model_{model} {
    text_.fractional = fractional;
    text_.separator = stream_.separator();
    text_.place.file = stream_.file_name();
    find_columns();
}

void ErlangCaseTable::find_columns() {
    Problems problems;
    for (std::size_t c = 0; c < columns().size(); ++c) {
        const std::string& column = columns()[c];
        const int number = static_cast<int>(c) + 1;
        const Place place{stream_.file_name(), 1, number};
        const auto* found = std::find_if(erlang_fields.begin(), erlang_fields.end(), [&](const ErlangFieldRule& rule) {
            return !column.empty() && rule.column == column;
        });
        if (found == erlang_fields.end()) {
            if (const std::string_view meant = column_meant(column); !meant.empty())
                problems.push_back(Problem{Rule::column_unknown}.at(place).on(column).meant(std::string{meant}));
            continue;
        }
        int& known = text_.columns[static_cast<std::size_t>(found - erlang_fields.begin())];
        if (known > 0) problems.push_back(Problem{Rule::key_duplicate}.at(place).on(column));
        known = number;
    }
    const auto has = [&](ErlangField field) { return text_.columns[static_cast<std::size_t>(field)] > 0; };
    if (!has(ErlangField::load) && !has(ErlangField::calls))
        problems.push_back(Problem{Rule::column_missing}.at({stream_.file_name(), 1}).on("load"));
    if (!problems.empty()) throw InputError{problems};
}

const ErlangCaseTable::Row* ErlangCaseTable::next(Problems& problems) {
    const CsvRow* read = stream_.next();
    if (read == nullptr) {
        if (!any_row_) throw InputError{Problem{Rule::table_empty}.at({stream_.file_name(), 1})};
        return nullptr;
    }
    any_row_ = true;
    row_.cells = read->cells;
    row_.question.reset();
    while (row_.cells.size() > columns().size() && row_.cells.back().empty()) row_.cells.pop_back();
    if (row_.cells.size() != columns().size()) {
        problems.push_back(Problem{Rule::row_too_short}
                               .at({stream_.file_name(), read->line})
                               .with({std::to_string(row_.cells.size()), std::to_string(columns().size())}));
        return &row_;
    }
    text_.place.line = read->line;
    for (std::size_t i = 0; i < erlang_field_count; ++i)
        if (const int column = text_.columns[i]; column > 0)
            text_.texts[i] = row_.cells[static_cast<std::size_t>(column) - 1];
    row_.question = read_erlang_case(model_, text_, problems);
    return &row_;
}

void check_erlang_cases(const std::filesystem::path& path, ErlangModel model, bool fractional) {
    ErlangCaseTable table{path, model, fractional};
    Problems problems;
    while (problems.size() < most_problems && table.next(problems) != nullptr) {
    }
    if (!problems.empty()) throw InputError{problems};
}

}  // namespace freiton::input
