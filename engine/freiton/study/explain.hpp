// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/explanation.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/staffing/independent_parts.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::study {

/// Adds to the explanation what the search of one part has found and, by looks at its plan, what one person more in
/// each interval would do.
void explain_part(const Scenario& scenario, const staffing::Part& part, const staffing::SearchResult& found,
                  const staffing::LookAt& look_at, const RunControl& control, Explanation& explanation);

/// The plan with 5 % more and fewer contacts, without absence, and by the formulas.
void explain_whole(const Scenario& scenario, const PlanResult& result, const StaffingPlan& by_formula,
                   const RunControl& control, Explanation& explanation);

/// What asked for the people of each interval, from the targets that one person fewer would break.
std::vector<std::vector<Driver>> drivers_of(const Scenario& scenario, const StaffingPlan& plan,
                                            const Explanation& explanation);

}  // namespace freiton::study
