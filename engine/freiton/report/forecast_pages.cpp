// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "freiton/report/forecast_parts.hpp"
#include "freiton/report/forecast_report.hpp"
#include "freiton/report/when_text.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

constexpr std::array<const char*, 3> arrivals_heads = {"arrivals", "arrivals_low", "arrivals_high"};
constexpr std::array<const char*, 3> handling_heads = {"handling_time_s", "handling_time_low_s",
                                                       "handling_time_high_s"};

void add_expected_cells(const Expected& expected, int decimals, std::vector<GridCell>& cells) {
    for (const double value : {expected.mean, expected.low, expected.high})
        cells.emplace_back(Figure::number(value, decimals));
}

// As the table of --csv, with numbers as numbers.
Grid forecast_days_grid(const Forecast& forecast) {
    Grid grid{.heads = {"date", "work"}, .fixed_columns = 2, .can_filter = true};
    for (const char* head : arrivals_heads) grid.heads.emplace_back(head);
    for (const char* head : handling_heads) grid.heads.emplace_back(head);
    for (const WorkForecast& work : forecast.work)
        for (const ForecastDay& day : work.days) {
            std::vector<GridCell> cells{day.date, work.work};
            add_expected_cells(day.arrivals, 3, cells);
            if (day.handling_time_s) add_expected_cells(*day.handling_time_s, 1, cells);
            cells.resize(grid.heads.size(), Figure{});
            grid.rows.push_back(std::move(cells));
        }
    return grid;
}

Grid forecast_intervals_grid(const Forecast& forecast) {
    Grid grid{.heads = {"date", "start", "work"}, .fixed_columns = 3, .can_filter = true};
    for (const char* head : arrivals_heads) grid.heads.emplace_back(head);
    for (const WorkForecast& work : forecast.work)
        for (const ForecastDay& day : work.days)
            for (const ForecastInterval& interval : day.intervals) {
                std::vector<GridCell> cells{day.date, interval.start, work.work};
                add_expected_cells(interval.arrivals, 3, cells);
                grid.rows.push_back(std::move(cells));
            }
    return grid;
}

}  // namespace

Picture forecast_picture(const Forecast& forecast, const WorkForecast& work, Language language) {
    Stretch stretch{.title = work.work};
    Series series{.name = in({"expected", "erwartet"}, language)};
    for (const ForecastDay& day : work.days) {
        const double at = static_cast<double>((day.date - forecast.first_day).count());
        const auto of_month = static_cast<unsigned>(std::chrono::year_month_day{day.date}.day());
        stretch.points.push_back({at, day_text(day.date, language), std::to_string(of_month)});
        series.values.push_back(day.arrivals.mean);
        series.lows.push_back(day.arrivals.low);
        series.highs.push_back(day.arrivals.high);
    }
    return {.title = filled(in({"{0}: volumes by day", "{0}: Mengen nach Tagen"}, language), {work.work}),
            .description = filled(
                in({"What each open day is expected to bring; the band goes from the {0} to the {1} "
                    "quantile.",
                    "Was jeder offene Tag bringen dürfte; das Band reicht vom {0}- zum {1}-Quantil."},
                   language),
                {quantile_text(forecast.low_quantile, language), quantile_text(forecast.high_quantile, language)}),
            .shape = TimeCourse{.stretches = {std::move(stretch)},
                                .series = {std::move(series)},
                                .like = Figure::number(0.0),
                                .from_zero = true}};
}

Workbook forecast_workbook(const Document& report, const Forecast& forecast) {
    Workbook workbook{report.language, in({"Forecast", "Vorhersage"}, report.language), {}};
    add_overview(report, workbook);
    workbook.sheets.push_back({in({"Days", "Tage"}, report.language), forecast_days_grid(forecast)});
    workbook.sheets.push_back({in({"Intervals", "Intervalle"}, report.language), forecast_intervals_grid(forecast)});
    add_picture_sheets(report, workbook);
    return workbook;
}

}  // namespace freiton::report
