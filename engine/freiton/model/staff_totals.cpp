// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staff_totals.hpp"

namespace freiton {

StaffTotals staff_totals(const Performance& performance) {
    StaffTotals totals;
    for (const TeamPerformance& team : performance.teams) {
        totals.agent_hours += team.agent_hours;
        totals.paid_hours += team.paid_hours;
        totals.paid_fte += team.paid_fte;
        totals.peak_agents += team.peak_agents;
        totals.cost = totals.cost && team.cost ? std::optional{*totals.cost + *team.cost} : std::nullopt;
    }
    return totals;
}

}  // namespace freiton
