// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <nlohmann/json.hpp>

#include "freiton/core/dates.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/report/explanation_report.hpp"
#include "freiton/report/json_number.hpp"
#include "freiton/report/plan_report.hpp"

namespace freiton::report {

namespace {

using Json = nlohmann::ordered_json;

void add_band(Json& json, const std::string& key, const Band& band) {
    json[key + "_p05"] = json_number<Json>(band.p05);
    json[key + "_p95"] = json_number<Json>(band.p95);
}

void add_bands(Json& json, const std::string& key, const std::vector<Band>& bands) {
    if (bands.empty()) return;
    Json& low = json[key + "_p05"] = Json::array();
    for (const Band& band : bands) low.push_back(json_number<Json>(band.p05));
    Json& high = json[key + "_p95"] = Json::array();
    for (const Band& band : bands) high.push_back(json_number<Json>(band.p95));
}

template <class Figures>
void add_figures(Json& json, const Measured<Figures>& figures, const std::vector<FigureName<Figures>>& names) {
    for (const auto& [key, member] : names) {
        json[key] = json_number<Json>(figures.*member);
        if (figures.half_width) json[key + "_half_width"] = json_number<Json>(*figures.half_width.*member);
        if (const auto band = figures.band(member)) add_band(json, key, *band);
    }
}

void add_measured(Json& json, const Measured<CallFigures>& figures, const std::vector<CallFigureName>& names) {
    add_figures(json, figures, names);
    json["stable"] = !std::isinf(figures.wait_all_s);
}

void add_measured(Json& json, const Measured<BacklogFigures>& figures,
                  const std::vector<FigureName<BacklogFigures>>& names) {
    add_figures(json, figures, names);
}

Json intervals_json(const Calendar& calendar) {
    Json list = Json::array();
    for (IntervalIndex i{0}; i < calendar.intervals().size(); ++i)
        list.push_back({{"start", calendar.start_text(i)}, {"end", calendar.end_text(i)}});
    return list;
}

Json list_of(const std::vector<double>& values) {
    Json list = Json::array();
    for (const double value : values) list.push_back(json_number<Json>(value));
    return list;
}

Json optional_number(const std::optional<double>& value) { return value ? json_number<Json>(*value) : Json(nullptr); }

Json team_json(const TeamPerformance& team, const std::vector<int>& required) {
    Json json = {{"required", required},
                 {"peak_agents", team.peak_agents},
                 {"agent_hours", team.agent_hours},
                 {"paid_hours", team.paid_hours},
                 {"paid_fte", team.paid_fte},
                 {"cost", optional_number(team.cost)},
                 {"occupancy", json_number<Json>(team.occupancy)},
                 {"occupancy_calls", json_number<Json>(team.occupancy_calls)},
                 {"occupancy_by_interval", list_of(team.occupancy_by_interval)},
                 {"occupancy_calls_by_interval", list_of(team.occupancy_calls_by_interval)}};
    const auto add = [&](const char* key, const std::optional<double>& value) {
        if (value) json[key] = json_number<Json>(*value);
    };
    add("occupancy_half_width", team.occupancy_half_width);
    if (team.occupancy_single_days) add_band(json, "occupancy", *team.occupancy_single_days);
    add("occupancy_calls_half_width", team.occupancy_calls_half_width);
    add("occupancy_slots", team.occupancy_slots);
    add("occupancy_slots_half_width", team.occupancy_slots_half_width);
    add("on_duty_hours", team.on_duty_hours);
    add("overtime_hours", team.overtime_hours);
    add("overtime_hours_half_width", team.overtime_hours_half_width);
    if (!team.on_duty_by_interval.empty()) json["on_duty_by_interval"] = list_of(team.on_duty_by_interval);
    add_bands(json, "occupancy_by_interval", team.occupancy_single_days_by_interval);
    if (!team.occupancy_by_day.empty()) json["occupancy_by_day"] = list_of(team.occupancy_by_day);
    add_bands(json, "occupancy_by_day", team.occupancy_single_days_by_day);
    return json;
}

Json drivers_json(const std::vector<Driver>& drivers) {
    constexpr std::string_view names[] = {"nothing", "given", "min", "max", "calls", "post"};
    Json list = Json::array();
    for (const Driver driver : drivers) list.push_back(names[static_cast<std::size_t>(driver)]);
    return list;
}

Json teams_json(const Scenario& scenario, const PlanResult& result) {
    Json teams = Json::object();
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        Json& team = teams[scenario.teams()[t].name] = team_json(result.performance.teams[t], result.plan.agents[t]);
        if (!result.drivers.empty()) team["driver_by_interval"] = drivers_json(result.drivers[t]);
    }
    return teams;
}

template <class Figures>
Json course_json(const Calendar& calendar, const Course<Figures>& course,
                 const std::vector<FigureName<Figures>>& names) {
    Json json = Json::object();
    add_measured(json, course.total, names);
    Json by_interval = Json::array();
    for (IntervalIndex i{0}; i < course.by_interval.size(); ++i) {
        Json row = {{"start", calendar.start_text(i)}};
        add_measured(row, course.by_interval[i], names);
        by_interval.push_back(std::move(row));
    }
    Json by_day = Json::array();
    for (std::size_t d = 0; d < course.by_day.size(); ++d) {
        Json row = {{"date", date_text(calendar.date(static_cast<int>(d)))}};
        add_measured(row, course.by_day[d], names);
        by_day.push_back(std::move(row));
    }
    json["by_interval"] = std::move(by_interval);
    json["by_day"] = std::move(by_day);
    return json;
}

template <class Figures>
Json course_json(const Calendar& calendar, const Course<Figures>& all,
                 const std::map<std::string, Course<Figures>>& by_site, const std::vector<FigureName<Figures>>& names) {
    Json json = course_json(calendar, all, names);
    if (by_site.empty()) return json;
    Json sites = Json::object();
    for (const auto& [site, course] : by_site) sites[site] = course_json(calendar, course, names);
    json["by_site"] = std::move(sites);
    return json;
}

Json work_json(const Scenario& scenario, const PlanResult& result) {
    const auto call_names = call_figure_names(scenario.quantiles());
    const auto backlog_names = backlog_figure_names(scenario.quantiles());
    Json works = Json::object();
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = result.performance.work[w];
        const Work& asked = scenario.work()[w];
        Json& json = works[asked.name];
        json = asked.answered_now()
                   ? course_json(scenario.calendar(), work.calls, work.calls_by_site, call_names)
                   : course_json(scenario.calendar(), work.backlog, work.backlog_by_site, backlog_names);
        if (asked.answered_now()) json["service_level_within_s"] = asked.service_threshold().count();
    }
    return works;
}

Json totals_json(const Performance& performance) {
    const StaffTotals totals = staff_totals(performance);
    return {{"agent_hours", totals.agent_hours},
            {"paid_hours", totals.paid_hours},
            {"paid_fte", totals.paid_fte},
            {"cost", optional_number(totals.cost)}};
}

// One FTE is the contract's week, spread over as many days as a normal week is open.
Json fte_basis_json(const Calendar& calendar) {
    return {{"contract_week_h", calendar.parts().contract_week.count()},
            {"open_days_a_week", calendar.open_days_a_week()}};
}

Json worst_json(const Scenario& scenario, const TargetResult& target) {
    if (target.worst_interval) return scenario.calendar().start_text(*target.worst_interval);
    if (target.worst_day) return date_text(scenario.calendar().date(*target.worst_day));
    return nullptr;
}

Json targets_json(const Scenario& scenario, const Performance& performance) {
    Json list = Json::array();
    for (const TargetResult& target : performance.targets) {
        const Promise& promise = target.promise;
        const Promise& each = promise.of_one_day();
        Json json = {{"work", promise.work ? Json(scenario.work()[*promise.work].name) : Json(nullptr)},
                     {"site", promise.site ? Json(*promise.site) : Json(nullptr)},
                     {"kind", promise_name(promise.kind)},
                     {"within_s", each.within ? Json(each.within->count()) : Json(nullptr)},
                     {"scope", scope_name(promise.over)},
                     {"wanted", promise.wanted},
                     {"reached", json_number<Json>(target.reached)},
                     {"half_width", optional_number(target.half_width)},
                     {"met", verdict_json<Json>(target.met, target.expected())},
                     {"sure", target.sure()},
                     {"worst", worst_json(scenario, target)}};
        if (promise.each_day) {
            json["each_day"] = promise_name(each.kind);
            json["each_day_scope"] = scope_name(each.over);
            json["each_day_wanted"] = each.wanted;
        }
        if (promise.team) json["team"] = scenario.teams()[*promise.team].name;
        if (target.may_be_off) json["may_be_off"] = json_number<Json>(*target.may_be_off);
        if (each.within_days) json["within_days"] = *each.within_days;
        if (target.kept_share) json["kept_share"] = json_number<Json>(*target.kept_share);
        if (target.days_met) json["days_met_share"] = json_number<Json>(*target.days_met);
        list.push_back(std::move(json));
    }
    return list;
}

Json warnings_json(const Performance& performance) {
    Json list = Json::array();
    for (const Warning& warning : performance.warnings)
        list.push_back({{"code", warning_name(warning.code)}, {"arguments", warning.arguments}});
    return list;
}

}  // namespace

std::string plan_json(const Scenario& scenario, const PlanResult& result, std::optional<HeadroomScale> headroom) {
    const Performance& performance = result.performance;
    const std::optional<std::string>& time_zone = scenario.calendar().parts().time_zone;
    Json json = {
        {"freiton", 1},
        {"scenario", scenario.title()},
        {"organisation", result.organisation.empty() ? Json(nullptr) : Json(result.organisation)},
        {"seed", result.seed},
        {"method", source_name(performance.source)},
        {"interrupted", performance.interrupted},
        {"time_zone", time_zone ? Json(*time_zone) : Json(nullptr)},
        {"intervals", intervals_json(scenario.calendar())},
        {"teams", teams_json(scenario, result)},
        {"work", work_json(scenario, result)},
        {"totals", totals_json(performance)},
        {"fte_basis", fte_basis_json(scenario.calendar())},
        {"targets", targets_json(scenario, performance)},
        {"met", performance.interrupted ? Json(nullptr) : verdict_json<Json>(result.met(), performance.expected())},
        {"warnings", warnings_json(performance)},
    };
    if (result.own_numbers) {
        Json& alike = json["alike"] = {{"weekdays", Json::array()}};
        for (const std::size_t day : scenario.parts().plan.alike) alike["weekdays"].push_back(weekday_names[day]);
        alike["agent_hours_of_own_numbers"] = result.own_numbers->agent_hours;
        alike["cost_of_own_numbers"] = optional_number(result.own_numbers->cost);
    }
    if (performance.source == Source::simulation) json["replications"] = performance.replications;
    if (performance.single_days > 0) json["single_days"] = performance.single_days;
    if (result.explanation) json["explanation"] = Json::parse(explanation_json(scenario, result));
    if (headroom) {
        json["headroom_scale"] = json_number<Json>(headroom->scale);
        json["headroom_at_least"] = headroom->at_least;
    }
    return json.dump(2) + "\n";
}

}  // namespace freiton::report
