// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::study {

/// The least staffing at which every promise of the scenario holds, by simulation from a start: independent parts are
/// found and planned apart. Then the whole is simulated with the scenario's precision, for the figures; should a
/// promise that was only just kept be missed there, people are added. A promise that cannot be kept is a result.
PlanResult plan_by_simulation(const Scenario& scenario, const StaffingPlan& start, const RunControl& control = {},
                              bool explain = false);

}  // namespace freiton::study
