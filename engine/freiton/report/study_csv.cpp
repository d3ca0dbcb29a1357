// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_report.hpp"

namespace freiton::report {

namespace {

using Cells = std::vector<std::string>;

std::string setting(const StudyInput& input, const StudyValue& value) {
    return input.numeric ? number_text(value.number) : value.text;
}

}  // namespace

void study_csv(const StudyTable& table, const Sink& sink) {
    FigureLookup figures{known_figures(table)};
    sink(csv_line(study_header(table, figures.columns())));
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const StudyRow& row = table.rows[r];
        Cells cells = {std::to_string(row.variation + 1)};
        for (std::size_t k = 0; k < table.inputs.size(); ++k)
            cells.push_back(setting(table.inputs[k], table.settings[r][k]));
        cells.push_back(table.question);
        cells.emplace_back(row.failed() ? "" : source_name(row.source));
        cells.push_back(row.failed() ? "" : std::to_string(row.replications));
        cells.emplace_back(row.failed() || row.expected() ? "" : row.met ? "true" : "false");
        for (const double value : figures.values(row)) cells.push_back(number_cell(value));
        cells.push_back(std::to_string(row.seed));
        cells.push_back(table.engine_version);
        cells.push_back(row.error);
        sink(csv_line(cells));
    }
}

std::string effects_csv(const StudySummary& summary) {
    std::string csv = csv_line({"output", "input", "measure", "value", "total_index", "least_mean", "most_mean"});
    for (const StudyEffect& effect : summary.effects)
        csv += csv_line({effect.output, effect.input, std::string{measure_name(effect.measure)},
                         number_cell(effect.value), effect.total ? number_cell(*effect.total) : "",
                         number_cell(effect.least_mean), number_cell(effect.most_mean)});
    return csv;
}

std::string tradeoff_csv(const StudyTable& table, const StudySummary& summary) {
    Cells header = {"variation"};
    for (const StudyInput& input : table.inputs) header.push_back(input.column);
    header.insert(header.end(), {summary.cost, std::string{study_service}, "met"});
    std::string csv = csv_line(header);
    std::size_t r = 0;
    for (const StudyTradeoff& one : summary.tradeoff) {
        for (r = 0; table.rows[r].variation != one.variation;) ++r;
        Cells cells = {std::to_string(one.variation + 1)};
        for (std::size_t k = 0; k < table.inputs.size(); ++k)
            cells.push_back(setting(table.inputs[k], table.settings[r][k]));
        cells.insert(cells.end(), {number_cell(one.cost), number_cell(one.service), one.met ? "true" : "false"});
        csv += csv_line(cells);
    }
    return csv;
}

}  // namespace freiton::report
