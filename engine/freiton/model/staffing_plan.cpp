// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staffing_plan.hpp"

#include <algorithm>

#include "freiton/model/opening.hpp"

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

std::optional<std::vector<int>> given_staff(const Scenario& scenario, TeamIndex index) {
    const Team& team = scenario.teams()[index];
    const Calendar& calendar = scenario.calendar();
    if (!team.staff) return std::nullopt;
    std::vector<int> agents;
    if (team.staff->path) {
        for (const std::optional<int> row : from_table(team.staff->rows, calendar)) agents.push_back(row.value_or(0));
        return agents;
    }
    const OpenMask open = staffed_when(scenario.parts(), calendar, team);
    for (const Interval& interval : calendar.intervals()) {
        const std::size_t last = team.staff->agents.size() - 1;
        const auto index_in_list =
            team.staff->same_for_all ? 0 : std::min(static_cast<std::size_t>(interval.index_in_day), last);
        agents.push_back(is_open_in(open, agents.size()) ? team.staff->agents[index_in_list] : 0);
    }
    return agents;
}

StaffBounds staff_bounds(const Scenario& scenario, TeamIndex index) {
    if (auto given = given_staff(scenario, index)) return {*given, *given};
    const Team& team = scenario.teams()[index];
    const OpenMask open = staffed_when(scenario.parts(), scenario.calendar(), team);
    StaffBounds bounds;
    for (IntervalIndex i{0}; i < scenario.intervals(); ++i) {
        const bool there = is_open_in(open, i);
        bounds.least.push_back(there ? team.least.at(scenario.calendar(), i).value_or(0) : 0);
        bounds.most.push_back(there ? team.most.at(scenario.calendar(), i).value_or(most_people) : 0);
    }
    return bounds;
}

bool is_all_staff_given(const Scenario& scenario) {
    return std::all_of(scenario.teams().begin(), scenario.teams().end(),
                       [](const Team& team) { return team.staff.has_value(); });
}

std::size_t intervals_without_row(const Team& team, const Calendar& calendar) {
    if (!team.staff || !team.staff->path) return 0;
    const auto rows = from_table(team.staff->rows, calendar);
    return static_cast<std::size_t>(std::count(rows.begin(), rows.end(), std::nullopt));
}

}  // namespace freiton
