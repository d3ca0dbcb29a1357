// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv_cells.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/problem.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

char find_separator(std::string_view first_line) {
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first_line.begin(), first_line.end(), candidate) >
            std::count(first_line.begin(), first_line.end(), best))
            best = candidate;
    return best;
}

std::optional<double> csv_number(std::string_view cell, char separator) {
    const auto comma = cell.find(',');
    if (separator == ',' || comma == std::string_view::npos) return parse_number(cell);
    std::string with_point{cell};
    with_point[comma] = '.';
    return parse_number(with_point);
}

CsvRow CsvCells::row() {
    CsvRow row{.line = line_, .cells = {}};
    do {
        if (row.cells.size() == most_cells)
            throw InputError{
                Problem{Rule::too_many_values}.at({file_name_, row.line}).with({std::to_string(most_cells)})};
        row.cells.push_back(trimmed(!at_end() && text_[at_] == '"' ? quoted() : plain()));
    } while (take(separator_));
    take('\r');
    if (take('\n')) ++line_;
    return row;
}

bool CsvCells::take(char c) {
    if (at_end() || text_[at_] != c) return false;
    ++at_;
    return true;
}

std::string_view CsvCells::plain() {
    const std::size_t begin = at_;
    while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
    return std::string_view{text_}.substr(begin, at_ - begin);
}

std::string_view CsvCells::quoted() {
    const int opened_in = line_;
    const std::size_t begin = ++at_;
    std::size_t end = begin;
    while (true) {
        if (at_end()) throw InputError{Problem{Rule::quote_not_closed}.at({file_name_, opened_in})};
        if (text_[at_] == '\n') ++line_;
        if (text_[at_] == '"') {
            ++at_;
            if (at_end() || text_[at_] != '"') break;
        }
        text_[end++] = text_[at_++];
    }
    if (!trimmed(plain()).empty()) throw InputError{Problem{Rule::text_after_quote}.at({file_name_, opened_in})};
    return std::string_view{text_}.substr(begin, end - begin);
}

std::string number_cell(double value) { return std::isfinite(value) ? number_text(value) : ""; }

std::string csv_line(const std::vector<std::string>& cells, char separator) {
    const std::string special = std::string{";\t\"\r\n"} + separator;  // a decimal comma may stand between semicolons
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += separator;
        if (cells[i].find_first_of(special) == std::string::npos) {
            line += cells[i];
            continue;
        }
        line += '"';
        for (const char c : cells[i]) line.append(c == '"' ? 2 : 1, c);
        line += '"';
    }
    return line += '\n';
}

}  // namespace freiton
