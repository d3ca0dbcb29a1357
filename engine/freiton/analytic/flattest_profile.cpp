// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/flattest_profile.hpp"

#include <algorithm>

#include "freiton/analytic/critical_interval.hpp"

namespace freiton::analytic {

namespace {

// Windows shrink to the slots that have no number yet; such slots are left to every cohort whose window was not inside.
void leave_slots(std::vector<Cohort>& cohorts, const std::vector<bool>& settled) {
    std::vector<std::size_t> next(settled.size());
    std::vector<std::size_t> last(settled.size());
    for (std::size_t i = settled.size(); i-- > 0;)
        next[i] = settled[i] ? (i + 1 < settled.size() ? next[i + 1] : i) : i;
    for (std::size_t i = 0; i < settled.size(); ++i) last[i] = settled[i] ? (i > 0 ? last[i - 1] : i) : i;
    for (Cohort& cohort : cohorts) {
        cohort.release = next[cohort.release];
        cohort.due = last[cohort.due];
    }
}

}  // namespace

std::vector<double> flattest_profile(std::vector<Cohort> cohorts, std::vector<double> one_agent_h) {
    std::vector<double> agents(one_agent_h.size(), 0.0);
    std::vector<bool> settled(one_agent_h.size(), false);
    while (const auto critical = critical_interval(cohorts, one_agent_h)) {
        for (std::size_t slot = critical->release; slot <= critical->due; ++slot) {
            if (settled[slot]) continue;
            if (one_agent_h[slot] > 0.0 || critical->one_agent_h == 0.0) agents[slot] = critical->agents;
            one_agent_h[slot] = 0.0;
            settled[slot] = true;
        }
        const auto inside = [&](const Cohort& cohort) {
            return critical->release <= cohort.release && cohort.due <= critical->due;
        };
        cohorts.erase(std::remove_if(cohorts.begin(), cohorts.end(), inside), cohorts.end());
        leave_slots(cohorts, settled);
    }
    return agents;
}

}  // namespace freiton::analytic
