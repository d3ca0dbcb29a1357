// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"
#include "freiton/report/calibration_parts.hpp"
#include "freiton/report/calibration_report.hpp"

namespace freiton::report {

namespace {

// A line for each row of each work, which begins with the work's name.
template <class RowsOf>
std::string lines_of_works(const Calibration& calibration, std::vector<std::string> titles, RowsOf rows_of) {
    titles.insert(titles.begin(), "work");
    std::string csv = csv_line(titles);
    for (const WorkCalibration& work : calibration.work)
        for (std::vector<std::string>& cells : rows_of(work)) {
            cells.insert(cells.begin(), calibration.scenario.work()[work.work].name);
            csv += csv_line(cells);
        }
    return csv;
}

using CsvRows = std::vector<std::vector<std::string>>;

CsvRows value_rows(const WorkCalibration& work) {
    CsvRows rows;
    for (const FittedValue& value : work.values)
        rows.push_back({std::string{fitted_key(value.what)}, number_cell(value.stated), number_cell(value.value),
                        number_cell(value.standard_error), number_cell(value.at_most),
                        std::string{fitted_from_word(value.from)},
                        value.withheld ? std::string{withheld_word(*value.withheld)} : std::string{}});
    return rows;
}

CsvRows law_rows(const WorkCalibration& work) {
    CsvRows rows;
    for (const PatienceCandidate& law : work.patience)
        rows.push_back({std::string{law_word(law.law.law)}, number_cell(law.law.mean->count()),
                        number_cell(law.mean_error), number_cell(law.law.variation()), number_cell(law.cv_error),
                        number_cell(law.balk), number_cell(law.balk_error), number_cell(law.log_likelihood),
                        number_cell(law.aic()), law.chosen ? "1" : "0"});
    return rows;
}

CsvRows survival_rows(const WorkCalibration& work) {
    CsvRows rows;
    for (const SurvivalPoint& point : work.survival)
        rows.push_back({number_cell(point.wait_s), number_cell(point.share), number_cell(point.standard_error),
                        number_cell(point.at_risk)});
    return rows;
}

CsvRows shown_rows(const WorkCalibration& work) {
    CsvRows rows;
    for (const auto* figures : {&work.hours, &work.totals})
        for (const CalibratedFigure& one : *figures)
            rows.push_back({one.hour ? clock_text(*one.hour) : "", std::string{shown_key(one.figure)},
                            number_cell(one.actual), number_cell(one.simulated), number_cell(one.noise)});
    return rows;
}

}  // namespace

std::vector<NamedBytes> calibration_csv(const Calibration& calibration) {
    return {
        {"calibration_values.csv",
         lines_of_works(calibration, {"value", "scenario", "found", "standard_error", "at_most", "from", "withheld"},
                        value_rows)},
        {"calibration_laws.csv", lines_of_works(calibration,
                                                {"law", "mean_s", "mean_error_s", "cv", "cv_error", "balk",
                                                 "balk_error", "log_likelihood", "aic", "chosen"},
                                                law_rows)},
        {"calibration_patience.csv",
         lines_of_works(calibration, {"wait_s", "share", "standard_error", "at_risk"}, survival_rows)},
        {"calibration_figures.csv",
         lines_of_works(calibration, {"hour", "figure", "log", "simulated", "noise"}, shown_rows)}};
}

}  // namespace freiton::report
