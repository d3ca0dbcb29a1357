// SPDX-License-Identifier: Apache-2.0
// When the rows of a log were: dates, times of day, spans and zones of their cells.
#include "freiton/core/time_zone.hpp"
#include "freiton/input/log_row.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

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
    if (!column || column == dates)
        return date ? std::optional{RowMoment{*date, std::nullopt, std::nullopt}} : std::nullopt;
    auto found = moment_of(row, *column, date ? date : Date{});  // so that a wrong time is told too
    return date && agrees_with(row, *column, *date) ? found : std::nullopt;
}

// Beside a column of dates a cell's own date is the same.
bool LogCells::agrees_with(std::size_t row, std::size_t column, Date date) {
    const std::string_view own = parted(table_.sheet().cell(row, column)).date;
    if (own.empty() || !looks_like_date(own) || is_no_date(own)) return true;
    const auto other = date_of(row, column, own);
    if (other && *other != date) complain(row, column, Rule::log_dates_differ, {date_text(date)});
    last_date_ = date;
    return other == date;
}

void LogCells::complain_of_date(Date date, Date usual) {
    for (const LogColumn kind : {LogColumn::date, LogColumn::time, LogColumn::created}) {
        const auto column = table_.column(kind);
        for (const std::size_t row : table_.rows()) {
            if (!column) break;
            const LogMoment parts = parted(table_.sheet().cell(row, *column));
            if (log_date(parts.date, order_).date != date) continue;
            if (kind != LogColumn::created) return complain(row, *column, Rule::log_date_far, {date_text(usual)});
            table_.notes().push_back({LogNoteKind::dates_far, {date_text(date), date_text(usual)}});
            return;
        }
    }
}

// The zone of a column may stand in its title, or in that of the dates beside it.
void LogCells::find_zones() {
    east_of_utc_.assign(table_.width(), std::nullopt);
    for (const KnownColumn& known : known_columns())
        if (const auto column = table_.column(known.column))
            east_of_utc_[*column] = table_.meaning(known.column).east_of_utc;
    const auto time = table_.column(LogColumn::time);
    const bool both = time && table_.has(LogColumn::date);
    if (both && !east_of_utc_[*time]) east_of_utc_[*time] = table_.meaning(LogColumn::date).east_of_utc;
}

std::optional<RowMoment> LogCells::moment_of(std::size_t row, std::size_t column, std::optional<Date> date) {
    const std::string_view cell = table_.sheet().cell(row, column);
    if (is_nothing(cell)) return std::nullopt;
    LogMoment parts = parted(cell);
    if (!parts.time.empty() && is_no_date(parts.date)) parts.date = {};
    if (!parts.east_of_utc) parts.east_of_utc = east_of_utc_[column];
    if (parts.time.empty()) {
        if (const auto counted = counts_on() ? counted_seconds(row, column) : std::nullopt)
            return moment_counted(*counted);
        if (const auto moment = moment_in_digits(cell)) {
            const RowMoment written{moment->date, moment->second_s, std::nullopt};
            if (moment->utc) return in_zone(written, Minutes{0});
            return parts.east_of_utc ? in_zone(written, *parts.east_of_utc) : written;
        }
        const auto zoned = [&](const RowMoment& one) {
            return parts.east_of_utc ? in_zone(one, *parts.east_of_utc) : one;
        };
        const bool by_unit = has_unit(column) || table_.has(LogColumn::date);
        if (const auto serial = by_unit ? std::nullopt : spreadsheet_moment(cell); serial && serial->second_s)
            return zoned({serial->date, serial->second_s, std::nullopt});
        if (const auto span = date ? span_without_colon(column, cell) : std::nullopt)
            return zoned(moment_within(row, column, *date, *span));
        if (const auto second = date ? clock_without_colon(column, cell) : std::nullopt)
            return zoned(moment_within(row, column, *date, {Seconds{*second}}));
        if (date && !looks_like_date(cell)) {
            complain_of_time(row, column);
            return std::nullopt;
        }
        const auto day = date_of(row, column, parts.date);
        return day ? std::optional{RowMoment{*day, std::nullopt, std::nullopt}} : std::nullopt;
    }
    const auto span = log_span(parts.time, half_days_);
    if (!span) complain(row, column, Rule::moment_expected, {}, meant_clock(cell));
    if (!parts.date.empty()) date = date_of(row, column, parts.date);
    if (!date && parts.date.empty() && span) complain(row, column, Rule::date_expected);
    if (!date || !span) return std::nullopt;
    if (!parts.date.empty()) last_date_ = date;
    const RowMoment moment = moment_within(row, column, *date, *span);
    return parts.east_of_utc ? in_zone(moment, *parts.east_of_utc) : moment;
}

// 24:00 is the midnight of the day after.
RowMoment LogCells::moment_within(std::size_t row, std::size_t column, Date date, const LogSpan& span) const {
    const double from = in_half_days(row, column, span.from.count());
    if (from == seconds_a_day) return {date + std::chrono::days{1}, 0.0, std::nullopt};
    RowMoment moment{date, from, std::nullopt};
    const double later = from - span.from.count();
    if (span.to) moment.until_s = span.to->count() + (span.to->count() + later <= seconds_a_day ? later : 0.0);
    return moment;
}

// A number too large for a time of day may count on from a first day, which nobody has said yet.
void LogCells::complain_of_time(std::size_t row, std::size_t column) {
    const std::string_view cell = table_.sheet().cell(row, column);
    const bool beyond = log_number(cell, DecimalSign::point).value_or(0.0) >= seconds_a_day;
    if (!beyond)
        complain(row, column, Rule::moment_expected, {}, meant_clock(cell));
    else if (table_.has(LogColumn::date) || column != table_.column(LogColumn::time))
        complain(row, column, Rule::less_than, {"86400 (the seconds of a day)"}, meant_clock(cell));
    else
        complain(row, column, Rule::log_counts_on,
                 {"--columns \"" + name_of(LogColumn::time) + "_s=" + table_.title(column) + "\" --first-day"});
}

bool LogCells::is_timed(std::size_t row, LogColumn kind, const std::optional<RowMoment>& moment) {
    if (moment && moment->second_s) return true;
    if (moment || is_nothing(table_.cell(row, kind))) complain(row, kind, Rule::moment_expected);
    return false;
}

std::optional<double> LogCells::seconds_after(std::size_t row, LogColumn kind, const RowMoment& begin) {
    const auto column = table_.column(kind);
    if (!column || !begin.second_s) return std::nullopt;
    if (const auto end = counts_on() ? counted_seconds(row, *column) : std::nullopt) {
        const auto came = counted_seconds(row, table_.column(LogColumn::time).value_or(*column));
        if (came && *end >= *came) return *end - *came;
    }
    const auto later = moment_of(row, *column, begin.date);
    if (is_nothing(table_.sheet().cell(row, *column)) || !is_timed(row, kind, later)) return std::nullopt;
    const double days = static_cast<double>((later->date - begin.date).count());
    double seconds = days * seconds_a_day + *later->second_s - *begin.second_s;
    const bool time_only = parted(table_.sheet().cell(row, *column)).date.empty();
    if (half_days_ && seconds < 0.0) seconds += seconds_a_day / 2.0;
    if (seconds < 0.0 && time_only) seconds += seconds_a_day;
    if (seconds >= seconds_a_day && time_only) seconds -= seconds_a_day;  // put over midnight by their zone
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
    ParsedDate parsed = log_date(written, order_);
    if (!parsed.date && table_.column(LogColumn::date) == column)
        if (const auto serial = spreadsheet_moment(written)) parsed.date = serial->date;
    if (!parsed.date)
        complain(row, column,
                 parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected, {},
                 meant_date(written));
    last_text_ = written;
    last_parsed_ = parsed.date;
    return parsed.date;
}

// Without dates the week is that above them, or one like any other, on which the first day may be stated.
Date LogCells::day_of_week(int weekday) {
    if (week_) return *week_ + std::chrono::days{weekday};
    const Date stated = options_.first_day.value_or(assumed_monday);
    const Date monday = stated - std::chrono::days{static_cast<int>(weekday_index(stated))};
    note_once(LogNoteKind::weekdays_only, date_text(monday));
    return monday + std::chrono::days{weekday};
}

// By the clock of the office where its zone is known, else as written, which is said.
RowMoment LogCells::in_zone(RowMoment moment, Minutes east) {
    if (options_.time_zone) {
        const Seconds utc = moment.date.time_since_epoch() + Seconds{*moment.second_s} - east;
        const LocalTime local = local_time(*options_.time_zone, utc);
        if (!zoned_) note_once(LogNoteKind::to_zone, *options_.time_zone);
        zoned_ = true;
        const double length = moment.until_s ? *moment.until_s - *moment.second_s : 0.0;
        RowMoment there{local.day, local.since_midnight.count(), std::nullopt};
        if (moment.until_s) there.until_s = *there.second_s + length;
        return there;
    }
    if (east == Minutes{0} && !time_zone_) time_zone_ = "UTC";
    note_once(east == Minutes{0} ? LogNoteKind::in_utc : LogNoteKind::with_offset);
    return moment;
}

}  // namespace freiton::input
