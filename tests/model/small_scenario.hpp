// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"

namespace freiton::test {

using namespace std::chrono_literals;

inline constexpr Date monday = std::chrono::sys_days{2026y / 3 / 2};

/// Open from `from` to `to` on Monday to Friday.
inline OpenWeek office_week(Minutes from, Minutes to) {
    const OpenHours hours = {{from, to}};
    return {hours, hours, hours, hours, hours, {}, {}};
}

/// A list of means per interval.
inline Arrivals listed(std::vector<double> means) {
    return {.per_interval = BySite<PerInterval>{.everywhere = PerInterval{.means = std::move(means)}}};
}

/// A mean for every open day.
inline Arrivals daily(double mean) { return {.per_day = BySite<double>{.everywhere = mean}}; }

/// Monday 2026-03-02, 09:00 to 10:00 in half hours; 10 and 20 calls of 3 min, 80 % in 20 s; a fifth of the time is
/// shrinkage.
inline ScenarioParts one_hour_of_sales() {
    ScenarioParts parts;
    parts.title = "Sales";
    parts.calendar = {.first_day = monday, .open = office_week(9h, 10h)};
    parts.work.push_back({.name = "sales",
                          .arrivals = listed({10, 20}),
                          .handling_time = {.mean = 3min},
                          .patience = DurationLaw{.mean = 2min},
                          .call_target = CallTarget{.answered = Share{0.8}, .within = 20s}});
    parts.teams.push_back({.name = "desk", .handles = {"sales"}, .shrinkage = Share{0.2}});
    return parts;
}

}  // namespace freiton::test
