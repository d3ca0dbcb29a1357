// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/forecast_scenario.hpp"

#include <algorithm>
#include <cmath>

namespace freiton::study {

namespace {

// Where clocks go forward an hour is not there, whatever the weekday usually has then.
VolumeFile volumes_on(const Calendar& calendar, const WorkForecast& work) {
    VolumeFile file = volumes_of(work, ForecastScene::expected);
    const auto is_nowhere = [&](const VolumeRow& row) { return !calendar.interval_at(row.date, row.start); };
    file.rows.erase(std::remove_if(file.rows.begin(), file.rows.end(), is_nowhere), file.rows.end());
    return file;
}

}  // namespace

ScenarioParts forecast_scenario(const CallLog& log, const std::string& file_name, const Forecast& forecast,
                                const ImportOptions& options) {
    ScenarioParts parts = import_log(log, file_name, options).parts;
    parts.calendar.first_day = forecast.first_day;
    parts.calendar.days = forecast.days;
    parts.calendar.open = forecast.open;
    parts.calendar.holidays = forecast.closed;
    const Calendar calendar{parts.calendar};
    for (Work& work : parts.work)
        for (const WorkForecast& one : forecast.work) {
            if (one.work != work.name) continue;
            work.arrivals = Arrivals{.file = volumes_on(calendar, one)};
            work.arrivals.day_cv = std::round(one.day_cv * 1000.0) / 1000.0;
            work.arrivals.interval_cv = std::round(one.interval_cv * 1000.0) / 1000.0;
        }
    return parts;
}

}  // namespace freiton::study
