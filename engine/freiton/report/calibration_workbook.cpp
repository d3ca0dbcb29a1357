// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

// As calibration_patience.csv, with numbers as numbers.
Grid survival_grid(const Calibration& calibration) {
    Grid grid{
        .heads = {"work", "wait_s", "share", "standard_error", "at_risk"}, .fixed_columns = 2, .can_filter = true};
    for (const WorkCalibration& work : calibration.work)
        for (const SurvivalPoint& point : work.survival)
            grid.rows.push_back({calibration.scenario.work()[work.work].name, Figure::seconds(point.wait_s),
                                 Figure::share(point.share), Figure::share(point.standard_error),
                                 Figure::number(point.at_risk)});
    return grid;
}

}  // namespace

Workbook calibration_workbook(const Document& report, const Calibration& calibration, std::string_view scenario_text) {
    Workbook workbook{report.language, calibration.scenario.title(), {}};
    add_overview(report, workbook);
    workbook.sheets.push_back({in({"Patience", "Geduld"}, report.language), survival_grid(calibration)});
    add_picture_sheets(report, workbook);
    add_scenario_sheet(scenario_text, workbook);
    return workbook;
}

}  // namespace freiton::report
