// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// The random numbers are those of the scenario's seed.
struct PlanOptions {
    bool explain = false;  // say why a plan by simulation is what it is; costs about as much again as its last figures
    RunControl control{};  // the result does not depend on its threads
};

/// Whether the scenario is planned by simulation: if it says so, or if it leaves the choice and has what the formulas
/// only approximate or cannot answer: post, several teams or kinds of work, absence, redials, owners, an assurance,
/// promises of calls over days or the horizon.
bool plans_by_simulation(const Scenario& scenario);

/// The staffing that meets every target by the formulas, and how it performs by them. Throws Stopped.
PlanResult plan_by_formula(const Scenario& scenario, const PlanOptions& options = {});

/// Finds the staffing that meets every target, by the method that the scenario asks for, and says how it performs.
/// Stopped among formulas it throws Stopped; later it gives the best that was found.
PlanResult plan(const Scenario& scenario, const PlanOptions& options = {});

}  // namespace freiton::study
