// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::study {

/// Asks the simulation about a plan, with as many replications as its promises need to be decided: it goes on until
/// each number is clearly on one side of its promise, or known to a fifth of the scenario's half-width, or the most
/// contacts that one question may take are used up. What stays undecided counts as missed.
staffing::Evaluator simulation_evaluator(const Scenario& scenario, const RunControl& control);

/// Limits, costs and who helps whom, from the scenario. Teams with given staff keep it.
staffing::SearchSpace search_space(const Scenario& scenario);

/// The least staffing at which every promise of the scenario holds, by simulation from a start: independent parts are
/// found and planned apart. Then the whole is simulated with the scenario's precision, for the figures; should a
/// promise that was only just kept be missed there, people are added. A promise that cannot be kept is a result.
PlanResult plan_by_simulation(const Scenario& scenario, const StaffingPlan& start, const RunControl& control = {});

}  // namespace freiton::study
