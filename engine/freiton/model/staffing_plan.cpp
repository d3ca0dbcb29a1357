// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staffing_plan.hpp"

#include <algorithm>

namespace freiton {

namespace {

// Where clocks go back a wall time is there twice: its second row means the second.
std::vector<std::optional<int>> from_table(const std::vector<StaffRow>& rows, const Calendar& calendar) {
    std::vector<std::optional<int>> agents(calendar.intervals().size());
    for (const StaffRow& row : rows) {
        std::optional<IntervalIndex> interval = calendar.interval_at(row.date, row.start);
        if (interval && agents[*interval]) interval = calendar.interval_again(*interval);
        if (interval) agents[*interval] = row.agents;
    }
    return agents;
}

}  // namespace

std::optional<std::vector<int>> given_staff(const Team& team, const Calendar& calendar) {
    if (!team.staff) return std::nullopt;
    std::vector<int> agents;
    if (team.staff->path) {
        for (const std::optional<int> row : from_table(team.staff->rows, calendar)) agents.push_back(row.value_or(0));
        return agents;
    }
    for (const Interval& interval : calendar.intervals()) {
        const std::size_t last = team.staff->agents.size() - 1;
        const auto index =
            team.staff->same_for_all ? 0 : std::min(static_cast<std::size_t>(interval.index_in_day), last);
        agents.push_back(team.staff->agents[index]);
    }
    return agents;
}

std::size_t intervals_without_row(const Team& team, const Calendar& calendar) {
    if (!team.staff || !team.staff->path) return 0;
    const auto rows = from_table(team.staff->rows, calendar);
    return static_cast<std::size_t>(std::count(rows.begin(), rows.end(), std::nullopt));
}

}  // namespace freiton
