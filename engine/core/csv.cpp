// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;

}  // namespace

CsvTable CsvTable::read(const std::filesystem::path& path) { return parse(read_file(path, most_bytes), path.string()); }

CsvTable CsvTable::parse(std::string text, std::string file_name) {
    CsvTable table;
    table.text_ = std::make_unique<std::string>(checked_text(std::move(text), file_name));
    table.file_name_ = std::move(file_name);
    table.separator_ = find_separator(std::string_view{*table.text_}.substr(0, table.text_->find('\n')));
    CsvCells reader{*table.text_, table.separator_, table.file_name_};
    for (const std::string_view cell : reader.row().cells) table.columns_.push_back(lower_case(cell));
    while (!reader.at_end()) {
        Row row = reader.row();
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(), [](auto cell) { return cell.empty(); });
        if (!blank) table.rows_.push_back(std::move(row));
    }
    if (table.rows_.empty()) throw InputError{Problem{Rule::table_empty}.at({table.file_name_, 1})};
    return table;
}

int CsvTable::column(std::string_view name) const {
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

std::optional<double> CsvTable::number(std::string_view cell) const { return csv_number(cell, separator_); }

std::string csv_line(const std::vector<std::string>& cells) { return csv_line(cells, ','); }

}  // namespace freiton
