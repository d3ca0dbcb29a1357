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

/// How the scenario is planned: as it says. Where it leaves the choice: transient if that is exact or nearly so (one
/// team, one kind of calls, exponential patience, handling times with a cv from 0.71 to 1.25) and quick; else by
/// simulation if it has what the formulas only approximate or cannot answer (post, several teams or kinds of work,
/// absence, redials, owners, an assurance, promises of calls over days or the horizon); else by formula.
Method method_for(const Scenario& scenario);

/// The staffing that meets every target by the formulas, and how it performs by them. Throws Stopped.
PlanResult plan_by_formula(const Scenario& scenario, const PlanOptions& options = {});

/// Finds the staffing that meets every target, by the method that the scenario asks for, and says how it performs.
/// Where it leaves the choice and formulas cannot vouch for their plan (TargetResult::may_be_off), that is simulated.
/// Stopped among formulas it throws Stopped; later it gives the best that was found.
PlanResult plan(const Scenario& scenario, const PlanOptions& options = {});

/// What the best known plan takes in which each day has numbers of its own: numbers that are alike may be anybody's
/// own, so that `alike`, if it keeps its promises, stands in where the search came to dearer ones.
PlanResult::OwnNumbers best_own_numbers(const PlanResult& own, const PlanResult& alike);

}  // namespace freiton::study
