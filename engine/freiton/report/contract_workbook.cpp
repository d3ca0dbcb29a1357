// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/contract_parts.hpp"
#include "freiton/report/contract_report.hpp"
#include "freiton/report/workbook_sheets.hpp"

namespace freiton::report {

namespace {

void add_figure_heads(Language language, Grid& grid) {
    for (const ServiceFigure& figure : service_figures()) grid.heads.emplace_back(in(figure.title, language));
}

void add_figures_of(const ServiceSum& sum, std::vector<GridCell>& cells) {
    for (const ServiceFigure& figure : service_figures()) cells.emplace_back(figure.figure(sum));
}

Grid services_grid(const Contract& contract, Language language) {
    Grid grid{.heads = {in({"service", "Leistung"}, language), in({"customer", "Kunde"}, language),
                        in({"segment", "Segment"}, language), in({"promise", "Zusage"}, language),
                        in({"in time", "rechtzeitig"}, language), in({"± in time", "± rechtzeitig"}, language)},
              .can_filter = true};
    add_figure_heads(language, grid);
    grid.heads.emplace_back(in({"description", "Beschreibung"}, language));
    for (const Service& service : contract.services) {
        const Work& work = contract.scenario.work()[service.work];
        Figure in_time = in_time_figure(contract, service);
        const Figure doubt = Figure::share(in_time.half_width.value_or(CallFigures::none));
        in_time.half_width.reset();
        std::vector<GridCell> cells = {work.name,
                                       work.customer.value_or(""),
                                       work.segment.value_or(""),
                                       agreed_text(contract, service, language),
                                       in_time,
                                       doubt};
        add_figures_of(service, cells);
        cells.emplace_back(work.description.value_or(""));
        grid.rows.push_back(std::move(cells));
    }
    return grid;
}

Grid sums_grid(const Contract& contract, Language language) {
    Grid grid{.heads = {in({"by", "nach"}, language), in({"name", "Name"}, language)},
              .fixed_columns = 2,
              .can_filter = true};
    add_figure_heads(language, grid);
    const auto add = [&](const Phrase& by, std::string name, const ServiceSum& sum) {
        std::vector<GridCell> cells = {in(by, language), std::move(name)};
        add_figures_of(sum, cells);
        grid.rows.push_back(std::move(cells));
    };
    for (const ServiceSum& sum : contract.by_customer()) add({"customer", "Kunde"}, sum_name(sum, language), sum);
    for (const ServiceSum& sum : contract.by_segment()) add({"segment", "Segment"}, sum_name(sum, language), sum);
    add({"in all", "insgesamt"}, "", contract.total());
    return grid;
}

Grid prices_grid(const Contract& contract, Language language) {
    Grid grid{.heads = {in({"service", "Leistung"}, language), in({"step", "Schritt"}, language),
                        in({"promise", "Zusage"}, language)},
              .fixed_columns = 2,
              .can_filter = true};
    for (const PriceFigure& figure : price_figures()) grid.heads.emplace_back(in(figure.title, language));
    grid.heads.emplace_back(in({"note", "Hinweis"}, language));
    for (const Service& service : contract.services)
        for (const PromisePrice& price : service.prices) {
            std::vector<GridCell> cells = {service.name, price_step_text(price.step, language),
                                           promises_text(price.promises, language)};
            for (const PriceFigure& figure : price_figures()) cells.emplace_back(figure.figure(price));
            cells.emplace_back(price_verdict_text(price, language));
            grid.rows.push_back(std::move(cells));
        }
    return grid;
}

}  // namespace

Workbook contract_workbook(const Document& report, const Contract& contract, std::string_view scenario_text) {
    Workbook workbook{.language = report.language, .title = contract.scenario.title()};
    const auto add = [&](const Phrase& name, Grid grid) {
        workbook.sheets.push_back({in(name, workbook.language), std::move(grid)});
    };
    add_overview(report, workbook);
    add({"Services", "Leistungen"}, services_grid(contract, workbook.language));
    add({"Sums", "Summen"}, sums_grid(contract, workbook.language));
    Grid prices = prices_grid(contract, workbook.language);
    if (!prices.rows.empty()) add({"Prices", "Preise"}, std::move(prices));
    add_people_sheets(contract.scenario, contract.plan.plan, "", workbook);
    add_picture_sheets(report, workbook);
    add_scenario_sheet(scenario_text, workbook);
    return workbook;
}

}  // namespace freiton::report
