// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_report.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

// As the table of --csv, with numbers as numbers.
Grid variations_grid(const StudyTable& table) {
    FigureLookup figures{known_figures(table)};
    Grid grid{.fixed_columns = 1 + static_cast<int>(table.inputs.size()), .can_filter = true};
    for (const std::string& name : study_header(table, figures.columns())) grid.heads.emplace_back(name);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const StudyRow& row = table.rows[r];
        std::vector<GridCell> cells = {Figure::number(static_cast<double>(row.variation + 1))};
        for (std::size_t k = 0; k < table.inputs.size(); ++k) {
            const StudyValue& value = table.settings[r][k];
            cells.push_back(table.inputs[k].numeric ? GridCell{Figure::number(value.number, 4)} : GridCell{value.text});
        }
        cells.emplace_back(table.question);
        cells.emplace_back(row.failed() ? std::string{} : std::string{source_name(row.source)});
        cells.emplace_back(Figure::number(row.failed() ? CallFigures::none : row.replications));
        cells.emplace_back(std::string{row.failed() || row.expected() ? "" : row.met ? "true" : "false"});
        const std::vector<double> values = figures.values(row);
        for (std::size_t c = 0; c < values.size(); ++c)
            cells.emplace_back(figure_named(figures.columns()[c], values[c]));
        cells.emplace_back(std::to_string(row.seed));
        cells.emplace_back(table.engine_version);
        cells.emplace_back(row.error);
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

}  // namespace

Workbook study_workbook(const Document& report, const StudyTable& table) {
    Workbook workbook{report.language, table.title, {}};
    add_overview(report, workbook);
    workbook.sheets.push_back({in({"Variations", "Varianten"}, workbook.language), variations_grid(table)});
    add_picture_sheets(report, workbook);
    return workbook;
}

}  // namespace freiton::report
