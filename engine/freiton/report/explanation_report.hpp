// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// Why a plan is what it is, in lines under its targets and people. Empty where nothing was explained.
std::string explanation_text(const Scenario& scenario, const PlanResult& result, Language language);

/// The same for programs: a JSON object. Targets are named by their index in `targets[]`.
std::string explanation_json(const Scenario& scenario, const PlanResult& result);

}  // namespace freiton::report
