// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"
#include "reference.hpp"
#include "simulation/z_values.hpp"

namespace freiton::test {

/// Round the clock for so many days in hours, with a day before that is not counted: a long steady state.
inline ScenarioParts steady_days(int days, int warm_up_days = 1) {
    ScenarioParts parts;
    const OpenHours all_day = {{0h, 24h}};
    parts.calendar = {.first_day = monday,
                      .days = days,
                      .open = {all_day, all_day, all_day, all_day, all_day, all_day, all_day},
                      .interval = 60min};
    parts.simulation.warm_up_days = warm_up_days;
    return parts;
}

/// Calls of this load, the same in every interval; patience where it is a number.
inline Work steady_calls(const ScenarioParts& parts, double load, double handling_s, const Json& patience_s) {
    Work calls{.name = "calls", .handling_time = {.mean = Seconds{handling_s}}};
    const double per_interval = load * Seconds{parts.calendar.interval}.count() / handling_s;
    calls.arrivals = {
        .per_interval = BySite<PerInterval>{.everywhere = PerInterval{.means = {per_interval}, .same_for_all = true}}};
    if (!patience_s.is_null()) calls.patience = DurationLaw{.mean = Seconds{patience_s.get<double>()}};
    calls.call_target = CallTarget{.answered = Share{0.8}, .within = 20s};
    return calls;
}

/// The same people in every interval.
inline StaffingPlan constant_staff(const Scenario& scenario, const std::vector<int>& agents) {
    StaffingPlan plan;
    for (const int people : agents) plan.agents.emplace_back(scenario.intervals(), people);
    return plan;
}

/// Collects comparisons of a figure by name, as long as the reference has it. `share`: how often it shows.
template <class Figures>
void compare(std::vector<Compared>& list, const std::string& what, const Json& exact, const Measured<Figures>& figures,
             double Figures::*member, int replications, double events = 1e9, double scale = 1.0) {
    if (!exact.is_number()) return;
    list.push_back({what, exact.get<double>(), figures.*member * scale, *figures.half_width.*member * scale,
                    replications, events});
}

/// Every value within 4.5 standard errors, and all of them together spread as they should: their root mean square near
/// one. Values of one run hang together, so that its tolerance is wider than that of independent ones.
inline void expect_spread(const std::vector<Compared>& all, double least_events, double rms_tolerance) {
    std::vector<double> z;
    for (const Compared& one : all) {
        if (!one.is_sample(least_events)) continue;
        EXPECT_LE(std::abs(one.z()), 4.5)
            << one.what << ": exact " << one.exact << ", simulated " << one.simulated << " +- " << one.half_width;
        z.push_back(one.z());
    }
    const Spread spread = spread_of(z);
    EXPECT_GT(spread.values, 0);
    EXPECT_NEAR(spread.rms, 1.0, rms_tolerance) << spread.values << " values, largest " << spread.largest;
    ::testing::Test::RecordProperty("values", spread.values);
    ::testing::Test::RecordProperty("rms_percent", static_cast<int>(100.0 * spread.rms));
}

}  // namespace freiton::test
