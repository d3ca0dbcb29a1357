// SPDX-License-Identifier: Apache-2.0
// In which rows of a sheet the titles stand: one, or two below each other.
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/log_events.hpp"
#include "freiton/input/log_table.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t most_lines_above = 80;

// How surely a row holds the titles: by how many kinds of columns it names, then by half hours or days across. A row
// with one known word may be data, unless half hours or days stand beside it. Pivot tables call their rows as nothing
// else is called.
int score_of_titles(const LogSheet& sheet, std::size_t row, const LogOptions& options) {
    std::array<bool, log_column_count> seen{};
    int known = 0;
    int across = 0;
    int clocks = 0;
    int dates = 0;
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        const std::string_view cell = sheet.cell(row, column);
        if (cell.empty()) continue;
        const LogMoment moment = parted(cell);
        if (looks_like_date(moment.date) && log_time(moment.time)) return 0;  // no title
        const std::string plain = plain_title(cell);
        const bool named = std::any_of(options.columns.begin(), options.columns.end(),
                                       [&](const auto& one) { return plain_title(one.second) == plain; });
        const LogColumn kind = meaning_of(cell).column;
        const bool is_new = kind != LogColumn::count_ && !seen[static_cast<std::size_t>(kind)];
        if (is_new) seen[static_cast<std::size_t>(kind)] = true;
        const bool sure = named || plain == "row labels" || plain == "zeilenbeschriftungen";
        known += sure ? 2 : is_new ? 1 : 0;
        clocks += log_span(cell).has_value() ? 1 : 0;
        dates += looks_like_date(cell) ? 1 : 0;
        across += log_span(cell) || weekday_of(cell) || looks_like_date(cell) ? 1 : 0;
    }
    if (dates > 0 && (clocks == 1 || clocks == 2)) return 0;  // a row of data
    const bool days = across >= 3 && sheet.cell(row, 0).empty() && row + 1 < sheet.rows() &&
                      log_span(sheet.cell(row + 1, 0));  // above times without a title
    const bool titles = known >= 2 || (known == 1 && across >= 2) || clocks >= 3 || days;
    return titles ? known * 100 + across : 0;
}

// Whether one of its titles says when.
bool says_when(const LogSheet& sheet, std::size_t row) {
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        const LogColumn kind = meaning_of(sheet.cell(row, column)).column;
        if (kind == LogColumn::date || kind == LogColumn::time || kind == LogColumn::created || kind == LogColumn::end)
            return true;
        if (log_span(sheet.cell(row, column)) || looks_like_date(sheet.cell(row, column))) return true;
    }
    return false;
}

template <typename Is>
bool every_cell(const LogSheet& sheet, std::size_t row, Is is) {
    for (std::size_t column = 0; column < sheet.cells(row); ++column)
        if (const std::string_view cell = sheet.cell(row, column); !cell.empty() && !is(cell)) return false;
    return true;
}

// "[min]", "(hh:mm:ss)", "Anzahl" below the titles.
bool is_unit(std::string_view cell) {
    const auto words = words_of(plain_title(cell));
    return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
        constexpr std::string_view known[] = {"hh",    "mm",    "ss",     "anzahl",  "stueck",
                                              "count", "calls", "number", "percent", "in"};
        return std::find(std::begin(known), std::end(known), word) != std::end(known) || seconds_of_unit(word);
    });
}

bool is_of_letters(std::string_view cell) {
    return cell.find_first_of("0123456789") == std::string_view::npos && !is_nothing(cell) && !weekday_of(cell);
}

// "Date | Time | Sales | | Service |" above "| | Calls | AHT | Calls | AHT".
bool is_second_row_of_titles(const LogSheet& sheet, std::size_t row) {
    int figures = 0;
    bool gap = false;
    for (std::size_t column = 0; column < sheet.cells(row); ++column) {
        const std::string_view cell = sheet.cell(row, column);
        gap = gap || (cell.empty() && !sheet.cell(row - 1, column).empty());
        figures += is_figure(meaning_of(cell).column) ? 1 : 0;
    }
    return gap && figures >= 2 && every_cell(sheet, row, is_of_letters) && !every_cell(sheet, row, is_unit);
}

// "Mo | Di | Mi" in one row of titles and "02.03.2026 | 03.03.2026 | ..." in the other: columns that have both.
bool are_weekdays_of(const LogSheet& sheet, std::size_t weekdays, std::size_t dates) {
    int both = 0;
    for (std::size_t column = 0; column < sheet.cells(weekdays); ++column)
        both += weekday_of(sheet.cell(weekdays, column)) && looks_like_date(sheet.cell(dates, column)) ? 1 : 0;
    return both >= 2;
}

// The upper one of two such rows, one of which is this.
std::optional<std::size_t> row_of_weekdays_and_dates(const LogSheet& sheet, std::size_t row) {
    for (const std::size_t upper : {row, row - 1})
        if (upper < row + 1 && upper + 1 < sheet.rows() &&
            (are_weekdays_of(sheet, upper, upper + 1) || are_weekdays_of(sheet, upper + 1, upper)))
            return upper;
    return std::nullopt;
}

}  // namespace

bool shows_titles(const LogSheet& sheet) {
    const LogOptions none;
    for (std::size_t row = 0; row < std::min(sheet.rows(), most_lines_above); ++row)
        if (score_of_titles(sheet, row, none) > 0 && says_when(sheet, row)) return true;
    return is_plain_event_log(sheet);
}

void LogTable::find_titles(const LogOptions& options) {
    if (sheet_.rows() == 0) refuse(Rule::table_empty, {sheet_.file_name(), 1});
    if (is_plain_event_log(sheet_)) {
        titles_ = plain_event_titles();
        return;
    }
    const std::size_t rows = std::min(sheet_.rows(), most_lines_above);
    int best = 0;
    std::size_t first = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const int score = score_of_titles(sheet_, row, options);
        if (score <= best) continue;
        best = score;
        first = row;
    }
    if (best > 0) first = row_of_weekdays_and_dates(sheet_, first).value_or(first);
    std::vector<int> above;
    for (std::size_t row = 0; row < first; ++row) above.push_back(sheet_.number(row));
    if (!above.empty()) notes_.push_back({LogNoteKind::titles_above, {lines_text(above)}});
    take_titles(best > 0 ? first : 0);
}

// Dates hold, and the weekdays beside them say them once more.
void LogTable::take_dates_of_weekdays(std::size_t row) {
    titles_row_ = row + 1;
    names_row_ = row + 1;
    for (std::size_t column = 0; column < std::max(sheet_.cells(row), sheet_.cells(row + 1)); ++column) {
        const std::string_view upper = sheet_.cell(row, column);
        const std::string_view lower = sheet_.cell(row + 1, column);
        const bool above = lower.empty() || (!upper.empty() && weekday_of(lower));
        titles_.emplace_back(above ? upper : lower);
    }
}

// Where two rows of titles stand below each other, the lower one holds unless it is blank; units are added.
void LogTable::take_titles(std::size_t row) {
    if (row_of_weekdays_and_dates(sheet_, row) == row) return take_dates_of_weekdays(row);
    if (row + 1 < sheet_.rows() && is_second_row_of_titles(sheet_, row + 1)) ++row;
    titles_row_ = row;
    names_row_ = row;
    const std::size_t cells = std::max(sheet_.cells(row), row > 0 ? sheet_.cells(row - 1) : 0);
    const bool under_others = row > 0 && every_cell(sheet_, row, is_of_letters);
    for (std::size_t column = 0; column < cells; ++column) {
        std::string_view title = sheet_.cell(row, column);
        const std::string_view upper = title.empty() && under_others ? sheet_.cell(row - 1, column) : title;
        const LogColumn kind = meaning_of(upper).column;
        const bool for_all = kind == LogColumn::date || kind == LogColumn::time || kind == LogColumn::queue;
        if (for_all) title = upper;
        titles_.emplace_back(title);
    }
    while (titles_.size() > sheet_.cells(row) && titles_.back().empty()) titles_.pop_back();
    if (row + 1 >= sheet_.rows() || !every_cell(sheet_, row + 1, is_unit)) return;
    titles_row_ = row + 1;
    for (std::size_t column = 0; column < titles_.size(); ++column)
        if (const std::string_view unit = sheet_.cell(row + 1, column); !unit.empty())
            titles_[column].append(" ").append(unit);
}

}  // namespace freiton::input
