// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation {

/// Makes a scenario with its staffing (people by team and interval, before absence) ready to be simulated: the time
/// line with its warm-up before and its repetitions of the last open day after the horizon, streams of arrivals, who
/// may take what in which order, and the promises as numbers. There is room for so many people `more` in every team
/// than the plan has at its busiest.
kernel::World compile_world(const Scenario& scenario, const StaffingPlan& plan, int more = 0);

}  // namespace freiton::simulation
