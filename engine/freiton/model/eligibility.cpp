// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/eligibility.hpp"

#include <algorithm>

namespace freiton {

std::optional<std::size_t> preference_of(const Team& team, const std::string& work) {
    const auto found = std::find(team.handles.begin(), team.handles.end(), work);
    if (found == team.handles.end()) return std::nullopt;
    return static_cast<std::size_t>(found - team.handles.begin());
}

std::optional<TeamIndex> first_team(const Scenario& scenario, const Work& work, const std::string& site) {
    std::optional<TeamIndex> first;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        const Team& team = scenario.teams()[t];
        if (!preference_of(team, work.name)) continue;
        if (site.empty() || team.site == site) return t;
        if (!first) first = t;
    }
    return first;
}

bool may_take(const Scenario& scenario, TeamIndex t, const Work& work, const std::string& site) {
    const Team& team = scenario.teams()[t];
    if (!preference_of(team, work.name)) return false;
    const Reach reach = scenario.routing().reach;
    if (reach == Reach::site) return site.empty() || team.site == site;
    if (reach == Reach::team || (reach == Reach::owner && work.owners)) return first_team(scenario, work, site) == t;
    return true;
}

std::vector<TeamIndex> takers(const Scenario& scenario, const Work& work, const std::string& site) {
    std::vector<TeamIndex> teams;
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t)
        if (may_take(scenario, t, work, site)) teams.push_back(t);
    return teams;
}

bool may_be_interrupted(const Scenario& scenario, const Work& work) {
    const auto& names = scenario.routing().interrupt;
    return std::find(names.begin(), names.end(), work.name) != names.end();
}

}  // namespace freiton
