// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_row.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/input/log_shapes.hpp"

namespace freiton::input {

namespace {

// "04:10:00": four minutes ten that a spreadsheet took for hours and minutes, where its title says (mm:ss).
bool is_typed_as_hours(std::string_view cell) {
    const auto seconds = log_duration(cell);
    return cell.ends_with(":00") && cell.find(':') + 3 < cell.size() && seconds && seconds->count() >= 3600.0;
}

}  // namespace

LogCells::LogCells(LogTable& table, const LogOptions& options, LogShape shape)
    : table_{table}, options_{options}, order_{options.dates}, sign_{options.decimal}, time_zone_{options.time_zone} {
    const bool is_across =
        shape == LogShape::half_hours_across || shape == LogShape::days_across || shape == LogShape::work_across;
    const auto across = is_across ? columns_across(table, shape) : std::vector<ColumnAcross>{};
    const bool half_days = std::any_of(across.begin(), across.end(), [&](const ColumnAcross& one) {
        const auto written = log_span(table.title(one.column));
        return one.span && (!written || written->from != one.span->from);
    });
    if (half_days) note_once(LogNoteKind::half_days);
    find_order(across);
    find_sign(across);
    find_clocks();
    find_counting();
    find_half_days();
    find_zones();
}

void LogCells::complain(std::size_t row, std::size_t column, Rule rule, std::vector<std::string> arguments,
                        std::string suggestion) {
    if (are_enough(problems_)) return;
    problems_.push_back(Problem{rule}
                            .at(table_.sheet().place(row, column))
                            .on(column < table_.width() ? table_.title(column) : std::string{})
                            .got(std::string{table_.sheet().cell(row, column)})
                            .with(std::move(arguments))
                            .meant(std::move(suggestion)));
}

void LogCells::note_once(LogNoteKind kind, std::string_view argument) {
    auto& notes = table_.notes();
    if (std::any_of(notes.begin(), notes.end(), [&](const LogNote& note) { return note.kind == kind; })) return;
    notes.push_back({kind});
    if (!argument.empty()) notes.back().arguments.emplace_back(argument);
}

std::optional<double> LogCells::count(std::size_t row, LogColumn kind, std::optional<double> whole) {
    const auto column = table_.column(kind);
    return column ? count(row, *column, whole) : std::nullopt;
}

std::optional<double> LogCells::count(std::size_t row, std::size_t column, std::optional<double> whole) {
    std::string_view cell = table_.sheet().cell(row, column);
    if (is_nothing(cell)) return std::nullopt;
    const bool percent = cell.back() == '%';
    while (percent && (cell.back() == '%' || cell.back() == ' ')) cell.remove_suffix(1);
    const auto number = log_number(cell, sign_);
    if (!number && is_closed(cell)) return std::nullopt;
    if (!number || (percent && !whole)) {
        complain(row, column, Rule::number_expected);
    } else if (!std::isfinite(*number)) {
        complain(row, column, Rule::number_not_finite);
    } else if (*number < 0.0) {
        complain(row, column, Rule::at_least, {"0"});
    } else {
        return percent ? *number / 100.0 * *whole : *number;
    }
    return std::nullopt;
}

std::optional<double> LogCells::seconds(std::size_t row, LogColumn kind) {
    const auto column = table_.column(kind);
    if (!column) return std::nullopt;
    const std::string_view cell = table_.sheet().cell(row, *column);
    if (is_nothing(cell)) return std::nullopt;
    const auto seconds = plain_seconds(row, kind);
    if (seconds && *seconds >= 0.0 && std::isfinite(*seconds)) return seconds;
    if (!seconds)
        complain(row, *column, Rule::duration_cell_expected);
    else
        complain(row, *column, *seconds < 0.0 ? Rule::at_least : Rule::number_not_finite, {"0"});
    return std::nullopt;
}

std::optional<double> LogCells::plain_count(std::size_t row, LogColumn kind) const {
    const auto column = table_.column(kind);
    return column ? log_number(table_.sheet().cell(row, *column), sign_) : std::nullopt;
}

std::optional<double> LogCells::plain_seconds(std::size_t row, LogColumn kind) const {
    const auto column = table_.column(kind);
    if (!column) return std::nullopt;
    const std::string_view cell = table_.sheet().cell(row, *column);
    const TitleMeaning& meaning = table_.meaning(kind);
    const bool plain = cell.find(':') == std::string_view::npos;
    if (const auto number = plain ? log_number(cell, sign_) : std::nullopt)
        return *number * meaning.unit_s.value_or(options_.unit_s.value_or(1.0));
    if (meaning.minutes_seconds && is_typed_as_hours(cell))
        return log_duration(cell.substr(0, cell.size() - 3))->count();
    const auto duration = log_duration(cell, meaning.hours_minutes);
    return duration ? std::optional{duration->count()} : std::nullopt;
}

}  // namespace freiton::input
