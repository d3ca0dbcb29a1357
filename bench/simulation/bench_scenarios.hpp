// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/read_scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "places.hpp"

namespace freiton::bench {

using namespace std::chrono_literals;

struct StaffedScenario {
    Scenario scenario;
    StaffingPlan plan;
};

inline StaffingPlan constant_staff(const Scenario& scenario, const std::vector<int>& agents) {
    StaffingPlan plan;
    for (const int people : agents) plan.agents.emplace_back(scenario.intervals(), people);
    return plan;
}

/// Round the clock for ten days in half hours.
inline ScenarioParts ten_steady_days() {
    ScenarioParts parts;
    const OpenHours all_day = {{0h, 24h}};
    parts.calendar = {.first_day = std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}, .days = 10};
    parts.calendar.open.fill(all_day);
    return parts;
}

inline Arrivals steady(const ScenarioParts& parts, double load, double handling_s) {
    const double mean = load * Seconds{parts.calendar.interval}.count() / handling_s;
    return {.per_interval = BySite<PerInterval>{.everywhere = PerInterval{.means = {mean}, .same_for_all = true}}};
}

/// (a) The quickstart's day of 24 half hours with its patience of two minutes.
inline StaffedScenario one_hotline() {
    Scenario scenario = input::read_scenario(test::in_source("scenarios/quickstart.yaml"));
    StaffingPlan plan{{{8, 11, 14, 19, 23, 26, 28, 27, 25, 22, 20, 21, 23, 25, 25, 24, 22, 19, 16, 14, 11, 10, 8, 7}}};
    return {std::move(scenario), std::move(plan)};
}

/// (b) Three sites of 33 agents with 30 Erlang each, own site first.
inline StaffedScenario three_sites() {
    ScenarioParts parts = ten_steady_days();
    parts.sites = {"north", "middle", "south"};
    Work calls{.name = "service", .handling_time = {.mean = 3min}, .patience = DurationLaw{.mean = 2min}};
    const PerInterval each{.means = {30.0 * 1800.0 / 180.0}, .same_for_all = true};
    calls.arrivals.per_interval = BySite<PerInterval>{.sites = {{"north", each}, {"middle", each}, {"south", each}}};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = 20s};
    parts.work = {calls};
    for (const std::string& site : parts.sites)
        parts.teams.push_back({.name = site + "_team", .site = site, .handles = {"service"}});
    parts.routing.prefer = Prefer::site;
    Scenario scenario{std::move(parts)};
    StaffingPlan plan = constant_staff(scenario, {33, 33, 33});
    return {std::move(scenario), std::move(plan)};
}

/// (c) 60 agents, 40 Erlang of calls of 3 min, 12 Erlang of letters of 15 min, three to be kept free.
inline StaffedScenario calls_and_letters() {
    ScenarioParts parts = ten_steady_days();
    Work calls{.name = "calls", .arrivals = steady(parts, 40, 180), .handling_time = {.mean = 3min}};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = 20s};
    Work letters{.name = "letters",
                 .kind = WorkKind::backlog,
                 .arrivals = steady(parts, 12, 900),
                 .handling_time = {.mean = 15min}};
    letters.backlog_target = BacklogTarget{.done = Share{0.95}, .within = {.time = 4h}};
    parts.work = {calls, letters};
    parts.teams.push_back({.name = "team", .handles = {"calls", "letters"}});
    parts.routing.keep_free = 3;
    Scenario scenario{std::move(parts)};
    StaffingPlan plan = constant_staff(scenario, {60});
    return {std::move(scenario), std::move(plan)};
}

/// (d) 1,000 agents, 960 Erlang.
inline StaffedScenario thousand_agents() {
    ScenarioParts parts = ten_steady_days();
    parts.calendar.days = 1;
    Work calls{.name = "calls", .arrivals = steady(parts, 960, 240), .handling_time = {.mean = 4min}};
    calls.patience = DurationLaw{.mean = 2min};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = 20s};
    parts.work = {calls};
    parts.teams.push_back({.name = "team", .handles = {"calls"}});
    Scenario scenario{std::move(parts)};
    StaffingPlan plan = constant_staff(scenario, {1000});
    return {std::move(scenario), std::move(plan)};
}

/// (e) The service firm of scenarios/ with 12 and 10 people, its week.
inline StaffedScenario service_firm() {
    Scenario scenario = input::read_scenario(test::in_source("scenarios/service_firm.yaml"));
    StaffingPlan plan = constant_staff(scenario, {12, 10});
    return {std::move(scenario), std::move(plan)};
}

}  // namespace freiton::bench
