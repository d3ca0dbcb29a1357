// SPDX-License-Identifier: Apache-2.0
// Where the parts of dates and times stand.
#include "freiton/input/log_part_columns.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace freiton::input {

namespace {

std::optional<std::size_t> column_titled(const LogTable& table, std::initializer_list<std::string_view> titles) {
    for (std::size_t column = 0; column < table.width(); ++column)
        if (!table.is_ignored(column) &&
            std::find(titles.begin(), titles.end(), plain_title(table.title(column))) != titles.end())
            return column;
    return std::nullopt;
}

bool tells_hours(std::string_view title) {
    const auto words = words_of(plain_title(title));
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word == "hour" || word == "hours" || word == "stunde" || word == "stunden" || word == "std";
    });
}

bool holds_hours(const LogTable& table, std::size_t column) {
    const auto cells = table.examples(column, 200);
    return tells_hours(table.title(column)) && !cells.empty() &&
           std::all_of(cells.begin(), cells.end(), [](auto cell) { return day_or_hour(cell); });
}

// None is too large for it, and rows count several minutes of an hour, or always the same; minutes of talk do not.
bool are_minutes_of_hours(const LogTable& table, const PartColumns& parts) {
    const std::size_t column = *parts.minute;
    if (!parts.hour || parts.hour == column || table.is_used(column) || !holds_hours(table, *parts.hour)) return false;
    const bool counts = table.has(LogColumn::offered) || table.has(LogColumn::answered);
    std::map<std::vector<std::string_view>, int> minutes;
    std::set<int> seen;
    bool several = false;
    for (const std::size_t row : table.rows()) {
        const auto cell = [&](std::optional<std::size_t> at) {
            return at ? table.sheet().cell(row, *at) : std::string_view{};
        };
        if (is_nothing(cell(column))) continue;
        const auto numbers = numbers_in(cell(column));
        constexpr int step = 5;  // of intervals, at least
        if (numbers.size() != 1 || numbers[0] >= 60 || (counts && numbers[0] % step != 0)) return false;
        seen.insert(numbers[0]);
        const auto [first, is_new] =
            minutes.try_emplace({cell(parts.year), cell(parts.month), cell(parts.week), cell(parts.day),
                                 table.cell(row, LogColumn::queue), cell(parts.hour)},
                                numbers[0]);
        several = several || (!is_new && first->second != numbers[0]);
    }
    return !counts || several || seen.size() == 1;
}

}  // namespace

PartColumns part_columns(const LogTable& table) {
    PartColumns parts{.year = column_titled(table, {"year", "jahr"}),
                      .month = column_titled(table, {"month", "monat"}),
                      .week = column_titled(table, {"kw", "week", "woche", "iso week", "calendar week", "week number",
                                                    "week no", "kalenderwoche", "kw nr"}),
                      .day = table.column(LogColumn::date),
                      .hour = table.column(LogColumn::time),
                      .minute = column_titled(table, {"minute", "minutes", "minuten"})};
    for (auto* part : {&parts.year, &parts.month, &parts.week})
        if (*part && table.examples(**part, 1).empty()) part->reset();
    if (parts.minute && !are_minutes_of_hours(table, parts)) parts.minute.reset();
    return parts;
}

std::vector<int> numbers_in(std::string_view cell) {
    std::vector<int> numbers;
    bool inside = false;
    for (const char c : cell) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) numbers.push_back(0);
        if (digit && numbers.back() < 10'000) numbers.back() = numbers.back() * 10 + (c - '0');
        inside = digit;
    }
    return numbers;
}

std::optional<int> day_or_hour(std::string_view cell) {
    if (cell.ends_with('.')) cell.remove_suffix(1);
    const bool digits = cell.find_first_not_of("0123456789") == std::string_view::npos;
    if (cell.empty() || cell.size() > 2 || !digits) return std::nullopt;
    const int number = numbers_in(cell).front();
    return number <= 31 ? std::optional{number} : std::nullopt;
}

}  // namespace freiton::input
