// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staffing_plan.hpp"

#include <algorithm>

namespace freiton {

namespace {

// Where clocks go back a wall time is there twice: its second row means the second.
std::vector<int> from_table(const std::vector<StaffRow>& rows, const Calendar& calendar) {
    std::vector<int> agents(calendar.intervals().size(), 0);
    std::vector<bool> told(agents.size(), false);
    for (const StaffRow& row : rows) {
        std::ptrdiff_t interval = calendar.interval_at(row.date, row.start);
        if (interval >= 0 && told[static_cast<std::size_t>(interval)])
            interval = calendar.interval_again(static_cast<std::size_t>(interval));
        if (interval < 0) continue;
        told[static_cast<std::size_t>(interval)] = true;
        agents[static_cast<std::size_t>(interval)] = row.agents;
    }
    return agents;
}

}  // namespace

std::optional<std::vector<int>> given_staff(const Team& team, const Calendar& calendar) {
    if (!team.staff) return std::nullopt;
    if (team.staff->path) return from_table(team.staff->rows, calendar);
    std::vector<int> agents;
    for (const Interval& interval : calendar.intervals()) {
        const std::size_t last = team.staff->agents.size() - 1;
        const auto index =
            team.staff->same_for_all ? 0 : std::min(static_cast<std::size_t>(interval.index_in_day), last);
        agents.push_back(team.staff->agents[index]);
    }
    return agents;
}

}  // namespace freiton
