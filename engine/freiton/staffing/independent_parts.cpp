// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/independent_parts.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

#include "freiton/model/caused_arrivals.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/staffing/days_apart.hpp"
#include "freiton/staffing/weeks_in_turn.hpp"

namespace freiton::staffing {

namespace {

struct Origin {
    WorkIndex work;
    std::string site;  // empty: none
};

std::vector<Origin> origins_of(const Scenario& scenario) {
    std::vector<Origin> origins;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        if (scenario.comes_from(w, "")) origins.push_back({w, ""});
        for (const std::string& site : scenario.sites())
            if (scenario.comes_from(w, site)) origins.push_back({w, site});
    }
    return origins;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

template <class T>
void keep_sites(BySite<T>& values, const std::vector<std::string>& sites) {
    if (!contains(sites, "")) values.everywhere.reset();
    std::erase_if(values.sites, [&](const auto& entry) { return !contains(sites, entry.first); });
}

Work restricted(Work work, const std::vector<std::string>& sites) {
    if (work.arrivals.per_interval) keep_sites(*work.arrivals.per_interval, sites);
    if (work.arrivals.per_day) keep_sites(*work.arrivals.per_day, sites);
    keep_sites(work.opening_backlog, sites);
    if (work.arrivals.file)
        std::erase_if(work.arrivals.file->rows, [&](const VolumeRow& row) { return !contains(sites, row.site); });
    return work;
}

Scenario part_of(const Scenario& scenario, const std::vector<Origin>& origins, const std::vector<std::size_t>& teams) {
    ScenarioParts parts = scenario.parts();
    parts.organisations.clear();
    parts.work.clear();
    parts.teams.clear();
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        std::vector<std::string> sites;
        for (const Origin& origin : origins)
            if (origin.work == w) sites.push_back(origin.site);
        if (!sites.empty()) parts.work.push_back(restricted(scenario.work()[w], sites));
    }
    const auto has_work = [&](const std::string& name) {
        return std::any_of(parts.work.begin(), parts.work.end(), [&](const Work& work) { return work.name == name; });
    };
    for (const std::size_t t : teams) {
        Team team = scenario.teams()[t];
        std::erase_if(team.handles, [&](const std::string& name) { return !has_work(name); });
        std::erase_if(team.handling_time, [&](const auto& entry) { return !has_work(entry.first); });
        std::erase_if(team.after.by_work, [&](const auto& entry) { return !has_work(entry.first); });
        std::erase_if(team.reserved, [&](const Reservation& one) { return !has_work(one.work); });
        if (team.handles.size() < 2) {  // nothing to go to
            team.reserved.clear();
            team.switching = Seconds{0.0};
        }
        parts.teams.push_back(std::move(team));
    }
    std::erase_if(parts.routing.interrupt, [&](const std::string& name) { return !has_work(name); });
    const bool owned =
        std::any_of(parts.work.begin(), parts.work.end(), [](const Work& work) { return work.owners.has_value(); });
    if (parts.routing.reach == Reach::owner && !owned) {
        parts.routing.reach = Reach::all;
        parts.routing.backup = 0;
    }
    return Scenario{std::move(parts)};
}

void add_parts(Scenario scenario, const std::vector<std::size_t>& teams, std::vector<Part>& parts) {
    std::vector<Stretch> stretches = days_apart(scenario);
    if (stretches.empty()) stretches = weeks_in_turn(scenario);
    if (stretches.empty()) stretches.push_back({std::move(scenario), {0}});
    for (Stretch& stretch : stretches) parts.push_back({std::move(stretch), teams});
}

}  // namespace

StaffingPlan Part::of(const StaffingPlan& whole) const {
    StaffingPlan plan;
    for (const std::size_t t : teams) {
        const auto first = whole.agents[t].begin() + static_cast<std::ptrdiff_t>(begins.front());
        plan.agents.emplace_back(first, first + static_cast<std::ptrdiff_t>(scenario.intervals()));
    }
    return plan;
}

void Part::put(const StaffingPlan& plan, StaffingPlan& whole) const {
    for (std::size_t k = 0; k < teams.size(); ++k)
        for (const std::size_t begin : begins)
            std::copy(plan.agents[k].begin() + static_cast<std::ptrdiff_t>(lead_in), plan.agents[k].end(),
                      whole.agents[teams[k]].begin() + static_cast<std::ptrdiff_t>(begin + lead_in));
}

std::vector<Part> independent_parts(const Scenario& scenario) {
    const std::vector<Origin> origins = origins_of(scenario);
    const std::size_t team_count = scenario.teams().size();
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(team_count + origins.size());
    for (std::size_t o = 0; o < origins.size(); ++o)
        for (TeamIndex t{0}; t < team_count; ++t)
            if (may_take(scenario, t, scenario.work()[origins[o].work], origins[o].site))
                boost::add_edge(t, team_count + o, graph);
    for (std::size_t o = 0; o < origins.size(); ++o)
        for (const Consequence& one : consequences_of(scenario.work()[origins[o].work]))
            for (std::size_t to = 0; to < origins.size(); ++to)
                if (scenario.work()[origins[to].work].name == one.work &&
                    site_of_caused(scenario, origins[to].work, origins[o].site) == origins[to].site)
                    boost::add_edge(team_count + o, team_count + to, graph);
    std::vector<int> component(team_count + origins.size());
    const int count = boost::connected_components(graph, component.data());
    std::vector<Part> parts;
    for (int c = 0; c < count; ++c) {
        std::vector<std::size_t> teams;
        std::vector<Origin> demand;
        for (std::size_t t = 0; t < team_count; ++t)
            if (component[t] == c) teams.push_back(t);
        for (std::size_t o = 0; o < origins.size(); ++o)
            if (component[team_count + o] == c) demand.push_back(origins[o]);
        if (!teams.empty() && !demand.empty()) add_parts(part_of(scenario, demand, teams), teams, parts);
    }
    return parts;
}

}  // namespace freiton::staffing
