// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "freiton/model/comparison.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// For people: the organisations side by side, what each costs and gives, and how sure the differences are.
Document comparison_document(const Comparison& comparison, Language language);

/// For spreadsheets, as a workbook: that report, the table of comparison_csv(), the people of each team under each
/// organisation by time and day, the pictures as charts, and the scenario with all its defaults.
Workbook comparison_workbook(const Document& report, const Comparison& comparison, std::string_view scenario_text);

/// For spreadsheets, as one table: organisations x sites x work with people, money, service, what was promised and
/// kept, and the differences to the first organisation (comparison_table.hpp).
std::string comparison_csv(const Comparison& comparison);

/// For programs: organisations.NAME in the shape of a plan, and differences[].
std::string comparison_json(const Comparison& comparison);

}  // namespace freiton::report
