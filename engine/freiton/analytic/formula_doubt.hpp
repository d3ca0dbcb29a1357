// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pools.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// People of a pool by interval, and how many of them calls keep busy.
struct PoolPeople {
    std::vector<int> agents;
    std::vector<double> busy_with_calls;
};

/// Marks the targets that the formulas keep but cannot vouch for (TargetResult::may_be_off), and warns of each reason.
///
/// Source: freiton_agreement_campaign, random offices of which the formulas' plan was simulated (bench/README.md).
/// Plans with one of these properties were denied far more often than all others, of which less than 5 % missed a
/// target by more than 3 points. How far off a plan may be is the 95 % quantile of the offices with that property.
///
/// Post of weeks that repeat is begun anew each time: what may be off is the chance that what a bad week leaves over
/// (steady_pile) is more than is done within the promise.
void add_doubts(const Scenario& scenario, const StaffingPlan& plan, const std::vector<Pool>& pools,
                const std::vector<PoolPeople>& people, Performance& performance);

}  // namespace freiton::analytic
