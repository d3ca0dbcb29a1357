// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// Why a plan is what it is, for programs: a JSON object. Targets are named by their index in `targets[]`.
std::string explanation_json(const Scenario& scenario, const PlanResult& result);

/// What one person less and one more in each interval and team would do, for spreadsheets: of fewer the promise that is
/// missed or not sure then, of more the tightest there. Columns: date, start, team, agents, change (-1, 1), work, site,
/// target (its kind), over, where (the interval or day of the promise), wanted, before, reached, half_width, verdict.
/// Only a plan by simulation that was explained has any.
std::string effects_csv(const Scenario& scenario, const PlanResult& result);

/// The same for people, a table for each team; a sentence where there is none.
void add_effects(const Scenario& scenario, const PlanResult& result, Language language, Document& document);

}  // namespace freiton::report
