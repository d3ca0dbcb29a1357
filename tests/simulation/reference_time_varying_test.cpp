// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "simulation/simulated_cases.hpp"

namespace freiton::simulation {
namespace {

using namespace test;

Scenario scenario_of(const Json& day, int replications) {
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
    parts.simulation.replications = replications;
    return Scenario{std::move(parts)};
}

TEST(ReferenceTimeVarying, BothRulesForDroppingStaffAreWithinTheirUncertainty) {
    constexpr int replications = 2000;
    std::vector<Compared> all;
    for (const Json& day : reference_cases("time_varying")) {
        const Scenario scenario = scenario_of(day, replications);
        const Performance performance = simulate(scenario, {{day["agents"].get<std::vector<int>>()}});
        using C = CallFigures;
        const auto& course = performance.work[0].calls;
        const std::string id = day["id"].get<std::string>() + " " + day["discipline"].get<std::string>() + " ";
        for (std::size_t i = 0; i < scenario.intervals(); ++i) {
            const auto& here = course.by_interval[i];
            const std::string at = id + std::to_string(i) + " ";
            compare(all, at + "eq_end", day["eq_end"][i], here, &C::queue_at_end);
            compare(all, at + "eq_mean", day["eq_mean"][i], here, &C::queue_mean);
            compare(all, at + "busy_mean", day["busy_mean"][i], here, &C::busy_mean);
            compare(all, at + "p_delay", day["p_delay"][i], here, &C::wait_probability);
            compare(all, at + "sl20", day["sl20"][i], here, &C::service_level);
        }
    }
    double squares = 0.0;
    int n = 0;
    for (const Compared& one : all) {
        if (std::isnan(one.half_width) || one.exact == one.simulated) continue;
        if (one.simulated == 0.0 || one.simulated == 1.0) {  // never seen in any of the days
            EXPECT_LE(std::abs(one.exact - one.simulated), 5.0 / replications) << one.what;
            continue;
        }
        EXPECT_LE(std::abs(one.z()), 4.5)
            << one.what << ": exact " << one.exact << ", simulated " << one.simulated << " +- " << one.half_width;
        squares += one.z() * one.z();
        ++n;
    }
    std::printf("z: %d values, rms %.3f\n", n, std::sqrt(squares / n));
}

}  // namespace
}  // namespace freiton::simulation
