// SPDX-License-Identifier: Apache-2.0
// Tables with days or times across that stand below each other, each with titles of its own: one long table.
#include <algorithm>
#include <map>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_put_in_order.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

namespace {

bool shows_day(std::string_view cell) { return weekday_of(cell) || looks_like_date(cell); }
bool shows_clock(std::string_view cell) { return log_span(cell).has_value(); }

class StackedTables {
  public:
    explicit StackedTables(const LogTable& table) : table_{table}, sheet_{table.sheet()} {
        if (!table.titles_row()) return;
        titles_row_ = *table.titles_row();
        for (std::size_t column = 0; column < table.width(); ++column) {
            const std::string& title = table.title(column);
            days_ += shows_day(title) ? 1 : 0;
            clocks_ += shows_clock(title) ? 1 : 0;
            if (first_ == 0 && (shows_day(title) || shows_clock(title))) first_ = column;
        }
        if (first_ == 0 || (days_ < 2) == (clocks_ < 2)) return;
        for (std::size_t row = titles_row_ + 1; row < sheet_.rows(); ++row)
            if (shows_titles(row)) ++more_;
        find_names();
        find_whether_told_apart();
    }

    // Titles that come again unchanged, without a name above them, are those of a page.
    bool any() const { return more_ > 0 && (!names_.empty() || differ()); }

    PutInOrder put_in_order() {
        LogSheet result = sheet_.without_rows();
        for (std::size_t row = 0; row < titles_row_; ++row)
            if (!is_name(row)) add_cells(result, row);
        result.begin_row(sheet_.number(titles_row_));
        for (std::size_t column = 0; column < first_; ++column) {
            const bool week = names_week(table_.title(column));  // "KW 12" in the corner, above times
            result.add_cell(week ? (clocks_ >= 2 ? "date" : "time") : std::string_view{table_.title(column)});
        }
        result.add_cell(clocks_ >= 2 ? "time" : "date");
        if (named()) result.add_cell(title_of_names());
        result.add_cell(measures() ? "value" : "offered");
        result.end_row();
        std::size_t titles = titles_row_;
        std::string_view name = titles_row_ > 0 && is_name(titles_row_ - 1) ? sheet_.cell(titles_row_ - 1, 0)
                                : names_week(sheet_.cell(titles_row_, 0))   ? sheet_.cell(titles_row_, 0)
                                                                            : std::string_view{};
        for (std::size_t row = titles_row_ + 1; row < sheet_.rows(); ++row) {
            if (is_name(row))
                name = sheet_.cell(row, 0);
            else if (shows_titles(row)) {
                titles = row;
                if (names_week(sheet_.cell(row, 0))) name = sheet_.cell(row, 0);
            } else
                add_counts(result, row, titles, name);
        }
        return {std::move(result), {LogNoteKind::tables_stacked, {std::to_string(more_ + 1)}}};
    }

  private:
    bool is_across(std::string_view cell) const { return clocks_ >= 2 ? shows_clock(cell) : shows_day(cell); }

    bool shows_titles(std::size_t row) const {
        int across = 0;
        for (std::size_t column = first_; column < sheet_.cells(row); ++column)
            across += is_across(sheet_.cell(row, column)) ? 1 : 0;
        const std::string_view corner = sheet_.cell(row, 0);
        return across >= 2 && !shows_day(corner) && !shows_clock(corner);
    }

    // A line with one cell, above titles.
    bool is_name(std::size_t row) const {
        if (row + 1 >= sheet_.rows()) return false;
        if (row + 1 != titles_row_ && (row < titles_row_ || !shows_titles(row + 1))) return false;
        for (std::size_t column = 1; column < sheet_.cells(row); ++column)
            if (!sheet_.cell(row, column).empty()) return false;
        const std::string_view name = sheet_.cell(row, 0);
        return !is_nothing(name) && !is_total(name) && !shows_day(name) && !shows_clock(name);
    }

    void find_names() {
        for (std::size_t row = titles_row_ > 0 ? titles_row_ - 1 : 0; row < sheet_.rows(); ++row) {
            if (row != titles_row_ && is_name(row)) names_.insert(sheet_.cell(row, 0));
            const bool titles = row == titles_row_ || (row > titles_row_ && shows_titles(row));
            if (titles && names_week(sheet_.cell(row, 0))) names_.insert(sheet_.cell(row, 0));
        }
    }

    bool differ() const {
        for (std::size_t row = titles_row_ + 1; row < sheet_.rows(); ++row)
            if (shows_titles(row))
                for (std::size_t column = first_; column < table_.width(); ++column)
                    if (sheet_.cell(row, column) != table_.title(column)) return true;
        return false;
    }

    bool weeks() const {
        return !names_.empty() && std::all_of(names_.begin(), names_.end(), [](auto name) { return names_week(name); });
    }

    // Names of pages, weeks and months say nothing more of rows and columns whose dates tell them apart.
    bool named() const { return !names_.empty() && !told_apart_; }

    void find_whether_told_apart() {
        std::map<std::string, std::size_t> seen;  // in which table
        bool dated = false;
        told_apart_ = true;
        std::size_t titles = titles_row_;
        for (std::size_t row = titles_row_ + 1; row < sheet_.rows(); ++row) {
            if (shows_titles(row)) titles = row;
            if (shows_titles(row) || is_name(row) || is_total(sheet_.cell(row, 0))) continue;
            std::string key;
            for (std::size_t column = 0; column < first_; ++column) {
                key.append(sheet_.cell(row, column)).append("\n");
                dated = dated || looks_like_date(sheet_.cell(row, column));
            }
            for (std::size_t column = first_; column < sheet_.cells(titles); ++column) {
                const std::string_view across = sheet_.cell(titles, column);
                if (!is_across(across)) continue;
                dated = dated || looks_like_date(across);
                const auto [known, is_new] = seen.try_emplace(key + std::string{across}, titles);
                told_apart_ = told_apart_ && (is_new || known->second == titles);
            }
        }
        told_apart_ = told_apart_ && dated;
    }

    bool measures() const {
        std::set<LogColumn> kinds;
        for (const std::string_view name : names_) kinds.insert(meaning_of(name).column);
        return kinds.size() >= 2 &&
               std::all_of(kinds.begin(), kinds.end(), [](LogColumn kind) { return is_figure(kind); });
    }

    std::string_view title_of_names() const { return weeks() ? "week" : measures() ? "measure" : "queue"; }

    void add_cells(LogSheet& result, std::size_t row) const {
        result.begin_row(sheet_.number(row));
        for (std::size_t column = 0; column < sheet_.cells(row); ++column) result.add_cell(sheet_.cell(row, column));
        result.end_row();
    }

    void add_counts(LogSheet& result, std::size_t row, std::size_t titles, std::string_view name) const {
        const auto add = [&](std::string_view across, std::string_view count) {
            result.begin_row(sheet_.number(row));
            for (std::size_t column = 0; column < first_; ++column) result.add_cell(sheet_.cell(row, column));
            result.add_cell(across);
            if (named()) result.add_cell(across.empty() ? std::string_view{} : name);
            result.add_cell(count);
            result.end_row();
        };
        bool any = false;
        const bool sum = is_total(sheet_.cell(row, 0));
        for (std::size_t column = first_; column < sheet_.cells(titles) && !sum; ++column) {
            if (!is_across(sheet_.cell(titles, column)) || is_nothing(sheet_.cell(row, column))) continue;
            add(sheet_.cell(titles, column), sheet_.cell(row, column));
            any = true;
        }
        if (!any) add({}, {});  // a sum, or a line of text
    }

    const LogTable& table_;
    const LogSheet& sheet_;
    std::size_t titles_row_ = 0;
    std::size_t first_ = 0;  // column across
    int days_ = 0;
    int clocks_ = 0;
    int more_ = 0;
    bool told_apart_ = false;
    std::set<std::string_view> names_;
};

}  // namespace

std::optional<PutInOrder> stacked_tables(const LogTable& table) {
    StackedTables stacked{table};
    return stacked.any() ? std::optional{stacked.put_in_order()} : std::nullopt;
}

}  // namespace freiton::input
