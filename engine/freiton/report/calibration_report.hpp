// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "freiton/model/calibration.hpp"
#include "freiton/report/document.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// For people: what was found and how well it is known, which laws were tried, what the log shows beside what the
/// calibrated scenario shows, what cannot be told apart or was not found, and the lines for the scenario.
Document calibration_document(const Calibration& calibration, Language language);

/// The report, the curve of patience, the pictures, and the calibrated scenario.
Workbook calibration_workbook(const Document& report, const Calibration& calibration, std::string_view scenario_text);

/// All of it for programs, the findings in English sentences too.
std::string calibration_json(const Calibration& calibration);

/// calibration_values.csv, calibration_laws.csv (of patience), calibration_patience.csv (Kaplan and Meier),
/// calibration_figures.csv (log and simulation by hour).
std::vector<NamedBytes> calibration_csv(const Calibration& calibration);

/// What was found as a key of a scenario and its value: one scalar, or the parts of a law.
struct FittedLine {
    std::string key{};  // "work.sales.patience"
    std::string scalar{};
    std::vector<std::pair<std::string, std::string>> parts{};  // "mean", "284 s"
    std::vector<double> by_interval{};                         // factors of the law, if it has any

    std::string value() const;  // "{mean: 284 s}", as --set takes it
};
std::vector<FittedLine> fitted_lines(const Calibration& calibration);

}  // namespace freiton::report
