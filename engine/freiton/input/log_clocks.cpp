// SPDX-License-Identifier: Apache-2.0
// Times of day in numbers: what a cell alone cannot say, its column does.
#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/core/time_zone.hpp"
#include "freiton/input/log_row.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

namespace {

constexpr LogColumn clock_columns[] = {LogColumn::time, LogColumn::end, LogColumn::answered_at};

// "08.05": hours and two digits of minutes.
std::optional<double> dotted_clock(std::string_view cell) {
    const std::size_t sign = cell.find_first_of(".,");
    if (sign == std::string_view::npos || sign > 2 || cell.size() != sign + 3) return std::nullopt;
    const auto hours = log_number(cell.substr(0, sign), DecimalSign::point);
    const auto minutes = log_number(cell.substr(sign + 1), DecimalSign::point);
    if (!hours || !minutes || *hours > 24.0 || *minutes >= 60.0) return std::nullopt;
    return *hours * 3600.0 + *minutes * 60.0;
}

// "8" and "0830"
std::optional<double> whole_clock(double number) {
    if (std::floor(number) != number || number > 2400.0) return std::nullopt;
    if (number <= 24.0) return number * 3600.0;
    const double minutes = std::fmod(number, 100.0);
    return minutes < 60.0 ? std::optional{(std::floor(number / 100.0) * 60.0 + minutes) * 60.0} : std::nullopt;
}

}  // namespace

// Numbers all below one are Excel's parts of a day; such as 08.05 are clocks; whole ones are hours, clocks without a
// colon, or seconds since midnight where some are too many for a clock. Numbers that may be minutes are asked about.
void LogCells::find_clocks() {
    clocks_.assign(table_.width(), ClockForm::whole);
    for (const LogColumn kind : clock_columns) {
        const auto column = table_.column(kind);
        if (!column || table_.meaning(kind).unit_s) continue;
        bool parts = true;
        bool dotted = true;
        bool whole = true;
        double largest = 0.0;
        std::size_t numbers = 0;
        for (const std::string_view cell : table_.examples(*column, 2000)) {
            const auto number = log_number(cell, DecimalSign::unknown);
            if (!number || *number < 0.0 || *number >= seconds_a_day) continue;
            ++numbers;
            largest = std::max(largest, *number);
            parts = parts && *number < 1.0;
            dotted = dotted && dotted_clock(cell);
            whole = whole && whole_clock(*number);
        }
        if (numbers == 0) continue;
        clocks_[*column] = parts && largest > 0.0 ? ClockForm::part_of_a_day
                           : dotted               ? ClockForm::dotted
                           : whole                ? ClockForm::whole
                                                  : ClockForm::seconds;
        ask_for_hours(kind, largest);
        constexpr double largest_clock = 2400.0;
        if (clocks_[*column] != ClockForm::seconds || largest > largest_clock) continue;
        clocks_[*column] = ClockForm::minutes;  // until the question is answered
        complain(table_.rows().front(), *column, Rule::log_clock_unclear, {name_of(kind), table_.title(*column)});
    }
}

bool LogCells::has_unit(std::size_t column) const {
    return std::any_of(std::begin(clock_columns), std::end(clock_columns), [&](LogColumn kind) {
        return table_.column(kind) == column && table_.meaning(kind).unit_s.has_value();
    });
}

// Only where the title says the unit: a number alone may be anything.
void LogCells::find_counting() {
    const auto column = table_.column(LogColumn::time);
    if (!column || dated_ || table_.has(LogColumn::date)) return;
    double latest_s = seconds_a_day;
    for (const std::size_t row : table_.rows()) {
        const double second_s = counted_seconds(row, *column).value_or(0.0);
        if (second_s < latest_s) continue;
        latest_s = second_s;
        last_counted_row_ = row;
    }
}

std::optional<double> LogCells::counted_seconds(std::size_t row, std::size_t column) const {
    constexpr double most_days = 40'000.0;  // as long as a calendar may be, and longer
    for (const LogColumn kind : clock_columns)
        if (const auto unit = table_.meaning(kind).unit_s; unit && table_.column(kind) == column) {
            const auto number = log_number(table_.sheet().cell(row, column), sign_);
            const bool known = number && *number >= 0.0 && *number * *unit < most_days * seconds_a_day;
            return known ? std::optional{*number * *unit} : std::nullopt;
        }
    return std::nullopt;
}

// In real time, as a simulation counts: where clocks have changed since the first day they show something else.
RowMoment LogCells::moment_counted(double second_s) const {
    const Date first = last_date_.value_or(assumed_monday);
    const auto& stated = options_.time_zone;
    const auto zone = stated || !options_.held_against ? stated : options_.held_against->time_zone;
    if (zone) {
        constexpr Minutes step{60};
        const Seconds midnight = local_day(*zone, first, step).front().real_time;
        const LocalTime local = local_time(*zone, midnight + Seconds{second_s});
        return {local.day, local.since_midnight.count(), std::nullopt};
    }
    const double day = std::floor(second_s / seconds_a_day);
    return {first + std::chrono::days{static_cast<int>(day)}, second_s - day * seconds_a_day, std::nullopt};
}

// Whole numbers below "Interval" may count half hours; above 24 those below 100 are no clocks either.
void LogCells::ask_for_hours(LogColumn kind, double largest) {
    const std::size_t column = *table_.column(kind);
    if (clocks_[column] != ClockForm::whole) return;
    const auto words = words_of(plain_title(table_.title(column)));
    const auto has_any_of = [&](std::initializer_list<std::string_view> known) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(known.begin(), known.end(), word) != known.end();
        });
    };
    const bool of_intervals = has_any_of({"interval", "intervall", "zeitintervall", "period", "halbstunde", "half"}) &&
                              !has_any_of({"time", "zeit", "start", "beginn"});
    const auto cells = table_.examples(column, 1);
    const bool padded = !cells.empty() && cells.front().size() == 2 && cells.front().front() == '0';  // "08"
    constexpr double hours = 24.0;
    constexpr double first_clock = 100.0;
    if (largest >= first_clock || padded || (largest <= hours && !of_intervals)) return;
    complain(table_.rows().front(), column, Rule::log_hours_unclear, {name_of(kind), table_.title(column)});
}

// "8 PM", "8", "0830", "08.30", parts of a day, and minutes or seconds since midnight where they are such.
std::optional<double> LogCells::clock_without_colon(std::size_t column, std::string_view cell) const {
    if (const auto time = log_time(cell)) return time->count();
    const std::string plain = cell.ends_with("Uhr") ? plainly(cell) : std::string{};  // "8.30 Uhr"
    if (!plain.empty()) cell = plain;
    const auto number = log_number(cell, DecimalSign::unknown);
    if (!number || *number < 0.0 || *number >= seconds_a_day) return std::nullopt;
    for (const LogColumn kind : clock_columns)
        if (const auto unit = table_.meaning(kind).unit_s; unit && table_.column(kind) == column)
            return *number * *unit <= seconds_a_day ? std::optional{*number * *unit} : std::nullopt;
    const ClockForm form = column < clocks_.size() ? clocks_[column] : ClockForm::whole;
    if (form == ClockForm::part_of_a_day) return std::round(*number * seconds_a_day);
    if (form == ClockForm::seconds) return number;
    if (form == ClockForm::minutes)
        return *number * 60.0 < seconds_a_day ? std::optional{*number * 60.0} : std::nullopt;
    if (const auto dotted = dotted_clock(cell)) return dotted;
    return whole_clock(*number);
}

// "0800-0830", "8-9 Uhr", "8 AM - 9 AM", "08.00 - 08.30"
std::optional<LogSpan> LogCells::span_without_colon(std::size_t column, std::string_view cell) const {
    const std::string plain = plainly(cell);
    std::size_t dash = plain.find('-');
    std::size_t width = 1;
    for (const std::string_view word : {" bis ", " to "})
        if (dash == std::string::npos && (dash = plain.find(word)) != std::string::npos) width = word.size();
    if (dash == std::string::npos || dash == 0 || looks_like_date(cell)) return std::nullopt;
    const std::string_view begin = trimmed(std::string_view{plain}.substr(0, dash));
    const std::string_view behind = trimmed(std::string_view{plain}.substr(dash + width));
    if (const auto span = span_of(begin, behind, half_days_)) return span;
    const auto from = clock_without_colon(column, begin);
    const auto to = clock_without_colon(column, behind);
    if (!from || !to) return std::nullopt;
    double end = *to == 0.0 ? seconds_a_day : *to;
    if (half_days_ && end <= *from) end += seconds_a_day / 2.0;
    return *from < end ? std::optional{LogSpan{Seconds{*from}, Seconds{end}}} : std::nullopt;
}

}  // namespace freiton::input
