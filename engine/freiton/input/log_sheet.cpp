// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/encodings.hpp"
#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t most_sheet_rows = 10'000'000;

std::size_t separators_in(std::string_view line, char separator) {
    std::size_t count = 0;
    bool quoted = false;
    for (const char c : line) {
        quoted = quoted != (c == '"');
        count += !quoted && c == separator ? 1 : 0;
    }
    return count;
}

// The one by which most of the first lines have equally many cells; of equals the one with more cells.
char separator_of(std::string_view text) {
    constexpr int most_sampled = 50;
    constexpr std::array<char, 4> candidates = {',', ';', '\t', '|'};
    std::array<std::map<std::size_t, int>, candidates.size()> lines_by_count;
    for (int line = 0; line < most_sampled && !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        for (std::size_t i = 0; i < candidates.size(); ++i)
            ++lines_by_count[i][separators_in(text.substr(0, end), candidates[i])];
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    char best = ',';
    std::pair<int, std::size_t> best_score{0, 0};
    for (std::size_t i = 0; i < candidates.size(); ++i)
        for (const auto& [count, lines] : lines_by_count[i])
            if (count > 0 && std::pair{lines, count} > best_score) {
                best_score = {lines, count};
                best = candidates[i];
            }
    return best;
}

struct Decoded {
    std::string text;
    std::string encoding;
};

Decoded decoded(std::string bytes, const std::string& file_name) {
    if (auto text = utf8_of_utf_16(bytes)) return {checked_text(*std::move(text), file_name), "UTF-16"};
    const bool windows = first_invalid_utf8(bytes).has_value();
    return {checked_table(std::move(bytes), file_name), windows ? "Windows-1252" : "UTF-8"};
}

// "A", "Z", "AA": a column of a sheet by its letters.
std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

// A spreadsheet that took each row for one cell wrote it so: "Date,Time,Calls", the whole of it in quotes.
std::string without_quotes_of_rows(std::string text) {
    std::string plain;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        const std::string_view line = trimmed(std::string_view{text}.substr(from, to - from));
        const bool quoted = line.size() > 2 && line.front() == '"' && line.back() == '"';
        const std::string_view inside = quoted ? line.substr(1, line.size() - 2) : std::string_view{};
        if (!line.empty() && (!quoted || inside.find_first_of(",;\t") == std::string_view::npos)) return text;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            plain += inside[i];
            if (inside[i] != '"') continue;
            if (i + 1 >= inside.size() || inside[++i] != '"') return text;  // cells with quotes of their own
        }
        plain += '\n';
        from = to + 1;
    }
    return plain;
}

}  // namespace

LogSheet LogSheet::of_text(std::string bytes, const std::string& file_name) {
    LogSheet sheet{file_name, ""};
    auto [text, encoding] = decoded(std::move(bytes), file_name);
    sheet.text_ = without_quotes_of_rows(std::move(text));
    sheet.encoding_ = std::move(encoding);
    int first_line = 1;
    const std::string first{trimmed(std::string_view{sheet.text_}.substr(0, sheet.text_.find('\n')))};
    if (first.size() == 5 && lower_case(first.substr(0, 4)) == "sep=") {
        sheet.separator_ = first.back();
        sheet.text_.erase(0, sheet.text_.find('\n') + 1);
        ++first_line;
    } else {
        sheet.separator_ = separator_of(sheet.text_);
    }
    CsvCells reader{sheet.text_, sheet.separator_, sheet.file_name_, first_line};
    const char* const begin = sheet.text_.data();
    while (!reader.at_end()) {
        const CsvRow row = reader.row();
        sheet.begin_row(row.line);
        for (std::string_view cell : row.cells) {
            if (cell.size() > 2 && cell.starts_with("=\"") && cell.ends_with('"'))  // ="08:00", for a spreadsheet
                cell = cell.substr(2, cell.size() - 3);
            sheet.cells_.push_back({cell.empty() ? 0U : static_cast<std::uint32_t>(cell.data() - begin),
                                    static_cast<std::uint32_t>(cell.size())});
        }
        sheet.end_row();
    }
    return sheet;
}

LogSheet LogSheet::without_rows() const {
    LogSheet sheet{file_name_, sheet_};
    sheet.encoding_ = encoding_;
    sheet.separator_ = separator_;
    return sheet;
}

void LogSheet::begin_row(int number) {
    if (rows_.size() == most_sheet_rows)
        refuse(Rule::too_many_values, {file_name_, number}, {std::to_string(most_sheet_rows)});
    rows_.push_back({static_cast<std::uint32_t>(cells_.size()), number});
}

void LogSheet::add_cell(std::string_view text) {
    constexpr std::size_t most_text = std::size_t{512} << 20;  // a short workbook may repeat a long text for ever
    text = trimmed(text);
    if (text_.size() + text.size() > most_text)
        refuse(Rule::file_too_large, {file_name_}, {std::to_string(most_text >> 20)});
    cells_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())});
    text_.append(text);
}

void LogSheet::end_row() {
    const auto first = cells_.begin() + rows_.back().first_cell;
    if (std::any_of(first, cells_.end(), [](const Span& cell) { return cell.size > 0; })) return;
    cells_.erase(first, cells_.end());
    rows_.pop_back();
}

Place LogSheet::place(std::size_t row, std::size_t column) const {
    if (sheet_.empty()) return {file_name_, number(row), static_cast<int>(column) + 1};
    return {file_name_ + " " + sheet_ + "!" + column_letters(column) + std::to_string(number(row))};
}

Place LogSheet::place(std::size_t row) const {
    if (sheet_.empty()) return {file_name_, number(row)};
    return {file_name_ + " " + sheet_ + "!" + std::to_string(number(row))};
}

}  // namespace freiton::input
