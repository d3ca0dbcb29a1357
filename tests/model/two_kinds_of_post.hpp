// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/staffing_plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

inline Work post(const std::string& name, double a_day) {
    return {.name = name, .kind = WorkKind::backlog, .arrivals = daily(a_day), .handling_time = {.mean = 6min}};
}

// Five days of 8 hours; 100 items a day are 50 hours a week. Anna takes both kinds, Ben only the second.
inline ScenarioParts two_kinds(double first_a_day, double second_a_day) {
    ScenarioParts parts;
    parts.calendar = {.first_day = monday, .days = 7, .open = office_week(8h, 16h), .repeats = true};
    parts.work = {post("first", first_a_day), post("second", second_a_day)};
    parts.teams = {{.name = "anna", .handles = {"first", "second"}}, {.name = "ben", .handles = {"second"}}};
    return parts;
}

inline StaffingPlan one_each() { return {{std::vector<int>(80, 1), std::vector<int>(80, 1)}}; }

inline StaffingPlan staff(const std::vector<int>& teams) {
    StaffingPlan plan;
    for (const int people : teams) plan.agents.emplace_back(80, people);
    return plan;
}

}  // namespace freiton::test
