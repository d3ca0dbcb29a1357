// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "freiton/input/read_call_log.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/study/forecast.hpp"

namespace freiton::study {

inline constexpr Date first{std::chrono::year{2026} / std::chrono::January / 5};  // a Monday

inline Date day_of(int day) { return first + std::chrono::days{day}; }

/// Rows of half hours from one time to another, so many calls each.
inline std::string half_hours(Date date, int from_hour, int to_hour, int calls, const std::string& queue = "sales") {
    std::string rows;
    for (int minute = 60 * from_hour; minute < 60 * to_hour; minute += 30)
        rows.append(date_text(date) + "," + clock_text(Minutes{minute}) + "," + queue + "," + std::to_string(calls) +
                    ",200\n");
    return rows;
}

inline constexpr const char* history_titles = "date,start,queue,offered,aht\n";

/// Weekdays from 08:00 to 10:00 in half hours, `calls` an interval of each queue.
inline std::string office_log(int days, const std::vector<std::pair<std::string, int>>& queues,
                              const std::vector<Date>& closed = {}) {
    std::string csv = history_titles;
    for (int day = 0; day < days; ++day) {
        const Date date = day_of(day);
        if (weekday_index(date) > 4 || std::find(closed.begin(), closed.end(), date) != closed.end()) continue;
        for (const auto& [queue, calls] : queues) csv += half_hours(date, 8, 10, calls, queue);
    }
    return csv;
}

inline Forecast forecast_of(const std::string& csv, const ForecastOptions& options = {},
                            const input::LogOptions& reading = {.handling_time_given = true}) {
    return forecast(input::parse_call_log(csv, "log.csv", reading), "log.csv", options);
}

/// The sentences of its report.
inline std::string text_of(const Forecast& forecast, bool with_tables = false) {
    std::string text;
    for (const auto& block : report::forecast_document(forecast, with_tables, report::Language::en).blocks)
        if (const auto* paragraph = std::get_if<report::Paragraph>(&block))
            for (const std::string& sentence : paragraph->sentences) text += sentence + "\n";
    return text;
}

}  // namespace freiton::study
