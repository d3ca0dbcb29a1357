// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/report/comparison_report.hpp"
#include "freiton/report/plan_report.hpp"

namespace freiton::report {

std::string comparison_json(const Comparison& comparison) {
    using Json = nlohmann::ordered_json;
    const auto number = [](double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); };
    Json organisations = Json::object();
    for (const OrganisationResult& one : comparison.organisations)
        organisations[one.name] = Json::parse(plan_json(one.scenario, one.result));
    Json differences = Json::array();
    for (const Difference& d : comparison.differences)
        differences.push_back({{"a", d.a},
                               {"b", d.b},
                               {"figure", d.figure},
                               {"difference", number(d.difference)},
                               {"half_width", d.half_width ? number(*d.half_width) : Json(nullptr)}});
    Json pool_effects = Json::array();
    for (const PoolEffect& effect : comparison.pool_effects()) {
        Json row = {{"organisation", effect.organisation},
                    {"against", effect.against},
                    {"agent_hours", number(effect.agent_hours)},
                    {"paid_fte", number(effect.paid_fte)},
                    {"cost", effect.cost ? number(*effect.cost) : Json(nullptr)}};
        if (effect.relocation) row["relocation"] = number(*effect.relocation);
        pool_effects.push_back(std::move(row));
    }
    const Json json = {
        {"freiton", 1},
        {"interrupted", comparison.interrupted},
        {"planned", comparison.planned},
        {"changed", comparison.changed},
        {"organisations", organisations},
        {"differences", differences},
        {"pool_effects", pool_effects},
        {"met", comparison.interrupted || comparison.expected() ? Json(nullptr) : Json(comparison.met())}};
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
