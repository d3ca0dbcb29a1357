// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pool_work.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

/// What a pool promised to callers, kind by kind; without mean waits that no number of people keeps.
struct CallPromise {
    std::size_t kind = 0;
    Promise promise{};
};
std::vector<CallPromise> call_promises(const Scenario& scenario, const Pool& pool);

/// By how much sums miss a promise, in calls (for mean waits: in calls that wait as long as promised); at most 0 if
/// kept.
double shortfall(const Promise& promise, const CallSums& sums);
bool keeps(const Promise& promise, const CallSums& sums);

/// Intervals over which a promise is judged together.
struct Group {
    std::size_t first = 0;
    std::size_t end = 0;
};
std::vector<Group> groups_of(const Calendar& calendar, Scope over);

/// The least people for the calls of a pool. Promises over intervals: the least number for each on its own. Over days
/// or the horizon: from there on, one person at a time where he brings most of what is missing; then one at a time is
/// taken away again wherever none is missed. Where even `most` are not enough, that many.
///
/// Cost: one PoolCalls::sums for each interval and number of people that is tried; neighbours are remembered.
struct CallStaff {
    std::vector<int> agents;
    std::vector<int> floor;  // what each interval on its own asks for; promises over days come on top
};
CallStaff least_for_calls(const Scenario& scenario, const Pool& pool, PoolCalls& calls, const StaffBounds& bounds);

/// Whether the promises over days and horizon are kept by the group of intervals.
bool keeps_over(const Group& group, const std::vector<const CallPromise*>& promises, PoolCalls& calls,
                const std::vector<int>& agents);

}  // namespace freiton::analytic
