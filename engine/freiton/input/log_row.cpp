// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_row.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/core/time_zone.hpp"
#include "freiton/input/log_shapes.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

namespace {

constexpr double whole_day_s = 86'400.0;

}  // namespace

LogCells::LogCells(LogTable& table, const LogOptions& options, LogShape shape)
    : table_{table}, options_{options}, order_{options.dates}, sign_{options.decimal}, time_zone_{options.time_zone} {
    const bool is_across =
        shape == LogShape::half_hours_across || shape == LogShape::days_across || shape == LogShape::work_across;
    const auto across = is_across ? columns_across(table, shape) : std::vector<ColumnAcross>{};
    find_order(across);
    find_sign(across);
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

// Nothing on a cell that is empty; the caller says whether it may be.
std::optional<RowMoment> LogCells::moment(std::size_t row, LogColumn kind) {
    const auto column = table_.column(kind);
    const auto dates = table_.column(LogColumn::date);
    if (!column && !dates) return std::nullopt;
    if (!dates) return moment_of(row, *column, last_date_);
    const std::string_view written = table_.sheet().cell(row, *dates);
    const bool blank = is_nothing(written);
    if (blank && last_date_) note_once(LogNoteKind::dates_filled);
    if (blank && !last_date_) {
        complain(row, *dates, Rule::date_expected);
        return std::nullopt;
    }
    const std::string_view day = parted(written).date;
    const auto date = blank ? last_date_ : date_of(row, *dates, day.empty() ? written : day);
    last_date_ = date ? date : last_date_;
    if (!column) return date ? std::optional{RowMoment{*date, std::nullopt, std::nullopt}} : std::nullopt;
    auto found = moment_of(row, *column, date ? date : Date{});  // so that a wrong time is told too
    return date ? found : std::nullopt;
}

std::optional<RowMoment> LogCells::moment_of(std::size_t row, std::size_t column, std::optional<Date> date) {
    const std::string_view cell = table_.sheet().cell(row, column);
    if (is_nothing(cell)) return std::nullopt;
    LogMoment parts = parted(cell);
    if (parts.time.empty()) {
        if (const auto moment = moment_in_digits(cell)) {
            const RowMoment written{moment->date, moment->second_s, std::nullopt};
            return moment->utc ? in_zone(written, Minutes{0}) : written;
        }
        if (const auto span = date ? span_without_colon(column, cell) : std::nullopt)
            return RowMoment{*date, span->from.count(), span->to->count()};
        if (const auto second = date ? clock_without_colon(column, cell) : std::nullopt)
            return RowMoment{*date, second, std::nullopt};
        if (date && !looks_like_date(cell)) {
            const bool number = log_number(cell, DecimalSign::point).has_value();
            complain(row, column, number ? Rule::less_than : Rule::moment_expected,
                     number ? std::vector<std::string>{"86400 (the seconds of a day)"} : std::vector<std::string>{},
                     meant_clock(cell));
            return std::nullopt;
        }
        const auto day = date_of(row, column, parts.date);
        return day ? std::optional{RowMoment{*day, std::nullopt, std::nullopt}} : std::nullopt;
    }
    const auto span = log_span(parts.time);
    if (!span) complain(row, column, Rule::moment_expected, {}, meant_clock(cell));
    if (!parts.date.empty()) date = date_of(row, column, parts.date);
    if (!date && parts.date.empty() && span) complain(row, column, Rule::date_expected);
    if (!date || !span) return std::nullopt;
    if (!parts.date.empty()) last_date_ = date;
    RowMoment moment{*date, span->from.count(), std::nullopt};
    if (span->to) moment.until_s = span->to->count();
    if (span->from.count() == whole_day_s) moment = {*date + std::chrono::days{1}, 0.0, std::nullopt};
    return parts.east_of_utc ? in_zone(moment, *parts.east_of_utc) : moment;
}

bool LogCells::is_timed(std::size_t row, LogColumn kind, const std::optional<RowMoment>& moment) {
    if (moment && moment->second_s) return true;
    if (moment || is_nothing(table_.cell(row, kind))) complain(row, kind, Rule::moment_expected);
    return false;
}

std::optional<double> LogCells::seconds_after(std::size_t row, LogColumn kind, const RowMoment& begin) {
    const auto column = table_.column(kind);
    if (!column || !begin.second_s) return std::nullopt;
    const auto later = moment_of(row, *column, begin.date);
    if (is_nothing(table_.sheet().cell(row, *column)) || !is_timed(row, kind, later)) return std::nullopt;
    const double days = static_cast<double>((later->date - begin.date).count());
    double seconds = days * whole_day_s + *later->second_s - *begin.second_s;
    const bool time_only = parted(table_.sheet().cell(row, *column)).date.empty();
    if (seconds < 0.0 && time_only) seconds += whole_day_s;
    if (seconds >= 0.0) return seconds;
    complain(row, *column, Rule::log_ends_before);
    return std::nullopt;
}

std::optional<Date> LogCells::date_of(std::size_t row, std::size_t column, std::string_view written) {
    if (last_parsed_ && written == last_text_) return last_parsed_;
    if (const auto weekday = weekday_of(written)) {
        last_text_ = written;
        last_parsed_ = day_of_week(*weekday);
        return last_parsed_;
    }
    const ParsedDate parsed = log_date(written, order_);
    if (!parsed.date)
        complain(row, column,
                 parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected, {},
                 meant_date(written));
    last_text_ = written;
    last_parsed_ = parsed.date;
    return parsed.date;
}

// Without dates the week is one like any other, on which the first day may be stated.
Date LogCells::day_of_week(int weekday) {
    const Date stated = options_.first_day.value_or(assumed_monday);
    const Date monday = stated - std::chrono::days{static_cast<int>(weekday_index(stated))};
    note_once(LogNoteKind::weekdays_only, date_text(monday));
    return monday + std::chrono::days{weekday};
}

// "8", "0830", or seconds since midnight where they are too many for a clock or the title says so.
std::optional<double> LogCells::clock_without_colon(std::size_t column, std::string_view cell) const {
    if (const auto time = log_time(cell)) return time->count();
    const auto number = log_number(cell, DecimalSign::point);
    if (!number || *number < 0.0 || *number >= whole_day_s) return std::nullopt;
    const auto is_in_seconds = [&](LogColumn kind) {
        return table_.column(kind) == column && table_.meaning(kind).unit_s == 1.0;
    };
    if (is_in_seconds(LogColumn::time) || is_in_seconds(LogColumn::end) || is_in_seconds(LogColumn::answered_at))
        return number;
    const bool whole = std::floor(*number) == *number;
    if (whole && *number <= 24.0) return *number * 3600.0;
    const double minutes = std::fmod(*number, 100.0);
    if (whole && *number <= 2400.0 && minutes < 60.0) return (std::floor(*number / 100.0) * 60.0 + minutes) * 60.0;
    return number;
}

// "0800-0830", "8-9 Uhr", "8 AM - 9 AM"
std::optional<LogSpan> LogCells::span_without_colon(std::size_t column, std::string_view cell) const {
    const std::string plain = plainly(cell);
    const auto dash = plain.find('-');
    if (dash == std::string::npos || dash == 0 || looks_like_date(cell)) return std::nullopt;
    const auto from = clock_without_colon(column, trimmed(std::string_view{plain}.substr(0, dash)));
    const auto to = clock_without_colon(column, trimmed(std::string_view{plain}.substr(dash + 1)));
    if (!from || !to) return std::nullopt;
    const double end = *to == 0.0 ? whole_day_s : *to;
    return *from < end ? std::optional{LogSpan{Seconds{*from}, Seconds{end}}} : std::nullopt;
}

// By the clock of the office where its zone is known, else as written, which is said.
RowMoment LogCells::in_zone(RowMoment moment, Minutes east) {
    if (options_.time_zone) {
        const Seconds utc = moment.date.time_since_epoch() + Seconds{*moment.second_s} - east;
        const LocalTime local = local_time(*options_.time_zone, utc);
        note_once(LogNoteKind::to_zone, *options_.time_zone);
        const double length = moment.until_s ? *moment.until_s - *moment.second_s : 0.0;
        RowMoment there{local.day, local.since_midnight.count(), std::nullopt};
        if (moment.until_s) there.until_s = *there.second_s + length;
        return there;
    }
    if (east == Minutes{0} && !time_zone_) time_zone_ = "UTC";
    note_once(east == Minutes{0} ? LogNoteKind::in_utc : LogNoteKind::with_offset);
    return moment;
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
    const TitleMeaning& meaning = table_.meaning(kind);
    const bool plain = cell.find(':') == std::string_view::npos;
    if (const auto number = plain ? log_number(cell, sign_) : std::nullopt) {
        if (*number >= 0.0 && std::isfinite(*number))
            return *number * meaning.unit_s.value_or(options_.unit_s.value_or(1.0));
        complain(row, *column, *number < 0.0 ? Rule::at_least : Rule::number_not_finite, {"0"});
        return std::nullopt;
    }
    if (const auto duration = log_duration(cell, meaning.hours_minutes)) return duration->count();
    complain(row, *column, Rule::duration_cell_expected);
    return std::nullopt;
}

}  // namespace freiton::input
