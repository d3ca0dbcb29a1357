// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/scenario_check.hpp"

namespace freiton {

namespace {

// Sites from which this work comes.
std::set<std::string> origins(const Work& work) {
    std::set<std::string> sites;
    if (work.arrivals.per_interval)
        for (const auto& [site, value] : work.arrivals.per_interval->sites) sites.insert(site);
    if (work.arrivals.per_day)
        for (const auto& [site, value] : work.arrivals.per_day->sites) sites.insert(site);
    if (work.arrivals.file)
        for (const VolumeRow& row : work.arrivals.file->rows)
            if (!row.site.empty()) sites.insert(row.site);
    return sites;
}

// Whether all teams (or those that handle this work) sit at a site.
bool all_sited(const ScenarioParts& parts, const std::string& work = "") {
    return !parts.sites.empty() && std::all_of(parts.teams.begin(), parts.teams.end(), [&](const Team& team) {
        return team.site || (!work.empty() && !preference_of(team, work));
    });
}

}  // namespace

void check_routing_of_work(const ScenarioParts& parts, const Work& work, const std::string& key, Problems& problems) {
    if (work.reach == Reach::site && !all_sited(parts, work.name))
        problems.push_back(Problem{Rule::site_needed}.on(key + ".reach").got("site"));
    if (work.reach == Reach::owner && !work.owners)
        problems.push_back(Problem{Rule::owners_needed}.on(key + ".reach").got("owner"));
    if (work.prefer == Prefer::site && parts.sites.empty())
        problems.push_back(Problem{Rule::site_needed}.on(key + ".prefer").got("site"));
    const bool others_help = work.reach.value_or(parts.routing.reach) == Reach::all && !parts.sites.empty();
    if (work.after && work.after->count() > 0.0 && !others_help)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".after").with({"reach: all, and sites"}));
}

void check_work_of_sites(const ScenarioParts& parts, const ScenarioNames& names, Problems& problems) {
    const bool own_site_only =
        parts.routing.reach == Reach::site ||
        std::any_of(parts.organisations.begin(), parts.organisations.end(),
                    [](const Organisation& one) { return one.changes.empty() && one.routing.reach == Reach::site; });
    for (const Work& work : parts.work) {
        if (work.reach ? *work.reach != Reach::site : !own_site_only) continue;
        if (!all_sited(parts, work.reach ? work.name : std::string{})) continue;
        for (const std::string& site : origins(work))
            if (names.sites.contains(site) && !names.handled_at.contains({work.name, site}))
                problems.push_back(Problem{Rule::no_team_at_site}.on("work." + work.name).with({site}));
    }
}

void check_routing(const ScenarioParts& parts, const ScenarioNames& names, const Routing& routing,
                   const std::string& key, Problems& problems) {
    if (routing.reach == Reach::site && !all_sited(parts))
        problems.push_back(Problem{Rule::site_needed}.on(key + ".reach").got("site"));
    if (routing.prefer == Prefer::site && parts.sites.empty())
        problems.push_back(Problem{Rule::site_needed}.on(key + ".prefer").got("site"));
    if (routing.after.count() > 0.0 && (routing.reach != Reach::all || parts.sites.empty()))
        problems.push_back(Problem{Rule::goes_with}.on(key + ".after").with({"reach: all, and sites"}));
    int most_owners = 0;
    for (const Work& work : parts.work) most_owners = std::max(most_owners, work.owners.value_or(0));
    if (routing.reach == Reach::owner && most_owners == 0)
        problems.push_back(Problem{Rule::owners_needed}.on(key + ".reach").got("owner"));
    for (const Team& team : parts.teams)
        if (!team.reserved.empty() && std::any_of(parts.work.begin(), parts.work.end(), [&](const Work& work) {
                return work.owners && work.reach.value_or(routing.reach) == Reach::owner &&
                       preference_of(team, work.name);
            }))
            problems.push_back(Problem{Rule::reserved_beside_owners}.on("teams." + team.name + ".reserved"));
    const bool some_owner =
        routing.reach == Reach::owner ||
        std::any_of(parts.work.begin(), parts.work.end(), [](const Work& work) { return work.reach == Reach::owner; });
    if (routing.backup > 0 && !some_owner)
        problems.push_back(Problem{Rule::goes_with}.on(key + ".backup").with({"reach: owner"}));
    else if (routing.backup > 0 && routing.backup >= most_owners && most_owners > 0)
        problems.push_back(Problem{Rule::backup_too_large}.on(key + ".backup").with({std::to_string(most_owners)}));
    for (const std::string& name : routing.interrupt) {
        check_known(name, names.work, "work", key + ".interrupt", problems);
        if (names.never_put_aside.contains(name) && !are_enough(problems))
            problems.push_back(Problem{Rule::interrupt_only_backlog}.on(key + ".interrupt").got(name));
    }
}

}  // namespace freiton
