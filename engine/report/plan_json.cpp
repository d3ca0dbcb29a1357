// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/report/plan_report.hpp"

namespace freiton::report {

namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json figures_json(const CallFigures& figures) {
    Json json = Json::object();
    for (const auto& [key, member] : call_figure_names()) json[std::string{key}] = number(figures.*member);
    json["stable"] = !std::isinf(figures.wait_all_s);
    return json;
}

Json intervals_json(const Calendar& calendar) {
    Json list = Json::array();
    for (std::size_t i = 0; i < calendar.intervals().size(); ++i)
        list.push_back({{"start", calendar.start_text(i)}, {"end", calendar.end_text(i)}});
    return list;
}

Json teams_json(const Scenario& scenario, const PlanResult& result) {
    Json teams = Json::object();
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const TeamPerformance& team = result.performance.teams[t];
        Json occupancy = Json::array();
        for (const double value : team.occupancy_by_interval) occupancy.push_back(number(value));
        teams[scenario.teams()[t].name] = {
            {"required", result.plan.agents[t]},   {"peak_agents", team.peak_agents},
            {"agent_hours", team.agent_hours},     {"paid_hours", team.paid_hours},
            {"paid_fte", team.paid_fte},           {"cost", nullptr},
            {"occupancy", number(team.occupancy)}, {"occupancy_calls", number(team.occupancy)},
            {"occupancy_by_interval", occupancy}};
    }
    return teams;
}

Json work_json(const Scenario& scenario, const PlanResult& result) {
    Json works = Json::object();
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const WorkPerformance& performance = result.performance.work[w];
        Json json = figures_json(performance.total);
        Json by_interval = Json::array();
        for (std::size_t i = 0; i < performance.by_interval.size(); ++i) {
            Json row = {{"start", scenario.calendar().start_text(i)}};
            row.update(figures_json(performance.by_interval[i]));
            by_interval.push_back(row);
        }
        Json by_day = Json::array();
        for (std::size_t d = 0; d < performance.by_day.size(); ++d) {
            Json row = {{"date", date_text(scenario.calendar().date(static_cast<int>(d)))}};
            row.update(figures_json(performance.by_day[d]));
            by_day.push_back(row);
        }
        json["by_interval"] = by_interval;
        json["by_day"] = by_day;
        works[scenario.work()[w].name] = json;
    }
    return works;
}

Json totals_json(const Performance& performance) {
    double agent_hours = 0.0;
    double paid_hours = 0.0;
    double paid_fte = 0.0;
    for (const TeamPerformance& team : performance.teams) {
        agent_hours += team.agent_hours;
        paid_hours += team.paid_hours;
        paid_fte += team.paid_fte;
    }
    return {{"agent_hours", agent_hours}, {"paid_hours", paid_hours}, {"paid_fte", paid_fte}, {"cost", nullptr}};
}

Json targets_json(const Scenario& scenario, const Performance& performance) {
    Json list = Json::array();
    for (const TargetResult& target : performance.targets) {
        Json json = {{"work", target.work},
                     {"site", nullptr},
                     {"kind", target.kind},
                     {"within_s", target.within_s},
                     {"scope", target.scope},
                     {"wanted", target.wanted},
                     {"reached", number(target.reached)},
                     {"half_width", nullptr},
                     {"met", target.met}};
        json["worst"] =
            target.worst_interval ? Json(scenario.calendar().start_text(*target.worst_interval)) : Json(nullptr);
        list.push_back(json);
    }
    return list;
}

Json warnings_json(const Performance& performance) {
    Json list = Json::array();
    for (const Warning& warning : performance.warnings)
        list.push_back({{"code", warning.code}, {"arguments", warning.arguments}});
    return list;
}

}  // namespace

std::string plan_json(const Scenario& scenario, const PlanResult& result) {
    const Json json = {
        {"freiton", 1},
        {"scenario", scenario.title()},
        {"seed", result.seed},
        {"method", "formula"},
        {"intervals", intervals_json(scenario.calendar())},
        {"teams", teams_json(scenario, result)},
        {"work", work_json(scenario, result)},
        {"totals", totals_json(result.performance)},
        {"targets", targets_json(scenario, result.performance)},
        {"met", result.met()},
        {"warnings", warnings_json(result.performance)},
    };
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
