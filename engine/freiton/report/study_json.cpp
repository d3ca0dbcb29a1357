// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/report/json_number.hpp"
#include "freiton/report/study_columns.hpp"
#include "freiton/report/study_report.hpp"

namespace freiton::report {

namespace {

using Json = nlohmann::ordered_json;

Json rows_json(const StudyTable& table) {
    FigureLookup figures{known_figures(table)};
    Json rows = Json::array();
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const StudyRow& row = table.rows[r];
        Json json = {{"variation", row.variation + 1}};
        for (std::size_t k = 0; k < table.inputs.size(); ++k) {
            const StudyValue& value = table.settings[r][k];
            json[table.inputs[k].column] = table.inputs[k].numeric ? json_number<Json>(value.number) : Json(value.text);
        }
        json["question"] = table.question;
        json["method"] = row.failed() ? Json(nullptr) : Json(source_name(row.source));
        json["replications"] = row.failed() ? Json(nullptr) : Json(row.replications);
        json["met"] = row.failed() || row.expected() ? Json(nullptr) : Json(row.met);
        const std::vector<double> values = figures.values(row);
        for (std::size_t c = 0; c < values.size(); ++c) json[figures.columns()[c]] = json_number<Json>(values[c]);
        json["seed"] = row.seed;
        json["engine_version"] = table.engine_version;
        json["error"] = row.failed() ? Json(row.error) : Json(nullptr);
        rows.push_back(std::move(json));
    }
    return rows;
}

Json effects_json(const StudySummary& summary) {
    Json effects = Json::array();
    for (const StudyEffect& effect : summary.effects)
        effects.push_back({{"output", effect.output},
                           {"input", effect.input},
                           {"measure", measure_name(effect.measure)},
                           {"value", json_number<Json>(effect.value)},
                           {"total_index", effect.total ? json_number<Json>(*effect.total) : Json(nullptr)},
                           {"least_mean", json_number<Json>(effect.least_mean)},
                           {"most_mean", json_number<Json>(effect.most_mean)}});
    return effects;
}

Json tradeoff_json(const StudySummary& summary) {
    Json front = Json::array();
    for (const StudyTradeoff& one : summary.tradeoff)
        front.push_back({{"variation", one.variation + 1},
                         {summary.cost, json_number<Json>(one.cost)},
                         {study_service, json_number<Json>(one.service)},
                         {"met", one.met}});
    return front;
}

Json inputs_json(const StudyTable& table) {
    Json inputs = Json::array();
    for (const StudyInput& input : table.inputs) inputs.push_back({{"key", input.key}, {"column", input.column}});
    return inputs;
}

}  // namespace

std::string study_json(const StudyTable& table, const StudySummary& summary) {
    const Json json = {{"freiton", 1},
                       {"study", table.title},
                       {"question", table.question},
                       {"design", table.design},
                       {"engine_version", table.engine_version},
                       {"variations", table.variations},
                       {"done", table.rows.size()},
                       {"failed", table.failed()},
                       {"interrupted", table.interrupted},
                       {"inputs", inputs_json(table)},
                       {"rows", rows_json(table)},
                       {"effects", effects_json(summary)},
                       {"effects_left_out", summary.left_out},
                       {"tradeoff", tradeoff_json(summary)}};
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
