// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/alike.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "freiton/core/dates.hpp"

namespace freiton {

namespace {

// The limits of each team in an interval; staff that is given has none, whatever it is.
std::vector<std::pair<int, int>> limits_at(const std::vector<StaffBounds>& bounds, std::size_t interval) {
    std::vector<std::pair<int, int>> limits;
    for (const StaffBounds& team : bounds) {
        const bool is_free = team.least[interval] < team.most[interval];
        limits.push_back(is_free ? std::pair{team.least[interval], team.most[interval]} : std::pair{-1, -1});
    }
    return limits;
}

}  // namespace

std::vector<std::vector<std::size_t>> alike_intervals(const Scenario& scenario) {
    std::vector<StaffBounds> bounds;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) bounds.push_back(staff_bounds(scenario, t));
    std::vector<std::vector<std::size_t>> groups;
    for (const auto& group : alike_intervals(scenario.calendar(), scenario.parts().plan.alike)) {
        std::map<std::vector<std::pair<int, int>>, std::vector<std::size_t>> by_limits;
        for (const std::size_t i : group) by_limits[limits_at(bounds, i)].push_back(i);
        for (auto& [limits, same] : by_limits)
            if (same.size() > 1) groups.push_back(std::move(same));
    }
    return groups;
}

std::vector<std::vector<std::size_t>> alike_intervals(const Calendar& calendar,
                                                      const std::vector<std::size_t>& weekdays) {
    std::map<Minutes, std::vector<std::size_t>> by_time;
    const auto& intervals = calendar.intervals();
    for (std::size_t i = 0; i < intervals.size() && !weekdays.empty(); ++i)
        if (std::find(weekdays.begin(), weekdays.end(), weekday_index(calendar.date(intervals[i].day))) !=
            weekdays.end())
            by_time[intervals[i].start].push_back(i);
    std::vector<std::vector<std::size_t>> groups;
    for (auto& [time, group] : by_time)
        if (group.size() > 1) groups.push_back(std::move(group));
    return groups;
}

StaffingPlan made_alike(const Scenario& scenario, StaffingPlan plan) {
    const auto groups = alike_intervals(scenario);
    for (TeamIndex t{0}; t < plan.agents.size(); ++t) {
        const StaffBounds bounds = staff_bounds(scenario, t);
        std::vector<int>& agents = plan.agents[t];
        for (const auto& group : groups) {
            int most = 0;
            for (const std::size_t i : group)
                if (bounds.least[i] < bounds.most[i]) most = std::max(most, agents[i]);
            for (const std::size_t i : group)
                if (bounds.least[i] < bounds.most[i]) agents[i] = std::clamp(most, bounds.least[i], bounds.most[i]);
        }
    }
    return plan;
}

}  // namespace freiton
