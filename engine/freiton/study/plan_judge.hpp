// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::study {

/// Asks the simulation about a plan, with as many replications as its promises need to be decided: it goes on until
/// each number is clearly on one side of its promise, or known to a fifth of the scenario's half-width, or the most
/// contacts that one question may take are used up. What stays undecided counts as missed.
staffing::Evaluator simulation_evaluator(const Scenario& scenario, const RunControl& control);

/// Promises of post that grows without end with this plan do not hold, whatever was simulated of it; but for instances
/// that are left aside, which no plan keeps.
void fail_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, const std::vector<Promise>& promises,
                            const std::vector<bool>& left_aside, staffing::Evaluation& evaluation);

}  // namespace freiton::study
