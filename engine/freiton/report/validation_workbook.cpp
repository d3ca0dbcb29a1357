// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/validation_parts.hpp"
#include "freiton/report/validation_report.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

// As the tables of --csv, with numbers as numbers.
Grid compared_grid(const Validation& validation, bool by_interval) {
    const Calendar& calendar = validation.scenario.calendar();
    Grid grid{.heads = {"date"}, .fixed_columns = by_interval ? 3 : 2, .can_filter = true};
    if (by_interval) grid.heads.emplace_back("start");
    grid.heads.emplace_back("work");
    for (const ComparedColumn& column : compared_columns()) grid.heads.emplace_back(column.key);
    for (const WorkValidation& work : validation.work)
        for (const ComparedTime& time : by_interval ? work.intervals : work.days) {
            std::vector<GridCell> cells = {calendar.date(time.day)};
            if (by_interval) cells.emplace_back(calendar.intervals()[*time.interval].start);
            cells.emplace_back(validation.scenario.work()[work.work].name);
            for (const ComparedColumn& column : compared_columns())
                cells.emplace_back(compared_value(column.figure, column.value(time)));
            grid.rows.push_back(std::move(cells));
        }
    return grid;
}

}  // namespace

Workbook validation_workbook(const Document& report, const Validation& validation, std::string_view scenario_text) {
    Workbook workbook{report.language, validation.scenario.title(), {}};
    add_overview(report, workbook);
    workbook.sheets.push_back({in({"Days", "Tage"}, report.language), compared_grid(validation, false)});
    workbook.sheets.push_back({in({"Intervals", "Intervalle"}, report.language), compared_grid(validation, true)});
    add_picture_sheets(report, workbook);
    add_scenario_sheet(scenario_text, workbook);
    return workbook;
}

}  // namespace freiton::report
