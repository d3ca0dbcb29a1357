// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/trace_csv.hpp"
#include "freiton/simulation/detail.hpp"

namespace freiton::study {

/// The staffing that a scenario gives all its teams. Throws InputError naming each team that has none.
StaffingPlan given_staffing(const Scenario& scenario);

/// How the given staffing performs, by simulation. Targets that are missed are a result.
PlanResult simulate(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control = {},
                    simulation::Detail detail = simulation::Detail::single_days);

/// Every contact that came in one simulated horizon, in the order in which they ended. Throws Stopped.
std::vector<report::TracedContact> trace(const Scenario& scenario, const StaffingPlan& plan,
                                         const RunControl& control = {});

/// The largest common scale of all arrivals at which every target still holds with this staffing, within `tolerance`
/// of it, on the same random numbers; and the figures there. The scale is 0 if not even no demand keeps the promises,
/// and at most `most_scale`. Arrivals that are unlimited stay so. A search that is stopped gives the largest scale that
/// it has seen to hold so far.
struct Headroom {
    double scale = 0.0;
    bool at_least = false;     // even the largest scale that was tried keeps every promise
    bool interrupted = false;  // stopped by its user
    PlanResult result;
};
Headroom headroom(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control = {},
                  double tolerance = 0.005);

/// The headroom beside a simulation that is there already. None where that was stopped or nothing is promised; what a
/// reader must know of it is added to the result's warnings.
std::optional<Headroom> headroom_beside(PlanResult& result, const Scenario& scenario, const RunControl& control);

}  // namespace freiton::study
