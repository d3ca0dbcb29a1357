// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "simulation/steady_cases.hpp"

namespace freiton::test {

/// A day whose demand and staff change.
inline Scenario changing_day(const Json& day, const SteadyRun& run) {
    ScenarioParts parts;
    const Minutes interval{day["interval_s"].get<int>() / 60};
    parts.calendar = {.first_day = monday, .interval = interval};
    parts.calendar.open[0] = {{0h, interval * day["n_intervals"].get<int>()}};
    Work calls{.name = "calls", .handling_time = {.mean = Seconds{day["aht_s"].get<double>()}}};
    calls.arrivals = listed(day["arrivals_per_interval"].get<std::vector<double>>());
    if (!day["patience_s"].is_null()) calls.patience = DurationLaw{.mean = Seconds{day["patience_s"].get<double>()}};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = Seconds{day["sl_threshold_s"].get<double>()}};
    parts.work.push_back(calls);
    parts.teams.push_back({.name = "team", .handles = {"calls"}});
    if (day["discipline"] == "preemptive") parts.routing.when_staff_drops = WhenStaffDrops::hand_back;
    parts.simulation.replications = run.replications;
    parts.simulation.seed = run.seed;
    return Scenario{std::move(parts)};
}

/// Every figure of every interval against the exact one.
inline std::vector<Compared> run_changing_day(const Json& day, const SteadyRun& run, const RunControl& control = {}) {
    const Scenario scenario = changing_day(day, run);
    std::vector<Compared> list;
    const Performance performance = simulation::simulate(scenario, {{day["agents"].get<std::vector<int>>()}}, control);
    using C = CallFigures;
    const auto& course = performance.work[0].calls;
    const std::string id = day["id"].get<std::string>() + " " + day["discipline"].get<std::string>() + " ";
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        const auto& here = course.by_interval[i];
        const std::string at = id + std::to_string(i) + " ";
        const auto seen = [&](const char* key) {  // a queue, a busy agent: in how many of the days
            return day[key][i].is_number() ? run.replications * std::min(1.0, day[key][i].get<double>()) : 0.0;
        };
        const auto seen_by = [&](const char* key) {  // callers
            const double share = number_or(day[key][i], 0.0);
            return run.replications * day["arrivals_per_interval"][i].get<double>() * std::min(share, 1.0 - share);
        };
        compare(list, at + "eq_end", day["eq_end"][i], here, &C::queue_at_end, run.replications, seen("eq_end"));
        compare(list, at + "eq_mean", day["eq_mean"][i], here, &C::queue_mean, run.replications, seen("eq_mean"));
        compare(list, at + "busy_mean", day["busy_mean"][i], here, &C::busy_mean, run.replications, seen("busy_mean"));
        compare(list, at + "p_delay", day["p_delay"][i], here, &C::wait_probability, run.replications,
                seen_by("p_delay"));
        compare(list, at + "sl20", day["sl20"][i], here, &C::service_level, run.replications, seen_by("sl20"));
    }
    return list;
}

}  // namespace freiton::test
