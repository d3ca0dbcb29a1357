// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "freiton/input/log_sheet.hpp"
#include "freiton/input/log_titles.hpp"
#include "freiton/input/read_call_log.hpp"

namespace freiton::input {

/// A table within a sheet: where its titles stand, what each column was taken for, and which rows are data.
class LogTable {
  public:
    /// Finds the titles (the row with most that are known; lines above it are the file's own) and what its columns
    /// hold. Throws InputError with what is wrong with LogOptions::columns, and with table_empty.
    LogTable(const LogSheet& sheet, const LogOptions& options);

    const LogSheet& sheet() const { return sheet_; }
    std::size_t width() const { return titles_.size(); }
    const std::string& title(std::size_t column) const { return titles_[column]; }
    bool has(LogColumn kind) const { return column(kind).has_value(); }
    std::optional<std::size_t> column(LogColumn kind) const { return at_[static_cast<std::size_t>(kind)]; }
    const TitleMeaning& meaning(LogColumn kind) const { return meanings_[static_cast<std::size_t>(kind)]; }
    void say_amount(LogColumn kind, Amount amount) { meanings_[static_cast<std::size_t>(kind)].amount = amount; }
    void set(LogColumn kind, std::optional<std::size_t> column) { at_[static_cast<std::size_t>(kind)] = column; }
    bool is_used(std::size_t column) const;
    bool is_ignored(std::size_t column) const { return ignored_[column]; }  // as the user says
    std::string_view cell(std::size_t row, LogColumn kind) const {
        const auto where = column(kind);
        return where ? sheet_.cell(row, *where) : std::string_view{};
    }
    std::optional<std::size_t> titles_row() const { return titles_row_; }
    std::size_t names_row() const { return names_row_; }  // of titles, where units stand below them
    bool ends_only() const { return ends_only_; }         // times are those at which intervals end
    void say_ends_only() { ends_only_ = true; }
    void take_ends_for_begins();  // they alone say when
    bool any_german() const { return german_; }

    /// Data rows: without lines above, repeated titles and sums.
    const std::vector<std::uint32_t>& rows() const { return rows_; }

    /// Leaves out rows of queues with names such as "All services", or keeps them where what they count can tell
    /// whether they are sums.
    void settle_sums_by_name(bool keep);

    /// By its title; "#3" is the third column, where titles do not tell.
    std::optional<std::size_t> titled(std::string_view title) const;

    /// Up to so many cells of a column that hold something, from the first on.
    std::vector<std::string_view> examples(std::size_t column, std::size_t most) const;

    /// What was left out, and where; readings add what they find.
    std::vector<LogNote>& notes() { return notes_; }

    /// How columns were understood, for the reading.
    std::vector<LogReading::Column> understood() const;

    /// The titles, for a message.
    std::string titles_text() const;

  private:
    void find_titles(const LogOptions& options);
    void take_titles(std::size_t row);
    void take_dates_of_weekdays(std::size_t row);
    void take_total_of_all();
    void name_columns(const LogOptions& options);
    void take_stated(const LogOptions& options, std::vector<bool>& taken);
    void take_known(std::vector<bool>& taken);
    void take_directions(std::vector<bool>& taken);
    void take_outcomes_of_queues(std::vector<bool>& taken);
    void take_untitled_dates(std::vector<bool>& taken);
    void find_rows();
    std::vector<std::string_view> typical(std::size_t column) const;
    bool is_sum(std::size_t row);
    bool timeless_within_day(std::size_t row) const;
    bool is_of_all_queues(std::size_t row);
    bool names_total(std::string_view cell);
    bool is_text_only(std::size_t row) const;

    const LogSheet& sheet_;
    std::optional<std::size_t> titles_row_;
    std::size_t names_row_ = 0;
    std::vector<std::string> titles_;
    std::array<std::optional<std::size_t>, log_column_count> at_{};
    std::array<TitleMeaning, log_column_count> meanings_{};
    std::vector<bool> ignored_;
    bool german_ = false;
    bool ends_only_ = false;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> sums_by_name_;
    std::vector<int> sums_;  // lines
    std::vector<LogNote> notes_;
    std::unordered_map<std::string_view, bool> totals_;        // of cells that may be, which are few
    std::unordered_map<std::string_view, bool> total_queues_;  // of the sheet's names, likewise
};

/// Whether a row of the sheet shows titles that we know, one of them saying when.
bool shows_titles(const LogSheet& sheet);

/// "3", "3-9, 12": numbers of lines for people.
std::string lines_text(const std::vector<int>& lines);

}  // namespace freiton::input
