// SPDX-License-Identifier: Apache-2.0
// Warm transfers against what is known of them exactly.
#include <gtest/gtest.h>

#include <array>

#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "simulation/expect_is.hpp"

namespace freiton::simulation {
namespace {

using namespace std::chrono_literals;
using test::expect_is;

// A day round the clock after one of warm-up: so many calls an hour, all of them transferred to other people.
ScenarioParts two_levels(double calls_per_hour, bool warm) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 1, .open = test::office_week(0h, 24h)};
    parts.work.push_back(
        {.name = "first", .arrivals = test::daily(24.0 * calls_per_hour), .handling_time = {.mean = 3min}});
    parts.work[0].leads_to = {{.work = "second", .share = Share{1.0}, .warm = warm}};
    parts.work.push_back({.name = "second", .arrivals = test::daily(0), .handling_time = {.mean = 4min}});
    parts.teams.push_back({.name = "desk", .handles = {"first"}});
    parts.teams.push_back({.name = "experts", .handles = {"second"}});
    parts.simulation = {.replications = 1500, .warm_up_days = 1};
    return parts;
}

Performance with_people(const ScenarioParts& parts, const std::vector<int>& people) {
    const Scenario scenario{parts};
    StaffingPlan plan;
    for (const int agents : people) plan.agents.emplace_back(scenario.intervals(), agents);
    return simulate(scenario, plan);
}

// Blocking after service: one person on each level, at most four callers on the first. States: callers there, whether
// the first holds a call for the second, whether the second is busy.
TEST(Transfers, WhoeverTransfersWaitsUntilSomebodyAnswers) {
    constexpr int lines = 4;
    ScenarioParts parts = two_levels(15.0, true);
    parts.work[0].lines = lines;
    const Performance performance = with_people(parts, {1, 1});

    constexpr double come = 15.0 / 60.0, talk = 1.0 / 3.0, second = 1.0 / 4.0;  // per minute
    struct State {
        int callers;
        bool holds;
        bool busy;
        std::size_t place() const {
            return static_cast<std::size_t>(4 * callers + 2 * (holds ? 1 : 0) + (busy ? 1 : 0));
        }
    };
    std::array<double, 4 * (lines + 1)> p{};
    p[0] = 1.0;
    for (int step = 0; step < 20'000; ++step) {  // until nothing changes
        auto next = p;
        const auto move = [&](const State& from, const State& to, double rate) {
            next[from.place()] -= 0.5 * rate * p[from.place()];
            next[to.place()] += 0.5 * rate * p[from.place()];
        };
        for (int n = 0; n <= lines; ++n)
            for (const auto& [holds, busy] : {std::pair{false, false}, {false, true}, {true, true}}) {
                const State here{n, holds, busy};
                if (n < lines) move(here, {n + 1, holds, busy}, come);
                if (n > 0 && !holds) move(here, {n - 1, busy, true}, talk);
                if (busy) move(here, {n, false, holds}, second);
            }
        p = next;
    }
    double held = 0.0, first_busy = 0.0, waiting = 0.0, full = 0.0, second_busy = 0.0, waits_there = 0.0;
    for (int n = 0; n <= lines; ++n)
        for (const auto& [holds, busy] : {std::pair{false, false}, {false, true}, {true, true}}) {
            const double here = p[State{n, holds, busy}.place()];
            held += holds ? here : 0.0;
            first_busy += holds || n > 0 ? here : 0.0;
            waiting += here * (holds ? n : std::max(0, n - 1));
            full += n == lines ? here : 0.0;
            second_busy += busy ? here : 0.0;
            waits_there += busy && !holds && n > 0 ? here * talk : 0.0;  // a minute
        }
    const double admitted = come * (1.0 - full);
    expect_is(held, &CallFigures::holding_mean, performance, 0);
    expect_is(first_busy, &CallFigures::busy_mean, performance, 0);
    expect_is(full, &CallFigures::blocked_share, performance, 0);
    expect_is(60.0 * waiting / admitted, &CallFigures::wait_all_s, performance, 0);
    expect_is(second_busy, &CallFigures::busy_mean, performance, 1);
    expect_is(60.0 * held / admitted, &CallFigures::wait_all_s, performance, 1);
    expect_is(waits_there / admitted, &CallFigures::wait_probability, performance, 1);
}

// Nobody holds a caller whom only he could answer.
TEST(Transfers, SomebodyAloneLetsGo) {
    std::array<Performance, 2> both;
    for (const bool warm : {false, true}) {
        ScenarioParts parts = two_levels(6.0, warm);
        parts.teams = {{.name = "desk", .handles = {"first", "second"}}};
        parts.simulation.replications = 30;
        both[warm ? 1 : 0] = with_people(parts, {1});
    }
    const auto& cold = both[0].work[1].calls.total;
    const auto& warm = both[1].work[1].calls.total;
    EXPECT_EQ(both[1].work[0].calls.total.holding_mean, 0.0);
    EXPECT_EQ(warm.answered, cold.answered);
    EXPECT_EQ(warm.wait_all_s, cold.wait_all_s);
}

// One of two is kept for other work, and may never take the call that the other would hold.
TEST(Transfers, NobodyHoldsForThoseWhoAreKeptForOtherWork) {
    ScenarioParts parts = two_levels(6.0, true);
    parts.work.push_back({.name = "kept", .arrivals = test::daily(10), .handling_time = {.mean = 2min}});
    parts.teams = {{.name = "desk", .handles = {"first", "second", "kept"}}};
    parts.teams[0].reserved = {{.work = "kept", .people = 1, .hours = std::nullopt}};
    parts.simulation.replications = 30;
    const Performance performance = with_people(parts, {2});
    EXPECT_EQ(performance.work[0].calls.total.holding_mean, 0.0);
    EXPECT_LT(performance.work[1].calls.total.wait_all_s, 3600.0);
}

// Each level transfers to the other for a while: all who hold would wait for each other for ever.
TEST(Transfers, ThoseWhoWouldHoldForEachOtherDoNot) {
    ScenarioParts parts = two_levels(20.0, true);
    parts.work[1].leads_to = {{.work = "first", .share = Share{0.5}, .warm = true}};
    parts.simulation.replications = 60;
    const Performance performance = with_people(parts, {6, 7});  // 2.0 and 2.7 Erlang, and those who hold
    for (std::size_t w = 0; w < 2; ++w) {
        const auto& calls = performance.work[w].calls.total;
        EXPECT_GT(calls.holding_mean, 0.1);
        EXPECT_LT(calls.offered - calls.answered, 10.0);  // those who are transferred after midnight
        EXPECT_LT(calls.wait_all_s, 3600.0);              // a ring that holds lasts until midnight
    }
}

// The caller who gives up, and the office that closes, set free whoever held.
TEST(Transfers, EndWithTheCallersPatience) {
    ScenarioParts parts = two_levels(10.0, true);
    parts.work[1].patience = DurationLaw{.law = Law::constant, .mean = 2min};
    const Performance performance = with_people(parts, {2, 0});  // nobody answers
    const auto& first = performance.work[0].calls.total;
    EXPECT_EQ(first.holding_mean, 0.0);  // for nobody is there who ever could
    parts.simulation.replications = 100;
    parts.work.push_back({.name = "long", .arrivals = test::daily(40), .handling_time = {.mean = 3h}});
    parts.teams[1].handles = {"long", "second"};
    const Performance busy = with_people(parts, {2, 1});  // 5 Erlang for one
    const auto& held = busy.work[0].calls.total;
    EXPECT_GT(held.holding_mean, 0.1);
    const double longest = 2.0 / 60.0 * busy.work[1].calls.total.offered / 24.0;  // all wait two minutes
    EXPECT_LT(held.holding_mean, longest + 1e-9);
    EXPECT_GT(held.holding_mean, 0.8 * longest);
}

}  // namespace
}  // namespace freiton::simulation
