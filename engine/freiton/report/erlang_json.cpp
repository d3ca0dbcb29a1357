// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/report/erlang_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using Json = nlohmann::ordered_json;

template <class Quantity>
Json number_of(const std::optional<Quantity>& quantity) {
    return quantity ? Json(quantity->value()) : Json(nullptr);
}
Json seconds_of(const std::optional<Seconds>& duration) { return duration ? Json(duration->count()) : Json(nullptr); }

void add_figures(Json& json, const ErlangFigures& figures) {
    for (const auto& [key, member] : erlang_figure_names) json[std::string{key}] = json_number<Json>(figures.*member);
    json["stable"] = figures.stable;
}

Json neighbour(const std::optional<ErlangAnswer>& answer) {
    if (!answer) return nullptr;
    Json json = {{"agents", answer->agents.value()}};
    add_figures(json, answer->figures);
    json["met"] = answer->met;
    return json;
}

std::string counting_word(Counting counting) {
    switch (counting) {
        case Counting::offered:
            return "offered";
        case Counting::answered:
            return "answered";
        case Counting::offered_without_early:
            return "offered_without_early";
        case Counting::early_counts:
            return "early_counts";
        case Counting::virtual_wait:
            return "virtual";
    }
    return "";
}

}  // namespace

std::string erlang_json(const ErlangResult& result) {
    const ErlangCase& question = result.question;
    const CallTarget& target = question.target;
    constexpr std::string_view models = "bca";
    Json json = {
        {"freiton", 1},
        {"model", std::string{models[static_cast<std::size_t>(question.model)]}},
        {"load", result.answer ? Json(result.answer->load.value()) : number_of(question.load)},
        {"aht_s", seconds_of(question.handling_time)},
        {"agents", result.answer ? Json(result.answer->agents.value()) : number_of(question.agents)},
        {"within_s", question.threshold().count()},
        {"patience_s", seconds_of(question.patience)},
        {"lines", question.lines ? Json(*question.lines) : Json(nullptr)},
        {"counting", counting_word(target.counting)},
        {"answered", number_of(target.answered)},
        {"average_wait_s", seconds_of(target.average_wait)},
        {"abandoned", number_of(target.abandoned)},
        {"max_occupancy", number_of(target.max_occupancy)},
        {"wait_probability_target", number_of(target.wait_probability)},
        {"blocked_target", number_of(target.blocked)},
    };
    if (result.answer) {
        add_figures(json, result.answer->figures);
    } else {
        for (const auto& [key, member] : erlang_figure_names) json[std::string{key}] = nullptr;
        json["stable"] = nullptr;
    }
    json["met"] = question.promises() ? Json(result.answer && result.answer->met) : Json(nullptr);
    json["one_fewer"] = neighbour(result.one_fewer);
    json["one_more"] = neighbour(result.one_more);
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
