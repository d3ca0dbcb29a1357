// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// A staffing and what asked for it, by team and interval.
struct FormulaPlan {
    StaffingPlan staffing;
    std::vector<std::vector<Driver>> drivers;
};

/// The least people, team by team and interval by interval, with whom every call is answered as promised and the time
/// that calls leave finishes the post in time; where even the teams' `max` do not, that many.
///
/// Pool by pool (pools_of): first the calls, each interval in steady state, promises over days by marginal allocation;
/// then the post, earliest due date first within its urgency, with a buffer for chance. Given staff stays as it is. The
/// people of a pool are split over its teams by offered load, or go where they cost least (`locate`).
///
/// Pools are independent and may take a thread each; the result is the same. Throws Stopped.
FormulaPlan least_plan(const Scenario& scenario, const RunControl& control = {});

/// While a team is closed nobody asks for its people: there are none, and they are not given either.
void forget_closed(const Scenario& scenario, TeamIndex team, std::vector<Driver>& drivers);

/// How the staffing performs if each interval is in steady state and the post flows. Throws Stopped.
Performance performance(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control = {});

}  // namespace freiton::analytic
