// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"

namespace freiton {

namespace {

constexpr std::size_t most_bytes = std::size_t{256} << 20;

char find_separator(std::string_view first_line) {
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first_line.begin(), first_line.end(), candidate) >
            std::count(first_line.begin(), first_line.end(), best))
            best = candidate;
    return best;
}

// Reads cells from front to back; quoted ones are unescaped in place, so that views suffice.
class CellReader {
  public:
    CellReader(std::string& text, char separator, const std::string& file_name)
        : text_{text}, separator_{separator}, file_name_{file_name} {}

    bool at_end() const { return at_ >= text_.size(); }

    CsvTable::Row row() {
        CsvTable::Row row{.line = line_, .cells = {}};
        do {
            row.cells.push_back(trimmed(!at_end() && text_[at_] == '"' ? quoted() : plain()));
        } while (take(separator_));
        take('\r');
        if (take('\n')) ++line_;
        return row;
    }

  private:
    bool take(char c) {
        if (at_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string_view plain() {
        const std::size_t begin = at_;
        while (!at_end() && text_[at_] != separator_ && text_[at_] != '\n') ++at_;
        return std::string_view{text_}.substr(begin, at_ - begin);
    }

    std::string_view quoted() {
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
        plain();  // what stands between the closing quote and the separator is of no meaning
        return std::string_view{text_}.substr(begin, end - begin);
    }

    std::string& text_;
    char separator_;
    const std::string& file_name_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}  // namespace

CsvTable CsvTable::read(const std::filesystem::path& path) { return parse(read_file(path, most_bytes), path.string()); }

CsvTable CsvTable::parse(std::string text, std::string file_name) {
    CsvTable table;
    table.text_ = std::make_unique<std::string>(checked_text(std::move(text), file_name));
    table.file_name_ = std::move(file_name);
    table.separator_ = find_separator(std::string_view{*table.text_}.substr(0, table.text_->find('\n')));
    CellReader reader{*table.text_, table.separator_, table.file_name_};
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

std::optional<double> CsvTable::number(std::string_view cell) const {
    const auto comma = cell.find(',');
    if (separator_ == ',' || comma == std::string_view::npos) return parse_number(cell);
    std::string with_point{cell};
    with_point[comma] = '.';
    return parse_number(with_point);
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        if (cells[i].find_first_of(",;\"\r\n") == std::string::npos) {
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
