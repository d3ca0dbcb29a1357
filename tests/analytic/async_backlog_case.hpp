// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <numeric>

#include "freiton/analytic/open_slots.hpp"
#include "reference.hpp"

namespace freiton::test {

/// A case of the family async_backlog, its post built by the engine from what the case says of calendar and promise.
struct AsyncBacklogCase {
    std::string id;
    analytic::OpenSlots slots;
    std::vector<analytic::Cohort> cohorts;
    std::vector<double> one_agent_h;
    double share;
};

inline Deadline deadline_of(const Json& sla) {
    if (sla["type"] == "opening_hours")
        return {.time = Hours{sla["value"].get<double>()}, .clock = Clock::opening_hours};
    return {.working_days = sla["value"].get<int>(), .clock = Clock::working_days};
}

// Items of a calendar day are a list by slot, or one number that comes at opening; those of closed days wait.
inline std::vector<double> arrivals_of(const Json& c, std::size_t calendar_day, std::size_t slots, std::size_t first) {
    std::vector<double> arrivals(slots, 0.0);
    const Json& items = c["items"][calendar_day];
    for (std::size_t i = 0; items.is_array() && i < items.size(); ++i) arrivals[first + i] = items[i];
    if (items.is_number()) arrivals[first] = items;
    return arrivals;
}

inline AsyncBacklogCase async_backlog_case(const Json& c) {
    AsyncBacklogCase result{
        .id = c["id"], .slots = {}, .cohorts = {}, .one_agent_h = {}, .share = c["sla"]["fraction"]};
    const Hours slot{c["slot_h"].get<double>()};
    result.slots.length = slot;
    const std::size_t n = c["n_slots"];
    for (std::size_t i = 0; i < n; ++i) {
        result.slots.day.push_back(c["day_of_slot"][i]);
        result.slots.start.push_back(static_cast<double>(i) * slot);
    }
    const Json available = c["availability"].is_null() ? Json(std::vector<double>(n, 1.0)) : c["availability"];
    for (std::size_t i = 0; i < n; ++i) result.one_agent_h.push_back(available[i].get<double>() * slot.count());
    const double item_h = c["aht_min"].get<double>() / 60.0;
    std::size_t first = 0;
    const std::size_t days = c["slots_per_calendar_day"].size();
    for (std::size_t day = 0; day < days; ++day) {
        const std::vector<double> arrivals = arrivals_of(c, day, n, first);
        for (analytic::Cohort cohort :
             analytic::cohorts_of(result.slots, deadline_of(c["sla"]), arrivals, Hours{item_h})) {
            cohort.group = static_cast<int>(day);
            result.cohorts.push_back(cohort);
        }
        first += c["slots_per_calendar_day"][day].get<std::size_t>();
    }
    int group = static_cast<int>(days);
    if (const Json& more = c["initial_backlog"]; !more.is_null())
        result.cohorts.push_back({0, more["due_slot"], more["items"].get<double>() * item_h, group++});
    if (c["extra_cohorts"].is_array())
        for (const auto& more : c["extra_cohorts"])
            result.cohorts.push_back({more["release_slot"], more["due_slot"],
                                      more["items"].get<double>() * more["aht_min"].get<double>() / 60.0, group});
    return result;
}

}  // namespace freiton::test
