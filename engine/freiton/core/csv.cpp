// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace {

constexpr std::size_t most_rows = 10'000'000;  // at a hundred bytes each

constexpr std::string_view decimal_digits = "0123456789";

// "1.234" or "12.345.678", with or without a comma and decimals after it; not "0.125" or "1.5".
bool has_thousands(std::string_view cell) {
    const std::string_view whole = cell.substr(0, cell.find(','));
    const std::size_t first = whole.find('.');
    if (first == 0 || first > 3 || whole.front() == '0') return false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool point = i >= first && (i - first) % 4 == 0;
        if (point ? whole[i] != '.' : decimal_digits.find(whole[i]) == std::string_view::npos) return false;
    }
    return (whole.size() - first) % 4 == 0;
}

std::string_view separator_line(std::string_view text) {
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    return line.size() == 5 && lower_case(line.substr(0, 4)) == "sep=" ? line : std::string_view{};
}

}  // namespace

CsvTable CsvTable::read(const std::filesystem::path& path) {
    return parse(read_file(path, most_csv_bytes), path.string());
}

CsvTable CsvTable::parse(std::string text, std::string file_name) {
    CsvTable table;
    int first_line = 1;
    table.text_ = std::make_unique<std::string>(checked_table(std::move(text), file_name));
    table.file_name_ = std::move(file_name);
    if (const std::string_view line = separator_line(*table.text_); !line.empty()) {
        table.separator_ = line.back();
        table.text_->erase(0, table.text_->find('\n') + 1);
        ++first_line;
    } else {
        table.separator_ = find_separator(std::string_view{*table.text_}.substr(0, table.text_->find('\n')));
    }
    CsvCells reader{*table.text_, table.separator_, table.file_name_, first_line};
    for (const std::string_view cell : reader.row().cells) table.columns_.push_back(lower_case(cell));
    while (!reader.at_end()) {
        Row row = reader.row();
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return cell.empty(); });
        if (blank) continue;
        if (table.rows_.size() == most_rows)
            throw InputError{
                Problem{Rule::too_many_values}.at({table.file_name_, row.line}).with({std::to_string(most_rows)})};
        if (table.separator_ != ',')
            for (const std::string_view cell : row.cells) table.look_at(cell);
        table.rows_.push_back(std::move(row));
    }
    if (table.rows_.empty()) throw InputError{Problem{Rule::table_empty}.at({table.file_name_, 1})};
    return table;
}

int CsvTable::column(std::string_view name) const {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

void CsvTable::look_at(std::string_view cell) {
    const std::size_t sign = cell.find_first_not_of(decimal_digits);
    if (sign == 0 || sign == std::string_view::npos) return;  // most cells are not numbers, or whole ones
    const std::string_view after = cell.substr(sign + 1);
    if (cell[sign] == ',' && !after.empty() && after.find_first_not_of(decimal_digits) == std::string_view::npos)
        decimal_commas_ = true;
    else if (has_thousands(cell))
        decimal_commas_ = decimal_commas_ || cell.find(',') != std::string_view::npos;
    else if (cell[sign] == '.' && !after.empty() && after.find_first_not_of(decimal_digits) == std::string_view::npos)
        decimal_points_ = true;
}

bool CsvTable::ambiguous(std::string_view cell) const {
    return separator_ != ',' && decimal_commas_ == decimal_points_ && cell.find(',') == std::string_view::npos &&
           has_thousands(cell);
}

std::optional<double> CsvTable::number(std::string_view cell) const {
    if (separator_ == ',' || !has_thousands(cell)) return csv_number(cell, separator_);
    if (ambiguous(cell)) return std::nullopt;
    if (!decimal_commas_) return csv_number(cell, separator_);
    std::string plain{cell};
    plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
    return csv_number(plain, separator_);
}

std::string csv_line(const std::vector<std::string>& cells) { return csv_line(cells, ','); }

}  // namespace freiton
