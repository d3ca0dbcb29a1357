// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario_names.hpp"

namespace freiton {

void NameSet::add(const std::string& name) {
    in_order_.push_back(name);
    set_.insert(name);
}

ScenarioNames::ScenarioNames(const ScenarioParts& parts) {
    for (const std::string& site : parts.sites) sites.add(site);
    for (const Work& one : parts.work) {
        work.add(one.name);
        if (one.kind != WorkKind::backlog) never_put_aside.insert(one.name);
    }
    for (const Team& team : parts.teams) {
        handles_unclear = handles_unclear || team.handles.empty();
        for (const std::string& name : team.handles) {
            handled.insert(name);
            if (team.site) handled_at.emplace(name, *team.site);
        }
    }
}

}  // namespace freiton
