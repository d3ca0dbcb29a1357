// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_row.hpp"

#include <cmath>

#include "freiton/input/meant_text.hpp"

namespace freiton::input {

bool LogRow::is_of_totals() const {
    for (const LogColumn column : {LogColumn::date, LogColumn::start, LogColumn::arrival, LogColumn::queue})
        if (is_total(text(column))) return true;
    return is_total(cells_.cell(0));
}

std::optional<Date> LogRow::date(LogColumn time) {
    const LogColumn column = columns_.has(LogColumn::date) ? LogColumn::date : time;
    const std::string_view written = text(column);
    const std::string_view day = parted(written).date.empty() ? written : parted(written).date;
    const ParsedDate parsed = log_date(day, order_);
    if (!parsed.date)
        complain(column, parsed.error == DateError::does_not_exist ? Rule::date_does_not_exist : Rule::date_expected,
                 {}, meant_date(day));
    return parsed.date;
}

std::optional<LogSpan> LogRow::span() {
    const std::string_view written = text(LogColumn::start);
    const auto span = log_span(parted(written).time);
    const auto whole_minutes = [](Seconds time) { return std::fmod(time.count(), 60.0) == 0.0; };
    if (span && whole_minutes(span->from) && (!span->to || whole_minutes(*span->to))) return span;
    complain(LogColumn::start, Rule::time_expected, {}, meant_clock(written));
    return std::nullopt;
}

std::optional<Seconds> LogRow::moment(LogColumn column) {
    const std::string_view written = text(column);
    if (written.find(':') == std::string_view::npos) {
        const auto number = cells_.not_negative(columns_[column]);
        if (!number) return std::nullopt;
        if (*number < 86'400.0) return Seconds{*number};
        complain(column, Rule::less_than, {"86400 (the seconds of a day)"});
        return std::nullopt;
    }
    const auto time = log_time(parted(written).time);
    if (!time) complain(column, Rule::moment_expected, {}, meant_clock(written));
    return time;
}

std::optional<double> LogRow::count(LogColumn column) {
    return text(column).empty() ? std::nullopt : cells_.not_negative(columns_[column]);
}

std::optional<double> LogRow::seconds(LogColumn column) {
    const std::string_view written = text(column);
    if (written.empty()) return std::nullopt;
    if (written.find(':') == std::string_view::npos) {
        const auto number = cells_.not_negative(columns_[column]);
        return number ? std::optional{*number * columns_.seconds[static_cast<std::size_t>(column)]} : std::nullopt;
    }
    if (const auto duration = log_duration(written)) return duration->count();
    complain(column, Rule::duration_cell_expected);
    return std::nullopt;
}

}  // namespace freiton::input
