// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/idle_words.hpp"

#include <algorithm>

#include "freiton/model/eligibility.hpp"

namespace freiton {

namespace {

// In the scenario as it is or in one of its organisations.
template <class Holds>
bool anywhere(const ScenarioParts& parts, const Holds& holds) {
    return holds(parts, parts.routing) ||
           std::any_of(parts.organisations.begin(), parts.organisations.end(),
                       [&](const Organisation& one) { return holds(one.parts ? *one.parts : parts, one.routing); });
}

bool keeps_owners(const ScenarioParts& parts, const Routing& routing, const std::string& name) {
    return std::any_of(parts.work.begin(), parts.work.end(), [&](const Work& work) {
        return work.name == name && work.owners && work.reach.value_or(routing.reach) == Reach::owner;
    });
}

bool has_part(const ScenarioParts& parts, const std::string& site) {
    const auto is_there = [&](const Team& team) { return team.site == site; };
    return std::any_of(parts.teams.begin(), parts.teams.end(), is_there) ||
           std::any_of(parts.work.begin(), parts.work.end(), [&](const Work& work) { return comes_from(work, site); });
}

}  // namespace

std::vector<Warning> warnings_about_idle_words(const Scenario& scenario) {
    const ScenarioParts& parts = scenario.parts();
    std::vector<Warning> warnings;
    for (const Work& work : parts.work)
        if (work.owners && !anywhere(parts, [&](const ScenarioParts& those, const Routing& routing) {
                return keeps_owners(those, routing, work.name);
            }))
            warnings.push_back({WarningCode::owners_without_reach, {work.name}});
    for (const std::string& site : parts.sites)
        if (!anywhere(parts, [&](const ScenarioParts& those, const Routing&) { return has_part(those, site); }))
            warnings.push_back({WarningCode::site_without_part, {site}});
    return warnings;
}

}  // namespace freiton
