// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_table.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/fields.hpp"
#include "freiton/input/log_suits.hpp"
#include "freiton/input/log_totals.hpp"

namespace freiton::input {

std::string lines_text(const std::vector<int>& lines) {
    constexpr std::size_t most = 6;
    std::string text;
    std::size_t parts = 0;
    for (std::size_t i = 0; i < lines.size(); ++parts) {
        std::size_t last = i;
        while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
        text.append(text.empty() ? "" : ", ");
        if (parts == most) return text.append("..., ").append(std::to_string(lines.back()));
        text.append(std::to_string(lines[i]));
        if (last > i) text.append("-").append(std::to_string(lines[last]));
        i = last + 1;
    }
    return text;
}

LogTable::LogTable(const LogSheet& sheet, const LogOptions& options) : sheet_{sheet} {
    find_titles(options);
    name_columns(options);
    find_rows();
}

bool LogTable::is_used(std::size_t column) const {
    return std::any_of(at_.begin(), at_.end(), [&](const auto& at) { return at == column; });
}

std::vector<std::string_view> LogTable::examples(std::size_t column, std::size_t most) const {
    constexpr std::size_t most_looked_at = 2000;
    std::vector<std::string_view> found;
    const std::size_t begin = titles_row_ ? *titles_row_ + 1 : 0;
    const std::size_t end = std::min(sheet_.rows(), begin + most_looked_at);
    for (std::size_t row = begin; row < end && found.size() < most; ++row)
        if (const std::string_view cell = sheet_.cell(row, column); !is_nothing(cell)) found.push_back(cell);
    return found;
}

// A row of sums says so in its first cell, or where its time stands; a subject may be "Total loss".
// "Max" and "All" beside a time are names: of agents, of sites.
// The last row may also be one without a word, if nothing says when it was, nor what else than a sum it could be.
bool LogTable::is_sum(std::size_t row) {
    std::string_view first;
    for (std::size_t column = 0; first.empty() && column < sheet_.cells(row); ++column)
        first = sheet_.cell(row, column);
    const auto queue = column(LogColumn::queue);
    const std::string_view time = cell(row, LogColumn::time);
    const std::string_view date = cell(row, LogColumn::date);
    if (names_total(date) || names_total(time)) return true;
    const bool dated = has(LogColumn::time) || has(LogColumn::date);
    const bool timeless = dated && is_nothing(time) && is_nothing(date);
    const bool first_is_queue = queue && first == sheet_.cell(row, *queue);
    const bool may_say_so = timeless || !dated || (!first_is_queue && first.find(' ') == std::string_view::npos);
    const bool by_name = may_say_so && names_total(first);
    if (by_name && (timeless || !dated || !is_weak_total(first))) return true;
    if (timeless_within_day(row) && names_total(cell(row, LogColumn::queue))) return true;  // "Sales Total"
    const bool named = !is_nothing(cell(row, LogColumn::queue)) || !is_nothing(cell(row, LogColumn::event));
    return timeless && row + 1 == sheet_.rows() && !named && !has(LogColumn::created);
}

bool LogTable::timeless_within_day(std::size_t row) const {
    return has(LogColumn::time) && has(LogColumn::date) && is_nothing(cell(row, LogColumn::time));
}

bool LogTable::names_total(std::string_view cell) {
    if (!may_be_total(cell)) return false;
    const auto [known, is_new] = totals_.try_emplace(cell, false);
    if (is_new) known->second = is_total(cell);
    return known->second;
}

bool LogTable::is_of_all_queues(std::size_t row) {
    const std::string_view name = cell(row, LogColumn::queue);
    if (!may_be_total(name)) return false;
    const auto [known, is_new] = total_queues_.try_emplace(name, false);
    if (is_new) known->second = is_total_queue(name);
    return known->second;
}

// A single cell that does not say when says nothing about a call: it is the title of a group, or a line below the
// table.
bool LogTable::is_text_only(std::size_t row) const {
    constexpr std::size_t fewest_columns = 3;
    if (width() < fewest_columns) return false;
    std::size_t filled_cells = 0;
    for (std::size_t column = 0; column < sheet_.cells(row) && filled_cells < 2; ++column)
        filled_cells += sheet_.cell(row, column).empty() ? 0U : 1U;
    const auto says_when = [&](LogColumn kind) {
        const std::string_view when = cell(row, kind);
        return !when.empty() && ((when.front() >= '0' && when.front() <= '9') || looks_like_date(parted(when).date));
    };
    return filled_cells < 2 && !says_when(LogColumn::created) && !says_when(LogColumn::time) &&
           !says_when(LogColumn::date);
}

void LogTable::find_rows() {
    const std::size_t begin = titles_row_ ? *titles_row_ + 1 : 0;
    std::vector<int> again;
    std::vector<int> texts;
    std::vector<std::uint32_t> of_all;
    rows_.reserve(sheet_.rows() - begin);
    const auto repeats_titles = [&](std::size_t row) {
        if (!titles_row_ || sheet_.cell(row, 0) != titles_.front()) return false;
        for (std::size_t column = 1; column < titles_.size(); ++column)
            if (sheet_.cell(row, column) != titles_[column]) return false;
        return true;
    };
    for (std::size_t row = begin; row < sheet_.rows(); ++row) {
        if (repeats_titles(row))
            again.push_back(sheet_.number(row));
        else if (is_sum(row))
            sums_.push_back(sheet_.number(row));
        else if (is_of_all_queues(row))
            of_all.push_back(static_cast<std::uint32_t>(row));
        else if (is_text_only(row))
            texts.push_back(sheet_.number(row));
        else
            rows_.push_back(static_cast<std::uint32_t>(row));
    }
    if (rows_.empty()) rows_.swap(of_all);  // there are no others
    for (const std::uint32_t row : of_all)
        if (is_long_total_queue(cell(row, LogColumn::queue)))
            sums_by_name_.push_back(row);
        else
            sums_.push_back(sheet_.number(row));
    if (!again.empty()) notes_.push_back({LogNoteKind::titles_again, {lines_text(again)}});
    if (!texts.empty()) notes_.push_back({LogNoteKind::rows_without_counts, {lines_text(texts)}});
    if (rows_.empty()) throw InputError{Problem{Rule::table_empty}.at(sheet_.place(titles_row_.value_or(0)))};
}

void LogTable::settle_sums_by_name(bool keep) {
    if (keep) {
        rows_.insert(rows_.end(), sums_by_name_.begin(), sums_by_name_.end());
        std::sort(rows_.begin(), rows_.end());
    } else {
        for (const std::size_t row : sums_by_name_) sums_.push_back(sheet_.number(row));
    }
    std::sort(sums_.begin(), sums_.end());
    if (!sums_.empty()) notes_.push_back({LogNoteKind::totals, {lines_text(sums_)}});
}

std::string LogTable::titles_text() const {
    constexpr std::size_t most = 12;
    constexpr std::size_t longest = 40;
    std::vector<std::string> names;
    for (const std::string& title : titles_) {
        if (names.size() == most) break;
        names.push_back(title.size() > longest ? "..." : title);
    }
    return detail::joined(names) + (titles_.size() > most ? ", ..." : "");
}

}  // namespace freiton::input
