// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/validation.hpp"
#include "freiton/report/document.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// For people: whether the prediction held, day by day and by time of day, how many actual figures lie within their
/// bands, and what explains the difference.
Document validation_document(const Validation& validation, Language language);

/// The report, each day and interval as lists, the pictures, and the scenario as it was simulated.
Workbook validation_workbook(const Document& report, const Validation& validation, std::string_view scenario_text);

/// All of it for programs, the verdict in English sentences too.
std::string validation_json(const Validation& validation);

/// validation_figures.csv (each figure of each kind of work over all that was compared), validation_causes.csv,
/// validation_days.csv and validation_intervals.csv (predicted, its 5 and 95 % quantiles, actual).
std::vector<NamedBytes> validation_csv(const Validation& validation);

}  // namespace freiton::report
