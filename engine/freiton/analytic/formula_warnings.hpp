// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pools.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// Whether callers who never hang up wait without end in the mean, however many people there are: volumes differ from
/// day to day, and some day, however rare, brings more than they can do. No formula keeps a promise on such a mean.
bool mean_wait_is_infinite(const Work& work);

/// Every approximation that plans and figures by formula make for this scenario, by code.
std::vector<Warning> formula_warnings(const Scenario& scenario, const Pools& pools, const StaffingPlan& plan);

}  // namespace freiton::analytic
