// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/set_values.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace freiton::report {

Document with_set_values(Document report, const std::vector<SetValue>& set) {
    if (set.empty()) return report;
    std::string values;
    for (const SetValue& one : set)
        values.append(values.empty() ? "" : "; ").append(one.key).append(" = ").append(one.value);
    Paragraph told{.sentences = {filled(
                       in({"Set for this run: {0}.", "Für diesen Lauf gesetzt: {0}."}, report.language), {values})}};
    const auto after_the_head = std::find_if(report.blocks.begin(), report.blocks.end(), [](const auto& block) {
        return !std::holds_alternative<Heading>(block) && !std::holds_alternative<Paragraph>(block);
    });
    report.blocks.insert(after_the_head, std::move(told));
    return report;
}

std::string json_with_set_values(std::string json, const std::vector<SetValue>& set) {
    if (set.empty()) return json;
    auto object = nlohmann::ordered_json::parse(json);
    for (const SetValue& one : set) object["set"][one.key] = one.value;
    return object.dump(2) + "\n";
}

}  // namespace freiton::report
