// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/forecast_parts.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/report/import_report.hpp"

namespace freiton::report {

namespace {

// A thousandth of a contact, a tenth of a second: finer nobody knows.
std::string count_cell(double count) { return number_text(std::round(count * 1000.0) / 1000.0); }
double tenths(double seconds) { return std::round(seconds * 10.0) / 10.0; }

std::string scene_volumes(const Forecast& forecast, ForecastScene scene) {
    std::vector<Work> all;
    all.reserve(forecast.work.size());
    for (const WorkForecast& work : forecast.work)
        all.push_back({.name = work.work, .arrivals = {.file = volumes_of(work, scene)}});
    return volumes_csv(all);
}

bool has_handling(const Forecast& forecast) {
    for (const WorkForecast& work : forecast.work)
        if (!work.days.empty() && work.days.front().handling_time_s) return true;
    return false;
}

std::string days_csv(const Forecast& forecast) {
    const bool handling = has_handling(forecast);
    std::vector<std::string> titles{"date", "work", "arrivals", "arrivals_low", "arrivals_high"};
    if (handling)
        for (const char* title : {"handling_time_s", "handling_time_low_s", "handling_time_high_s"})
            titles.emplace_back(title);
    std::string csv = csv_line(titles);
    for (const WorkForecast& work : forecast.work)
        for (const ForecastDay& day : work.days) {
            std::vector<std::string> cells{date_text(day.date), work.work, count_cell(day.arrivals.mean),
                                           count_cell(day.arrivals.low), count_cell(day.arrivals.high)};
            if (handling && day.handling_time_s)
                for (const double value :
                     {day.handling_time_s->mean, day.handling_time_s->low, day.handling_time_s->high})
                    cells.push_back(number_text(tenths(value)));
            cells.resize(titles.size());
            csv += csv_line(cells);
        }
    return csv;
}

std::string intervals_csv(const Forecast& forecast) {
    std::string csv = csv_line({"date", "start", "work", "arrivals", "arrivals_low", "arrivals_high"});
    for (const WorkForecast& work : forecast.work)
        for (const ForecastDay& day : work.days)
            for (const ForecastInterval& interval : day.intervals)
                csv += csv_line({date_text(day.date), clock_text(interval.start), work.work,
                                 count_cell(interval.arrivals.mean), count_cell(interval.arrivals.low),
                                 count_cell(interval.arrivals.high)});
    return csv;
}

}  // namespace

std::vector<NamedBytes> forecast_csv(const Forecast& forecast) {
    return {{forecast_volumes_file, scene_volumes(forecast, ForecastScene::expected)},
            {"forecast_volumes_low.csv", scene_volumes(forecast, ForecastScene::low)},
            {"forecast_volumes_high.csv", scene_volumes(forecast, ForecastScene::high)},
            {"forecast_days.csv", days_csv(forecast)},
            {"forecast_intervals.csv", intervals_csv(forecast)}};
}

}  // namespace freiton::report
