// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/call_queue.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// Demand of one kind of work in one interval, as the formulas see it.
CallDemand call_demand(const Scenario& scenario, std::size_t work, std::size_t interval);

/// For each interval on its own the fewest people that meet the target in steady state; where even the team's `max` do
/// not, that many. One team with one kind of calls, for the time being: throws InputError otherwise.
StaffingPlan least_plan(const Scenario& scenario);

/// How the staffing performs if each interval is in steady state.
Performance performance(const Scenario& scenario, const StaffingPlan& plan);

}  // namespace freiton::analytic
