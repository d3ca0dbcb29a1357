// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/one_pool.hpp"

#include <algorithm>

#include "freiton/analytic/locate.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::analytic {

namespace {

// What is left of a team without its name, its site and what is planned of it.
Team in_what_it_does(Team team) {
    Team as;
    as.handles = std::move(team.handles);
    as.handling_time = std::move(team.handling_time);
    as.absence = team.absence;
    as.after = std::move(team.after);
    as.reserved = std::move(team.reserved);
    as.switching = team.switching;
    as.while_chatting = team.while_chatting;
    as.max_occupancy = std::move(team.max_occupancy);
    as.away = team.away;
    return as;
}

bool takes_all_at_once(const Scenario& scenario, TeamIndex team) {
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        if (!preference_of(scenario.teams()[team], work.name)) continue;
        if (is_owned(scenario, work)) return false;
        for (const std::string& site : sites)
            if (scenario.comes_from(w, site) &&
                (!may_take(scenario, team, work, site) ||
                 help_after(scenario, scenario.teams()[team], work, site).count() > 0.0))
                return false;
    }
    return scenario.teams()[team].away.handling_time == 1.0;
}

bool one_price_at_each_site(const Scenario& scenario, const std::vector<std::size_t>& teams) {
    for (const std::size_t a : teams)
        for (const std::size_t b : teams)
            if (scenario.teams()[a].site == scenario.teams()[b].site &&
                cost_on_duty(scenario, a) != cost_on_duty(scenario, b))
                return false;
    return true;
}

bool cheapest_takes_all(const Scenario& scenario, const std::vector<std::size_t>& teams) {
    const std::size_t cheapest = *std::min_element(teams.begin(), teams.end(), [&](std::size_t a, std::size_t b) {
        return cost_on_duty(scenario, a) < cost_on_duty(scenario, b);
    });
    const StaffBounds own = staff_bounds(scenario, TeamIndex{cheapest});
    for (const std::size_t t : teams) {
        const StaffBounds other = staff_bounds(scenario, TeamIndex{t});
        for (std::size_t i = 0; i < own.most.size(); ++i)
            if (other.least[i] < other.most[i] && own.most[i] < most_people) return false;
    }
    return true;
}

// With the streams that they share, by which they are placed.
Pool pool_of(const Scenario& scenario, const Pools& pools, std::vector<std::size_t> teams) {
    Pool pool;
    const Team& first = scenario.teams()[teams.front()];
    const auto handled = [&](const Stream& stream) {
        return preference_of(first, scenario.work()[stream.work].name).has_value();
    };
    for (const Pool& other : pools.pools) {
        std::copy_if(other.calls.begin(), other.calls.end(), std::back_inserter(pool.calls), handled);
        std::copy_if(other.post.begin(), other.post.end(), std::back_inserter(pool.post), handled);
    }
    pool.teams = std::move(teams);
    return pool;
}

}  // namespace

std::vector<Pool> teams_as_one(const Scenario& scenario) {
    std::vector<std::vector<std::size_t>> groups;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        if (scenario.teams()[t].handles.empty() || !takes_all_at_once(scenario, t)) continue;
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return in_what_it_does(scenario.teams()[group.front()]) == in_what_it_does(scenario.teams()[t]);
        });
        if (found == groups.end())
            groups.push_back({t});
        else
            found->push_back(t);
    }
    const bool by_load = scenario.parts().plan.locate == Locate::load;
    std::vector<Pool> found;
    std::optional<Pools> pools;
    for (std::vector<std::size_t>& teams : groups) {
        if (teams.size() < 2 || !one_price_at_each_site(scenario, teams)) continue;
        if (!by_load && !cheapest_takes_all(scenario, teams)) continue;
        if (!pools) pools = pools_of(scenario);
        found.push_back(pool_of(scenario, *pools, std::move(teams)));
    }
    return found;
}

}  // namespace freiton::analytic
