// SPDX-License-Identifier: Apache-2.0
// What contacts lead to, where a network of queues has a product form: each station is as if it stood alone.
#include <gtest/gtest.h>

#include "freiton/analytic/erlang_c.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/z_values.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;
using test::Compared;

// A day round the clock after one of warm-up, in which so many calls an hour come.
ScenarioParts round_the_clock(double calls_per_hour) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 1, .open = test::office_week(0h, 24h)};
    parts.work.push_back(
        {.name = "first", .arrivals = test::daily(24.0 * calls_per_hour), .handling_time = {.mean = 3min}});
    parts.teams.push_back({.name = "desk", .handles = {"first"}});
    parts.simulation = {.replications = 800, .warm_up_days = 1};
    return parts;
}

Compared mean_wait(const Performance& performance, std::size_t work, double agents, double load, Seconds handling) {
    const auto& calls = performance.work[work].calls.total;
    const analytic::ErlangC alone{Agents{agents}, Erlangs{load}, handling};
    return {"mean wait", alone.wait_all().count(), calls.wait_all_s, calls.half_width->wait_all_s,
            performance.replications};
}

StaffingPlan always(const Scenario& scenario, std::vector<int> people) {
    StaffingPlan plan;
    for (const int agents : people) plan.agents.emplace_back(scenario.intervals(), agents);
    return plan;
}

// Burke (1956): what leaves M/M/n is Poisson, and so is the part that is transferred (Jackson 1957).
TEST(Caused, TransfersWaitAsInAQueueOfTheirOwn) {
    ScenarioParts parts = round_the_clock(80);
    parts.work[0].leads_to = {{.work = "second", .share = Share{0.4}}};
    parts.work.push_back({.name = "second", .arrivals = test::daily(0), .handling_time = {.mean = 6min}});
    parts.teams.push_back({.name = "experts", .handles = {"second"}});
    const Scenario scenario{parts};
    const Performance performance = simulate(scenario, always(scenario, {5, 4}));
    EXPECT_LT(std::abs(mean_wait(performance, 0, 5, 4.0, 3min).z()), 4.5);
    EXPECT_LT(std::abs(mean_wait(performance, 1, 4, 3.2, 6min).z()), 4.5);
    const auto& second = performance.work[1].calls.total;
    EXPECT_LT(std::abs(second.offered - 0.4 * 80 * 24), 2.0 * second.half_width->offered);
    EXPECT_EQ(second.caused, second.offered);
    EXPECT_EQ(performance.work[0].calls.total.caused, 0.0);
}

// Calls that come again after an exponential time of their own: a closed loop of a queue and a station where nobody
// waits; product form all the same, with all attempts as the rate.
TEST(Caused, RepeatCallsAreAsManyMoreCalls) {
    ScenarioParts parts = round_the_clock(60);
    parts.work[0].leads_to = {{.work = "first", .share = Share{0.25}, .after = 20min}};
    const Scenario scenario{parts};
    const Performance performance = simulate(scenario, always(scenario, {5}));
    const auto& calls = performance.work[0].calls.total;
    EXPECT_LT(std::abs(calls.offered - 80.0 * 24), 2.5 * calls.half_width->offered);
    EXPECT_LT(std::abs(calls.caused - 20.0 * 24), 2.5 * calls.half_width->caused);
    EXPECT_LT(std::abs(mean_wait(performance, 0, 5, 4.0, 3min).z()), 4.5);
}

// Talk and wrap-up together are the time for which an agent is busy; exponential times make two phases of them, so that
// one agent is M/G/1 (Pollaczek 1930, Khinchine 1932).
TEST(Caused, AnAgentWhoWrapsUpIsBusyForBoth) {
    ScenarioParts parts = round_the_clock(14);
    parts.work[0].wrap_up = DurationLaw{.law = Law::constant, .mean = 30s};
    parts.simulation.replications = 3000;
    const Scenario scenario{parts};
    const Performance performance = simulate(scenario, always(scenario, {1}));
    const double rate = 14.0 / 3600.0, mean = 210.0, square = 2.0 * 180.0 * 180.0 + 2.0 * 180.0 * 30.0 + 30.0 * 30.0;
    const double exact = rate * square / (2.0 * (1.0 - rate * mean));
    const auto& calls = performance.work[0].calls.total;
    const Compared wait{"mean wait", exact, calls.wait_all_s, calls.half_width->wait_all_s, performance.replications};
    EXPECT_LT(std::abs(wait.z()), 4.5) << exact << " " << calls.wait_all_s;
    EXPECT_LT(std::abs(calls.wrap_up_mean - rate * 30.0), 2.5 * calls.half_width->wrap_up_mean);
}

}  // namespace
}  // namespace freiton::simulation
