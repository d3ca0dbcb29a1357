// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/plan_calls.hpp"
#include "freiton/analytic/pool_work.hpp"

namespace freiton::analytic {

/// Adds people to those whom the calls need, until the post is in time as promised: where a deadline's work exceeds
/// what is left, one person at a time to the interval with the fewest people in its window. A buffer of z standard
/// deviations on all deadlines alike is the least with which late_hours keeps every promise; in the end a person is
/// taken away wherever calls and post can do without. What is promised must be done by the end of the horizon: the
/// hours of a plan are at least those of the work that it promises.
///
/// Cost: about ten times late_hours, and one for each person that is tried to be taken away.
std::vector<int> least_for_post(const Scenario& scenario, const Pool& pool, PoolCalls& calls, PostTime& time,
                                const StaffBounds& bounds, const CallStaff& for_calls);

}  // namespace freiton::analytic
