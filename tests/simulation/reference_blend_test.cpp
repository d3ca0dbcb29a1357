// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/simulated_cases.hpp"

namespace freiton::simulation {
namespace {

using namespace test;

Scenario scenario_of(const Json& blend, int days) {
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

TEST(ReferenceBlend, EveryVariantIsWithinItsUncertainty) {
    std::vector<Compared> all;
    for (const Json& blend : reference_cases("blend")) {
        ScenarioParts parts = scenario_of(blend, 2).parts();
        parts.simulation.replications = 40;
        const Scenario scenario{parts};
        const Performance performance = simulate(scenario, constant_staff(scenario, {blend["agents"].get<int>()}));
        const auto& calls = performance.work[0].calls.total;
        const auto& items = performance.work[1].backlog.total;
        const std::string id = blend["id"].get<std::string>() + " " + blend["variant"].get<std::string>() + " ";
        using C = CallFigures;
        using B = BacklogFigures;
        compare(all, id + "p_wait", blend["p_wait"], calls, &C::wait_probability);
        compare(all, id + "sl20", blend["sl20"], calls, &C::service_level);
        compare(all, id + "asa_all_s", blend["asa_all_s"], calls, &C::wait_all_s);
        compare(all, id + "p_abandon", blend["p_abandon"], calls, &C::abandoned_share);
        compare(all, id + "call_queue", blend["call_queue"], calls, &C::queue_mean);
        compare(all, id + "busy_calls", blend["busy_calls"], calls, &C::busy_mean);
        compare(all, id + "busy_async", blend["busy_async"], items, &B::busy_mean);
        compare(all, id + "backlog", blend.value("async_backlog", Json()), items, &B::waiting_mean);
        compare(all, id + "turnaround", blend.value("async_turnaround_s", Json()), items, &B::turnaround_mean_h,
                3600.0);
    }
    double squares = 0.0;
    int n = 0;
    for (const Compared& one : all) {
        if (std::isnan(one.half_width) || (one.exact == one.simulated)) continue;
        EXPECT_LE(std::abs(one.z()), 4.5)
            << one.what << ": exact " << one.exact << ", simulated " << one.simulated << " +- " << one.half_width;
        squares += one.z() * one.z();
        ++n;
    }
    std::printf("z: %d values, rms %.3f\n", n, std::sqrt(squares / n));
}

}  // namespace
}  // namespace freiton::simulation
