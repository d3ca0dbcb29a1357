// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/comparison_report.hpp"
#include "freiton/report/comparison_table.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

Grid combined_grid(const Comparison& comparison, Language language) {
    Grid grid{.heads = {in({"organisation", "Organisation"}, language), in({"site", "Standort"}, language),
                        in({"work", "Arbeit"}, language)},
              .fixed_columns = 3,
              .can_filter = true};
    for (const ComparisonColumn& column : comparison_columns()) grid.heads.emplace_back(in(column.title, language));
    for (const ComparisonRow& row : comparison_rows(comparison)) {
        std::vector<GridCell> cells = {row.organisation, row.site, row.work};
        for (std::size_t c = 0; c < row.values.size(); ++c) {
            Figure figure = comparison_columns()[c].like;
            figure.value = row.values[c];
            cells.emplace_back(figure);
        }
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

}  // namespace

Workbook comparison_workbook(const Document& report, const Comparison& comparison, std::string_view scenario_text) {
    Workbook workbook{.language = report.language};
    add_overview(report, workbook);
    if (comparison.organisations.empty()) return workbook;
    workbook.title = comparison.organisations.front().scenario.title();
    workbook.sheets.push_back({comparison.changed ? in({"Side by side", "Nebeneinander"}, workbook.language)
                                                  : in({"Organisations", "Organisationen"}, workbook.language),
                               combined_grid(comparison, workbook.language)});
    for (const OrganisationResult& one : comparison.organisations)
        add_people_sheets(one.scenario, one.result.plan, one.name + " ", workbook);
    add_picture_sheets(report, workbook);
    add_scenario_sheet(scenario_text, workbook);
    return workbook;
}

}  // namespace freiton::report
