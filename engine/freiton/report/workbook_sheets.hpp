// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "freiton/model/plan_result.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// What workbooks of different questions have in common. The report itself, and each of its pictures on a sheet of its
/// own.
void add_overview(const Document& report, Workbook& workbook);
void add_picture_sheets(const Document& report, Workbook& workbook);

/// The people of each team by time and day, ready to be pasted elsewhere; `before` stands before the team's name.
void add_people_sheets(const Scenario& scenario, const StaffingPlan& plan, const std::string& before,
                       Workbook& workbook);

/// The scenario's text with every default; a line too long for a cell goes on in the next, as the format allows.
void add_scenario_sheet(std::string_view scenario_text, Workbook& workbook);

/// A figure of results by its name in JSON and CSV: shares by their names, times by "_s" and "_h".
Figure figure_named(std::string_view key, double value);

}  // namespace freiton::report
