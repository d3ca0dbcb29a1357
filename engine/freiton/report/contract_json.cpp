// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "freiton/report/contract_parts.hpp"
#include "freiton/report/contract_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using ContractJson = nlohmann::ordered_json;

void put_figures(const ServiceSum& sum, ContractJson& json) {
    for (const ServiceFigure& figure : service_figures())
        json[std::string{figure.key}] = json_number<ContractJson>(figure.of(sum));
}

ContractJson text_or_null(const std::optional<std::string>& text) {
    return text ? ContractJson(*text) : ContractJson(nullptr);
}

ContractJson service_json(const Contract& contract, const Service& service) {
    const Work& work = contract.scenario.work()[service.work];
    const Figure in_time = in_time_figure(contract, service);
    ContractJson json = {{"work", work.name},
                         {"kind", kind_name(work.kind)},
                         {"customer", text_or_null(work.customer)},
                         {"segment", text_or_null(work.segment)},
                         {"description", text_or_null(work.description)},
                         {"promise", agreed_text(contract, service, Language::en)},
                         {"in_time_share", json_number<ContractJson>(in_time.value)}};
    if (in_time.half_width) json["in_time_share_half_width"] = json_number<ContractJson>(*in_time.half_width);
    put_figures(service, json);
    return json;
}

ContractJson sums_json(const std::vector<ServiceSum>& sums, const char* key) {
    ContractJson list = ContractJson::array();
    for (const ServiceSum& sum : sums) {
        ContractJson& json =
            list.emplace_back(ContractJson{{key, sum.name.empty() ? ContractJson(nullptr) : ContractJson(sum.name)}});
        put_figures(sum, json);
    }
    return list;
}

// Whether it can be kept; null: expected by formulas that cannot vouch for it.
ContractJson price_json(const Service& service, const PromisePrice& price) {
    ContractJson json = {{"work", service.name},
                         {"step", price_step_name(price.step)},
                         {"promise", promises_text(price.promises, Language::en)},
                         {"met", verdict_json<ContractJson>(price.met, price.met && price.expected)}};
    for (const PriceFigure& figure : price_figures())
        json[std::string{figure.key}] = json_number<ContractJson>(figure.figure(price).value);
    return json;
}

// By how much the cheapest plan that is known to keep all that is agreed is below the plan; null: none is cheaper.
ContractJson spared_json(const std::optional<Spared>& spared) {
    if (!spared) return nullptr;
    return {{"agent_hours", spared->agent_hours},
            {"cost", spared->cost ? ContractJson(*spared->cost) : ContractJson(nullptr)},
            {"expected", spared->expected}};
}

}  // namespace

std::string contract_json(const Contract& contract) {
    ContractJson json = {{"freiton", 1}, {"interrupted", contract.interrupted}, {"priced", contract.priced}};
    json["plan"] = ContractJson::parse(plan_json(contract.scenario, contract.plan));
    json["met"] = json["plan"]["met"];
    ContractJson& services = json["services"] = ContractJson::array();
    ContractJson prices = ContractJson::array();
    for (const Service& service : contract.services) {
        services.push_back(service_json(contract, service));
        for (const PromisePrice& price : service.prices) prices.push_back(price_json(service, price));
    }
    json["by_customer"] = sums_json(contract.by_customer(), "customer");
    json["by_segment"] = sums_json(contract.by_segment(), "segment");
    put_figures(contract.total(), json["total"]);
    json["prices"] = std::move(prices);
    json["spared"] = spared_json(contract.spared);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
