// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "simulation/steady_cases.hpp"

namespace freiton::test {

/// Calls and items of the same people, for so many days.
inline Scenario blend_scenario(const Json& blend, int days) {
    ScenarioParts parts = steady_days(days);
    parts.work.push_back(steady_calls(parts, blend["load_erlang"], blend["aht_s"], blend["patience_s"]));
    Work items{.name = "items",
               .kind = WorkKind::backlog,
               .handling_time = {.mean = Seconds{blend["async_aht_s"].get<double>()}}};
    const std::string variant = blend["variant"];
    if (variant.starts_with("infinite"))
        items.arrivals.unlimited = true;
    else
        items.arrivals = {.per_interval = BySite<PerInterval>{
                              .everywhere = PerInterval{.means = {blend["async_load_erlang"].get<double>() * 3600.0 /
                                                                  blend["async_aht_s"].get<double>()},
                                                        .same_for_all = true}}};
    parts.work.push_back(items);
    parts.teams.push_back({.name = "team", .handles = {"calls", "items"}});
    if (variant.ends_with("preemptive")) parts.routing.interrupt = {"items"};
    parts.routing.keep_free = blend["reserve"];
    return Scenario{std::move(parts)};
}

/// The first day, of 200 to 500 handling times, is warm-up.
inline std::vector<Compared> run_blend(const Json& exact, const SteadyRun& run, const RunControl& control = {}) {
    ScenarioParts parts = blend_scenario(exact, run.days).parts();
    parts.simulation.replications = run.replications;
    parts.simulation.seed = run.seed;
    const Scenario scenario{parts};
    const Performance performance =
        simulation::simulate(scenario, constant_staff(scenario, {exact["agents"].get<int>()}), control);
    std::vector<Compared> list;
    const auto& calls = performance.work[0].calls.total;
    const auto& items = performance.work[1].backlog.total;
    const std::string id = exact["id"].get<std::string>() + " " + exact["variant"].get<std::string>() + " ";
    using C = CallFigures;
    using B = BacklogFigures;
    compare(list, id + "p_wait", exact["p_wait"], calls, &C::wait_probability, run.replications);
    compare(list, id + "sl20", exact["sl20"], calls, &C::service_level, run.replications);
    compare(list, id + "asa_all_s", exact["asa_all_s"], calls, &C::wait_all_s, run.replications);
    compare(list, id + "p_abandon", exact["p_abandon"], calls, &C::abandoned_share, run.replications);
    compare(list, id + "call_queue", exact["call_queue"], calls, &C::queue_mean, run.replications);
    compare(list, id + "busy_calls", exact["busy_calls"], calls, &C::busy_mean, run.replications);
    compare(list, id + "busy_async", exact["busy_async"], items, &B::busy_mean, run.replications);
    compare(list, id + "backlog", exact.value("async_backlog", Json()), items, &B::waiting_mean, run.replications);
    compare(list, id + "turnaround", exact.value("async_turnaround_s", Json()), items, &B::turnaround_mean_h,
            run.replications, 1e9, 3600.0);
    return list;
}

}  // namespace freiton::test
