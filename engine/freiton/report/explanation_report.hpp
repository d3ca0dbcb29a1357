// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::report {

/// Why a plan is what it is, for programs: a JSON object. Targets are named by their index in `targets[]`.
std::string explanation_json(const Scenario& scenario, const PlanResult& result);

}  // namespace freiton::report
