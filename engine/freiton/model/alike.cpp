// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/alike.hpp"

#include <algorithm>
#include <cmath>
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

using Groups = std::vector<std::vector<std::size_t>>;

// Of each group those with the same limits in every team, if they are at least two.
Groups of_same_limits(const Scenario& scenario, const Groups& all) {
    std::vector<StaffBounds> bounds;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) bounds.push_back(staff_bounds(scenario, t));
    Groups groups;
    for (const auto& group : all) {
        std::map<std::vector<std::pair<int, int>>, std::vector<std::size_t>> by_limits;
        for (const std::size_t i : group) by_limits[limits_at(bounds, i)].push_back(i);
        for (auto& [limits, same] : by_limits)
            if (same.size() > 1) groups.push_back(std::move(same));
    }
    return groups;
}

// When a day is open, and how many contacts of each kind it has.
struct DayOfDemand {
    std::vector<Minutes> starts{};
    std::vector<double> contacts{};

    bool is_like(const DayOfDemand& other) const {
        constexpr double near = 0.1;  // of weekdays that nobody would tell apart
        return starts == other.starts &&
               std::equal(contacts.begin(), contacts.end(), other.contacts.begin(), [](double one, double another) {
                   return std::abs(one - another) <= near * std::max(one, another);
               });
    }
};

std::vector<DayOfDemand> demand_by_day(const Scenario& scenario) {
    const auto& intervals = scenario.calendar().intervals();
    std::vector<DayOfDemand> days(static_cast<std::size_t>(scenario.calendar().days()));
    for (DayOfDemand& day : days) day.contacts.resize(scenario.work().size(), 0.0);
    for (const Interval& interval : intervals)
        days[static_cast<std::size_t>(interval.day)].starts.push_back(interval.start);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const std::vector<double>& arrivals = scenario.arrivals(w);
        for (std::size_t i = 0; i < arrivals.size(); ++i)
            days[static_cast<std::size_t>(intervals[i].day)].contacts[w] += arrivals[i];
    }
    return days;
}

}  // namespace

Groups alike_intervals(const Scenario& scenario) {
    return of_same_limits(scenario, alike_intervals(scenario.calendar(), scenario.parts().plan.alike));
}

Groups similar_intervals(const Scenario& scenario) {
    const std::vector<DayOfDemand> days = demand_by_day(scenario);
    std::vector<int> first_like(days.size());
    for (std::size_t d = 0; d < days.size(); ++d) {
        first_like[d] = static_cast<int>(d);
        for (std::size_t before = 0; before < d; ++before)
            if (first_like[before] == static_cast<int>(before) && days[d].is_like(days[before])) {
                first_like[d] = static_cast<int>(before);
                break;
            }
    }
    std::map<std::pair<int, Minutes>, std::vector<std::size_t>> by_day_and_time;
    const auto& intervals = scenario.calendar().intervals();
    for (std::size_t i = 0; i < intervals.size(); ++i)
        by_day_and_time[{first_like[static_cast<std::size_t>(intervals[i].day)], intervals[i].start}].push_back(i);
    Groups groups;
    for (auto& [place, group] : by_day_and_time)
        if (group.size() > 1) groups.push_back(std::move(group));
    return of_same_limits(scenario, groups);
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
