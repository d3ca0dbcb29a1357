// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/report/explanation_report.hpp"
#include "freiton/report/json_number.hpp"

namespace freiton::report {

namespace {

using Json = nlohmann::ordered_json;

Json effect_json(const Scenario& scenario, const std::optional<Effect>& effect) {
    if (!effect) return nullptr;
    const Calendar& calendar = scenario.calendar();
    return {{"target", effect->target},
            {"interval", effect->interval ? Json(calendar.start_text(*effect->interval)) : Json(nullptr)},
            {"date", effect->day ? Json(date_text(calendar.date(*effect->day))) : Json(nullptr)},
            {"before", json_number<Json>(effect->before)},
            {"reached", json_number<Json>(effect->reached)},
            {"half_width", json_number<Json>(effect->half_width)},
            {"met", effect->met},
            {"sure", effect->sure}};
}

Json effects_json(const Scenario& scenario, const std::vector<std::vector<std::optional<Effect>>>& effects) {
    Json teams = Json::object();
    for (std::size_t t = 0; t < effects.size(); ++t) {
        Json& list = teams[scenario.teams()[t].name] = Json::array();
        for (const std::optional<Effect>& effect : effects[t]) list.push_back(effect_json(scenario, effect));
    }
    return teams;
}

Json counterfactual_json(const std::optional<Counterfactual>& change) {
    if (!change) return nullptr;
    Json targets = Json::array();
    for (const TargetResult& target : change->targets)
        targets.push_back({{"reached", json_number<Json>(target.reached)},
                           {"half_width", target.half_width ? json_number<Json>(*target.half_width) : Json(nullptr)},
                           {"met", target.met}});
    return {{"met", change->met()}, {"targets", std::move(targets)}};
}

Json formula_json(const Scenario& scenario, const std::optional<FormulaView>& view) {
    if (!view) return nullptr;
    Json works = Json::object();
    for (std::size_t w = 0; w < scenario.work().size(); ++w)
        works[scenario.work()[w].name] = {{"in_time", json_number<Json>(view->in_time[w])},
                                          {"in_time_simulated", json_number<Json>(view->in_time_simulated[w])}};
    Json left_out = Json::array();
    for (const LeftOut what : view->left_out) left_out.push_back(left_out_name(what));
    return {{"agent_hours", view->agent_hours}, {"work", std::move(works)}, {"left_out", std::move(left_out)}};
}

}  // namespace

std::string explanation_json(const Scenario& scenario, const PlanResult& result) {
    if (!result.explanation) return "null";
    const Explanation& why = *result.explanation;
    const Json json = {{"one_fewer", effects_json(scenario, why.one_fewer)},
                       {"one_more", effects_json(scenario, why.one_more)},
                       {"more_contacts", counterfactual_json(why.more_contacts)},
                       {"fewer_contacts", counterfactual_json(why.fewer_contacts)},
                       {"nobody_absent", counterfactual_json(why.nobody_absent)},
                       {"formula", formula_json(scenario, why.formula)},
                       {"plans_tried", why.plans_tried},
                       {"proven", why.proven}};
    return json.dump();
}

}  // namespace freiton::report
