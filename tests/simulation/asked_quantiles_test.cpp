// SPDX-License-Identifier: Apache-2.0
// Quantiles that a scenario asks for.
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/quantile_figures.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton {
namespace {

using namespace std::chrono_literals;

// M/M/n: P(W > t) = P(wait) exp(-(n mu - lambda) t) (Erlang 1917).
TEST(Quantiles, AreThoseOfErlangC) {
    ScenarioParts parts;
    parts.calendar = {.first_day = test::monday, .days = 1, .open = test::office_week(0h, 24h)};
    parts.work.push_back({.name = "calls", .arrivals = test::daily(24.0 * 80), .handling_time = {.mean = 3min}});
    parts.teams.push_back({.name = "desk", .handles = {"calls"}});
    parts.simulation = {.replications = 800, .warm_up_days = 1};
    parts.quantiles = {Share{0.8}, Share{0.99}};
    const Scenario scenario{parts};
    const StaffingPlan plan{{std::vector<int>(scenario.intervals(), 5)}};
    const CallFigures by_formula = analytic::performance(scenario, plan).work[0].calls.total;
    const Measured<CallFigures> simulated = simulation::simulate(scenario, plan).work[0].calls.total;
    const double rate = (5.0 * 60.0 / 3.0 - 80.0) / 3600.0;  // per second
    for (const auto& quantile : wait_quantiles(parts.quantiles)) {
        const double exact = std::log(by_formula.wait_probability / (1.0 - quantile.share)) / rate;
        EXPECT_NEAR(by_formula.*quantile.member, exact, 1e-9 * exact) << quantile.name;
        // Inside a bin, a sixteenth wide, waits are spread evenly: off by a share x^2 t / 8 T of an exponential tail.
        const double of_bins = exact * 0.0625 * 0.0625 * exact * rate / 8.0;
        const double known_to = *simulated.half_width.*quantile.member;
        EXPECT_NEAR(simulated.*quantile.member, exact, 2.5 * known_to + of_bins) << quantile.name;
    }
}

}  // namespace
}  // namespace freiton
