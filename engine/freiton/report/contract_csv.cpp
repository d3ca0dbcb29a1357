// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/csv.hpp"
#include "freiton/core/csv_cells.hpp"
#include "freiton/report/contract_parts.hpp"
#include "freiton/report/contract_report.hpp"

namespace freiton::report {

namespace {

void add_figure_cells(const ServiceSum& sum, std::vector<std::string>& cells) {
    for (const ServiceFigure& figure : service_figures()) cells.push_back(number_cell(figure.of(sum)));
}

std::string services_csv(const Contract& contract) {
    std::vector<std::string> header = {"work",        "kind",    "customer",      "segment",
                                       "description", "promise", "in_time_share", "in_time_share_half_width"};
    for (const ServiceFigure& figure : service_figures()) header.emplace_back(figure.key);
    std::string csv = csv_line(header);
    for (const Service& service : contract.services) {
        const Work& work = contract.scenario.work()[service.work];
        const Figure in_time = in_time_figure(contract, service);
        std::vector<std::string> cells = {work.name,
                                          std::string{kind_name(work.kind)},
                                          work.customer.value_or(""),
                                          work.segment.value_or(""),
                                          work.description.value_or(""),
                                          agreed_text(contract, service, Language::en),
                                          number_cell(in_time.value),
                                          number_cell(in_time.half_width.value_or(CallFigures::none))};
        add_figure_cells(service, cells);
        csv += csv_line(cells);
    }
    return csv;
}

std::string sums_csv(const Contract& contract) {
    std::vector<std::string> header = {"by", "name"};
    for (const ServiceFigure& figure : service_figures()) header.emplace_back(figure.key);
    std::string csv = csv_line(header);
    const auto add = [&](const std::string& by, const ServiceSum& sum) {
        std::vector<std::string> cells = {by, sum.name};
        add_figure_cells(sum, cells);
        csv += csv_line(cells);
    };
    for (const ServiceSum& sum : contract.by_customer()) add("customer", sum);
    for (const ServiceSum& sum : contract.by_segment()) add("segment", sum);
    add("all", contract.total());
    return csv;
}

std::string prices_csv(const Contract& contract) {
    std::vector<std::string> header = {"work", "step", "promise", "met"};
    for (const PriceFigure& figure : price_figures()) header.emplace_back(figure.key);
    std::string csv = csv_line(header);
    for (const Service& service : contract.services)
        for (const PromisePrice& price : service.prices) {
            std::vector<std::string> cells = {service.name, std::string{price_step_name(price.step)},
                                              promises_text(price.promises, Language::en),
                                              !price.met       ? "false"
                                              : price.expected ? ""
                                                               : "true"};
            for (const PriceFigure& figure : price_figures()) cells.push_back(number_cell(figure.figure(price).value));
            csv += csv_line(cells);
        }
    return csv;
}

}  // namespace

std::vector<NamedBytes> contract_csv(const Contract& contract) {
    return {{"services.csv", services_csv(contract)},
            {"sums.csv", sums_csv(contract)},
            {"prices.csv", prices_csv(contract)}};
}

}  // namespace freiton::report
