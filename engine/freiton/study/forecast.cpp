// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast.hpp"

#include <algorithm>
#include <functional>

#include "freiton/core/problem.hpp"
#include "freiton/history/forecast_work.hpp"
#include "freiton/study/forecast_history.hpp"

namespace freiton::study {

namespace {

std::vector<Date> in_order(std::vector<Date> dates) {
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

// Closed weekdays after the last day would tell no more: three full weeks from Monday to Friday are 21 days.
long span_of(const LogDays& days) {
    Date last = days.known.last;
    while (days.setting.open[weekday_index(last + std::chrono::days{1})].empty()) last += std::chrono::days{1};
    return (last - days.known.first).count() + 1;
}

void refuse_what_cannot_be(const LogDays& days, const std::string& file_name, const ForecastOptions& options) {
    if (days.known.open.empty()) refuse(Rule::log_without_calls, {file_name, 0});
    const auto span = span_of(days);
    if (span < fewest_history_days)
        refuse(Rule::history_too_short, {file_name, 0}, {std::to_string(span), std::to_string(fewest_history_days)});
    if (options.from && *options.from <= days.known.last)
        throw InputError{Problem{Rule::forecast_of_the_past}
                             .on("--from")
                             .got(date_text(*options.from))
                             .with({date_text(days.known.last)})};
}

// Holidays are what was stated, and what was closed though nobody had said so; the events follow.
std::vector<history::Event> events_of(const LogDays& days, const std::vector<Date>& holidays,
                                      const ForecastOptions& options) {
    std::vector<history::Event> events{{holiday_event, holidays}};
    for (const Date date : days.known.closed)
        if (!is_among(holidays, date)) events.front().unannounced.push_back(date);
    for (const NamedDates& event : options.events) events.push_back({event.name, in_order(event.dates)});
    return events;
}

std::vector<Date> dates_to_come(const LogDays& days, Forecast& forecast) {
    const std::vector<Date>& holidays = days.setting.events.front().dates;
    std::vector<Date> dates;
    for (int day = 0; day < forecast.days; ++day) {
        const Date date = forecast.first_day + std::chrono::days{day};
        if (days.setting.open[weekday_index(date)].empty()) continue;
        const bool closed = is_among(holidays, date) && !days.known.open_on_holidays;
        (closed ? forecast.closed : dates).push_back(date);
    }
    return dates;
}

// Where clocks go forward an hour is not there, whatever the weekday usually has then.
void leave_out_what_is_nowhere(const Calendar& calendar, WorkForecast& work) {
    for (ForecastDay& day : work.days) {
        const auto is_nowhere = [&](const ForecastInterval& one) { return !calendar.interval_at(day.date, one.start); };
        const auto gone = std::stable_partition(day.intervals.begin(), day.intervals.end(), std::not_fn(is_nowhere));
        double lost = 0.0;
        for (auto one = gone; one != day.intervals.end(); ++one) lost += one->arrivals.mean;
        day.intervals.erase(gone, day.intervals.end());
        if (lost <= 0.0) continue;
        const double kept = std::max(0.0, 1.0 - lost / day.arrivals.mean);
        day.arrivals = {kept * day.arrivals.low, kept * day.arrivals.mean, kept * day.arrivals.high};
    }
}

// Closed days at the end are known, too; days without rows of this work alone are not.
Date last_day_of(const history::WorkHistory& work, const LogDays& days) {
    return work.days.back().date == days.known.open.back() ? days.known.last : work.days.back().date;
}

Calendar calendar_to_come(const Forecast& forecast, const CallLog& log) {
    return Calendar{{.first_day = forecast.first_day,
                     .days = forecast.days,
                     .open = forecast.open,
                     .interval = forecast.interval,
                     .holidays = forecast.closed,
                     .time_zone = log.time_zone}};
}

}  // namespace

Forecast forecast(const CallLog& log, const std::string& file_name, const ForecastOptions& options) {
    const std::vector<Date> holidays = in_order(options.holidays);
    LogDays days = days_of(log, file_name, options.interval, holidays);
    refuse_what_cannot_be(days, file_name, options);
    days.setting.events = events_of(days, holidays, options);
    Forecast forecast{.first_day = options.from.value_or(days.known.last + std::chrono::days{1}),
                      .days = options.days,
                      .interval = days.setting.interval,
                      .open = days.setting.open,
                      .low_quantile = options.low_quantile,
                      .high_quantile = options.high_quantile,
                      .history_first = days.known.first,
                      .history_last = days.known.last,
                      .history_days = static_cast<int>(days.known.open.size()),
                      .history_closed = days.known.closed,
                      .history_missing = days.known.missing,
                      .zeros_until = days.known.zeros_until,
                      .empty = days.empty,
                      .ended = days.ended,
                      .reading = log.reading,
                      .time_zone = log.time_zone};
    history::Wanted wanted{.dates = dates_to_come(days, forecast),
                           .quantiles = {options.low_quantile, options.high_quantile}};
    const Calendar calendar = calendar_to_come(forecast, log);
    for (std::size_t w = 0; w < days.work.size(); ++w) {
        const history::WorkHistory& history = days.work[w];
        const auto ahead = static_cast<int>((forecast.first_day - last_day_of(history, days)).count());
        wanted.ahead = {ahead, ahead + options.days - 1};
        WorkForecast& work = forecast.work.emplace_back(history::forecast_work(history, days.setting, wanted));
        work.history_days = static_cast<int>(history.days.size());
        work.begins = days.work_days[w].begins;
        work.history_missing = days.work_days[w].missing;
        leave_out_what_is_nowhere(calendar, work);
        history::forecast_handling(history, days.setting, wanted, work);
    }
    return forecast;
}

}  // namespace freiton::study
