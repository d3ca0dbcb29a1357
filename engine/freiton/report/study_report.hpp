// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "freiton/model/study_table.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// Takes the next piece of a text that may be too long to hold.
using Sink = std::function<void(std::string_view)>;

/// table.csv: a row for each variation. Columns: `variation` (from 1), the inputs, `question`, `method`,
/// `replications`, `met`, every figure that some row has, `seed`, `engine_version`, `error`. An empty cell is undefined
/// or infinite.
void study_csv(const StudyTable& table, const Sink& sink);

/// effects.csv and tradeoff.csv: the summary as tables.
std::string effects_csv(const StudySummary& summary);
std::string tradeoff_csv(const StudyTable& table, const StudySummary& summary);

/// For programs: what was studied, `rows` with the columns of the CSV as keys, `effects`, `tradeoff`.
std::string study_json(const StudyTable& table, const StudySummary& summary);

/// For people: the rows (some of them, if there are many), what matters, and the trade-off.
Document study_document(const StudyTable& table, const StudySummary& summary, Language language);

/// For spreadsheets: that report, all variations with the columns of table.csv, and the picture as a chart.
Workbook study_workbook(const Document& report, const StudyTable& table);

}  // namespace freiton::report
