// SPDX-License-Identifier: Apache-2.0
#include "simulation/plain/plain_routing.hpp"

#include <algorithm>

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
    return scenario_.routing().reach == Reach::owner && scenario_.work()[static_cast<std::size_t>(work)].owners;
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
    switch (scenario_.routing().reach) {
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

bool PlainRouting::only_after(int team, const Origin& origin) const {
    return away(team, origin) && scenario_.routing().after.count() > 0.0;
}

int PlainRouting::rank(int team, const Origin& origin) const {
    const bool prefers = scenario_.routing().prefer == Prefer::site;
    return position(team, origin.work) + (prefers && away(team, origin) ? 1'000'000 : 0);
}

bool PlainRouting::could_take_at_once(int team, const Origin& origin) const {
    return may_take(team, origin.owner, origin) && !only_after(team, origin);
}

bool PlainRouting::some_only_after(const Origin& origin) const {
    for (int t = 0; t < static_cast<int>(scenario_.teams().size()); ++t)
        if (may_take(t, origin.owner, origin) && only_after(t, origin)) return true;
    return false;
}

}  // namespace freiton::test
