// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/call_demand.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// Demand of one kind of work in each interval, as the formulas see it.
std::vector<CallDemand> call_demands(const Scenario& scenario, std::size_t work);

/// What was promised to the callers, and to the people: the occupancy limit of their team.
CallTarget call_target(const Scenario& scenario, std::size_t work);

/// For each interval on its own the fewest people that keep every promise in steady state; where even the team's `max`
/// do not, that many. One team with one kind of calls, for the time being: throws InputError otherwise.
StaffingPlan least_plan(const Scenario& scenario);

/// How the staffing performs if each interval is in steady state.
Performance performance(const Scenario& scenario, const StaffingPlan& plan);

}  // namespace freiton::analytic
