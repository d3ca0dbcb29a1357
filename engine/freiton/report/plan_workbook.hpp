// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// A plan or a simulation for spreadsheets: its report (plan_document, simulation_document); the people of each team by
/// time and day; teams, calls and post as lists with all their figures, named as in CSV; the pictures as charts; and
/// the scenario with all its defaults (input::resolved_scenario).
Workbook plan_workbook(const Document& report, const Scenario& scenario, const PlanResult& result,
                       std::string_view scenario_text);

}  // namespace freiton::report
