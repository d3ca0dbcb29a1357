// SPDX-License-Identifier: Apache-2.0
#include "simulation/plain/plain_routing.hpp"

#include <algorithm>
#include <set>

namespace freiton::test {

int PlainRouting::position(int team, int work) const {
    const auto& handles = scenario_.teams()[static_cast<std::size_t>(team)].handles;
    const auto found = std::find(handles.begin(), handles.end(), scenario_.work()[static_cast<std::size_t>(work)].name);
    return found == handles.end() ? -1 : static_cast<int>(found - handles.begin());
}

int PlainRouting::site_of(int team) const {
    const auto& site = scenario_.teams()[static_cast<std::size_t>(team)].site;
    if (!site) return -1;
    const auto& sites = scenario_.sites();
    return static_cast<int>(std::find(sites.begin(), sites.end(), *site) - sites.begin());
}

bool PlainRouting::owned(int work) const {
    return reach(work) == Reach::owner && scenario_.work()[static_cast<std::size_t>(work)].owners;
}

bool PlainRouting::has_persons(int team) const {
    for (WorkIndex w{0}; w < scenario_.work().size(); ++w) {
        if (!owned(static_cast<int>(w))) continue;
        for (int site = -1; site < static_cast<int>(scenario_.sites().size()); ++site) {
            const std::string name = site < 0 ? "" : scenario_.sites()[static_cast<std::size_t>(site)];
            if (scenario_.comes_from(w, name) && first_team({static_cast<int>(w), site, 0}) == team) return true;
        }
    }
    return false;
}

int PlainRouting::first_team(const Origin& origin) const {
    int first = -1;
    for (int t = 0; t < static_cast<int>(scenario_.teams().size()); ++t) {
        if (position(t, origin.work) < 0) continue;
        if (origin.site < 0 || site_of(t) == origin.site) return t;
        if (first < 0) first = t;
    }
    return first;
}

bool PlainRouting::may_take(int team, int person, const Origin& origin) const {
    if (position(team, origin.work) < 0) return false;
    switch (reach(origin.work)) {
        case Reach::all:
            return true;
        case Reach::site:
            return origin.site < 0 || site_of(team) == origin.site;
        case Reach::team:
            return first_team(origin) == team;
        case Reach::owner:
            break;
    }
    if (origin.owner < 0) return true;
    if (first_team(origin) != team) return false;
    const int owners = *scenario_.work()[static_cast<std::size_t>(origin.work)].owners;
    const int behind = (person - origin.owner + owners) % owners;
    return person < owners && behind <= scenario_.routing().backup;
}

bool PlainRouting::away(int team, const Origin& origin) const {
    return origin.site >= 0 && site_of(team) >= 0 && site_of(team) != origin.site;
}

Reach PlainRouting::reach(int work) const {
    const auto& own = scenario_.work()[static_cast<std::size_t>(work)].reach;
    return own ? *own : scenario_.routing().reach;
}

bool PlainRouting::prefers_site(const Origin& origin) const {
    const auto& own = scenario_.work()[static_cast<std::size_t>(origin.work)].prefer;
    return (own ? *own : scenario_.routing().prefer) == Prefer::site;
}

// What the team says about strangers; else what is said about other sites.
double PlainRouting::wait_before(int team, const Origin& origin) const {
    const Team& asked = scenario_.teams()[static_cast<std::size_t>(team)];
    const Work& work = scenario_.work()[static_cast<std::size_t>(origin.work)];
    if (work.arrivals.unlimited || (origin.site >= 0 && site_of(team) == origin.site)) return 0.0;
    if (asked.after.by_work.contains(work.name)) return asked.after.by_work.at(work.name).count();
    if (asked.after.all) return asked.after.all->count();
    if (!away(team, origin)) return 0.0;
    return work.after ? work.after->count() : scenario_.routing().after.count();
}

double PlainRouting::pace(int team, const Origin& origin) const {
    return away(team, origin) ? scenario_.teams()[static_cast<std::size_t>(team)].away.handling_time : 1.0;
}

std::vector<double> PlainRouting::waits(const Origin& origin) const {
    std::set<double> waits;
    for (int t = 0; t < static_cast<int>(scenario_.teams().size()); ++t)
        if (may_take(t, origin.owner, origin) && wait_before(t, origin) > 0.0) waits.insert(wait_before(t, origin));
    return {waits.begin(), waits.end()};
}

int PlainRouting::rank(int team, const Origin& origin) const {
    const bool prefers = prefers_site(origin);
    return position(team, origin.work) + (prefers && away(team, origin) ? 1'000'000 : 0);
}

bool PlainRouting::could_take_at_once(int team, const Origin& origin) const {
    return may_take(team, origin.owner, origin) && wait_before(team, origin) == 0.0;
}

}  // namespace freiton::test
