// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast.hpp"

#include <algorithm>

#include "freiton/core/problem.hpp"
#include "freiton/history/forecast_work.hpp"
#include "freiton/study/forecast_history.hpp"

namespace freiton::study {

namespace {

bool is_among(const std::vector<Date>& dates, Date date) {
    return std::binary_search(dates.begin(), dates.end(), date);
}

std::vector<Date> in_order(std::vector<Date> dates) {
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

void refuse_what_cannot_be(const LogDays& days, const std::string& file_name, const ForecastOptions& options) {
    if (days.work.front().days.empty()) refuse(Rule::log_without_calls, {file_name, 0});
    const auto span = (days.last - days.first).count() + 1;
    if (span < fewest_history_days)
        refuse(Rule::history_too_short, {file_name, 0}, {std::to_string(span), std::to_string(fewest_history_days)});
    if (options.from && *options.from <= days.last)
        throw InputError{Problem{Rule::forecast_of_the_past}
                             .on("--from")
                             .got(date_text(*options.from))
                             .with({date_text(days.last)})};
}

// Holidays are what was stated and what was closed; the events follow.
std::vector<history::Event> events_of(const LogDays& days, const ForecastOptions& options) {
    std::vector<Date> holidays = options.holidays;
    holidays.insert(holidays.end(), days.closed.begin(), days.closed.end());
    std::vector<history::Event> events{{"holiday", in_order(std::move(holidays))}};
    for (const NamedDates& event : options.events) events.push_back({event.name, in_order(event.dates)});
    return events;
}

// Whether the history shows what comes in on a holiday.
bool holidays_are_open(const LogDays& days, const std::vector<Date>& holidays) {
    for (const history::WorkHistory& work : days.work)
        for (const history::HistoryDay& day : work.days)
            if (is_among(holidays, day.date) && day.total() > 0.0) return true;
    return false;
}

std::vector<Date> dates_to_come(const LogDays& days, Forecast& forecast) {
    const std::vector<Date>& holidays = days.setting.events.front().dates;
    const bool open_on_holidays = holidays_are_open(days, holidays);
    std::vector<Date> dates;
    for (int day = 0; day < forecast.days; ++day) {
        const Date date = forecast.first_day + std::chrono::days{day};
        if (days.setting.open[weekday_index(date)].empty()) continue;
        const bool closed = is_among(holidays, date) && !open_on_holidays;
        (closed ? forecast.closed : dates).push_back(date);
    }
    return dates;
}

}  // namespace

Forecast forecast(const CallLog& log, const std::string& file_name, const ForecastOptions& options) {
    LogDays days = days_of(log, file_name, options.interval);
    refuse_what_cannot_be(days, file_name, options);
    days.setting.events = events_of(days, options);
    Forecast forecast{.first_day = options.from.value_or(days.last + std::chrono::days{1}),
                      .days = options.days,
                      .interval = days.setting.interval,
                      .open = days.setting.open,
                      .low_quantile = options.low_quantile,
                      .high_quantile = options.high_quantile,
                      .history_first = days.first,
                      .history_last = days.last,
                      .history_days = static_cast<int>(days.work.front().days.size()),
                      .reading = log.reading};
    const int ahead = static_cast<int>((forecast.first_day - days.last).count());
    const history::Wanted wanted{.dates = dates_to_come(days, forecast),
                                 .ahead = {ahead, ahead + options.days - 1},
                                 .quantiles = {options.low_quantile, options.high_quantile}};
    for (const history::WorkHistory& work : days.work) {
        forecast.work.push_back(history::forecast_work(work, days.setting, wanted));
        history::forecast_handling(work, days.setting, wanted, forecast.work.back());
    }
    return forecast;
}

}  // namespace freiton::study
