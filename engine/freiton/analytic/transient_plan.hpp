// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/analytic/formula_plan.hpp"

namespace freiton::analytic {

/// The least people with whom every promise holds on the day as it evolves (TransientDay), for scenarios without
/// transient_obstacles. Where even `max` people do not keep one, that many.
///
/// From the plan by steady state: forward through the day each interval gets the least people that keep its promises
/// and those of callers who come before and see it; promises over days and the horizon get one person at a time where
/// he brings most of what is missing. Then one at a time is taken away wherever nothing is missed, until nobody can be
/// spared; two are tried for one more beside them; and among equals people go where the load is.
///
/// Cost: 24 half hours with 25 people at the peak 0.1 s, with 252 4 s (bench/README.md): what a person changes is
/// followed only until the office has forgotten it.
FormulaPlan transient_plan(const Scenario& scenario, const RunControl& control = {});

/// How the staffing performs on the day as it evolves. Quantiles of waits are left out.
Performance transient_performance(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control = {});

}  // namespace freiton::analytic
