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
    const Json json = {{"freiton", 1},
                       {"planned", comparison.planned},
                       {"organisations", organisations},
                       {"differences", differences},
                       {"met", comparison.met()}};
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
