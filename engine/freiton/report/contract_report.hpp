// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/contract.hpp"
#include "freiton/report/plan_report.hpp"
#include "freiton/report/workbook.hpp"

namespace freiton::report {

/// For people, to be signed: every service with its customer and promise, how it is counted and kept, what it takes,
/// and what its promise costs.
Document contract_document(const Contract& contract, Language language);

/// For spreadsheets, as a workbook: that report, the tables of contract_csv(), the people of each team by time and day,
/// the pictures as charts, and the scenario with all its defaults.
Workbook contract_workbook(const Document& report, const Contract& contract, std::string_view scenario_text);

/// For spreadsheets: services.csv (one row each), sums.csv (by customer, by segment, of all), prices.csv (each promise
/// a step looser, a step tighter, and without it, as differences to what is agreed).
std::vector<NamedBytes> contract_csv(const Contract& contract);

/// For programs: the plan in its own shape, and services[], by_customer[], by_segment[], total, prices[],
/// and `spared`, what the cheapest plan that is known takes less, or null.
std::string contract_json(const Contract& contract);

}  // namespace freiton::report
