// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/more_never_hurts.hpp"

#include "freiton/model/eligibility.hpp"

namespace freiton::study {

bool more_never_hurts(const Scenario& scenario) {
    if (scenario.teams().size() != 1 || scenario.work().size() != 1) return false;
    const Work& work = scenario.work().front();
    const bool all_wait = work.kind == WorkKind::call && !work.callback && !work.may_lose();
    const bool in_one_queue = !is_owned(scenario, work);
    const bool nobody_hands_back = scenario.routing().when_staff_drops == WhenStaffDrops::finish;
    return all_wait && in_one_queue && nobody_hands_back && scenario.teams().front().max_occupancy.empty() &&
           consequences_of(work).empty();
}

}  // namespace freiton::study
