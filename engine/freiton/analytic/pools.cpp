// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pools.hpp"

#include <algorithm>
#include <numeric>

namespace freiton::analytic {

namespace {

using Teams = std::vector<std::size_t>;  // rising

struct Assigned {
    Stream stream;
    Teams teams;
};

std::ptrdiff_t rank_of(const Team& team, const std::string& work) {
    return std::find(team.handles.begin(), team.handles.end(), work) - team.handles.begin();
}

bool handles(const Team& team, const std::string& work) {
    return rank_of(team, work) < static_cast<std::ptrdiff_t>(team.handles.size());
}

Teams teams_for(const Scenario& scenario, std::size_t work, const std::optional<std::string>& site) {
    const std::string& name = scenario.work()[work].name;
    Teams all;
    Teams at_site;
    for (std::size_t t = 0; t < scenario.teams().size(); ++t) {
        const Team& team = scenario.teams()[t];
        if (!handles(team, name)) continue;
        all.push_back(t);
        if (site && !site->empty() && team.site == *site) at_site.push_back(t);
    }
    if (scenario.routing().reach == Reach::team) return {all.front()};
    return at_site.empty() ? all : at_site;
}

bool stays_at_site(const Routing& routing) {
    return routing.reach == Reach::site || routing.reach == Reach::owner || routing.after.count() > 0.0;
}

double opening_backlog(const Work& work, const std::optional<std::string>& site) {
    const BySite<double>& backlog = work.opening_backlog;
    if (site && !site->empty()) {
        const auto found = backlog.sites.find(*site);
        return found == backlog.sites.end() ? 0.0 : found->second;
    }
    const double everywhere = backlog.everywhere.value_or(0.0);
    if (site) return everywhere;
    return std::accumulate(backlog.sites.begin(), backlog.sites.end(), everywhere,
                           [](double sum, const auto& entry) { return sum + entry.second; });
}

std::vector<Assigned> assigned_streams(const Scenario& scenario) {
    std::vector<Assigned> streams;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        std::vector<std::string> sites;
        if (stays_at_site(scenario.routing()))
            for (const std::string& site : scenario.sites())
                if (scenario.comes_from(w, site)) sites.push_back(site);
        const double all = opening_backlog(scenario.work()[w], std::nullopt);
        if (sites.empty()) {
            streams.push_back({{w, std::nullopt, scenario.arrivals(w), all}, teams_for(scenario, w, std::nullopt)});
            continue;
        }
        if (scenario.comes_from(w, "")) sites.emplace_back();
        for (const std::string& site : sites)
            streams.push_back({{w, site, scenario.arrivals_of_site(w, site), opening_backlog(scenario.work()[w], site)},
                               teams_for(scenario, w, site)});
    }
    return streams;
}

// Teams that some stream connects, the number of the lowest as their name.
Teams connected(const std::vector<Assigned>& streams, std::size_t teams) {
    Teams name(teams);
    std::iota(name.begin(), name.end(), std::size_t{0});
    for (const Assigned& stream : streams)
        for (const std::size_t team : stream.teams) {
            const std::size_t from = std::max(name[team], name[stream.teams.front()]);
            const std::size_t to = std::min(name[team], name[stream.teams.front()]);
            std::replace(name.begin(), name.end(), from, to);
        }
    return name;
}

bool everybody_does_everything(const std::vector<Assigned>& streams, const Teams& name, std::size_t pool) {
    const auto members = std::count(name.begin(), name.end(), pool);
    return std::all_of(streams.begin(), streams.end(), [&](const Assigned& stream) {
        return name[stream.teams.front()] != pool || static_cast<std::ptrdiff_t>(stream.teams.size()) == members;
    });
}

void keep_who_prefers(const Scenario& scenario, Assigned& stream) {
    const std::string& work = scenario.work()[stream.stream.work].name;
    std::ptrdiff_t best = std::numeric_limits<std::ptrdiff_t>::max();
    for (const std::size_t team : stream.teams) best = std::min(best, rank_of(scenario.teams()[team], work));
    Teams preferring;
    for (const std::size_t team : stream.teams)
        if (rank_of(scenario.teams()[team], work) == best) preferring.push_back(team);
    stream.teams = std::move(preferring);
}

// Streams that connect teams of different skills stay with the teams that prefer them.
void part_by_skill(const Scenario& scenario, std::vector<Assigned>& streams, std::vector<Warning>& warnings) {
    const Teams name = connected(streams, scenario.teams().size());
    bool parted = false;
    for (Assigned& stream : streams) {
        if (everybody_does_everything(streams, name, name[stream.teams.front()])) continue;
        parted = parted || stream.teams.size() > 1;
    }
    if (!parted) return;
    const std::vector<Assigned> before = streams;
    for (Assigned& stream : streams)
        if (!everybody_does_everything(before, name, name[stream.teams.front()])) keep_who_prefers(scenario, stream);
    warnings.push_back({WarningCode::skills_by_preference, {}});
}

void warn_of_routing(const Scenario& scenario, std::vector<Warning>& warnings) {
    const Routing& routing = scenario.routing();
    if (routing.reach == Reach::all && routing.after.count() > 0.0 && scenario.sites().size() > 1)
        warnings.push_back({WarningCode::overflow_as_own_site, {}});
    else if (routing.reach == Reach::all && routing.prefer == Prefer::site && scenario.sites().size() > 1)
        warnings.push_back({WarningCode::own_site_first_as_pool, {}});
    if (routing.reach == Reach::owner) warnings.push_back({WarningCode::owners_as_parts, {}});
}

double parts_of(const Scenario& scenario, const Pool& pool) {
    if (scenario.routing().reach != Reach::owner) return 1.0;
    double parts = 1.0;
    for (const auto* streams : {&pool.calls, &pool.post})
        for (const Stream& stream : *streams)
            parts = std::max(parts, static_cast<double>(scenario.work()[stream.work].owners.value_or(1)));
    return parts / (1.0 + scenario.routing().backup);
}

}  // namespace

Pools pools_of(const Scenario& scenario) {
    Pools result;
    warn_of_routing(scenario, result.warnings);
    std::vector<Assigned> streams = assigned_streams(scenario);
    part_by_skill(scenario, streams, result.warnings);
    const Teams name = connected(streams, scenario.teams().size());
    for (std::size_t first = 0; first < name.size(); ++first) {
        if (name[first] != first) continue;
        Pool pool;
        for (std::size_t t = 0; t < name.size(); ++t)
            if (name[t] == first) pool.teams.push_back(t);
        for (Assigned& stream : streams)
            if (name[stream.teams.front()] == first) {
                const bool call = scenario.work()[stream.stream.work].kind == WorkKind::call;
                (call ? pool.calls : pool.post).push_back(std::move(stream.stream));
            }
        pool.parts = parts_of(scenario, pool);
        result.pools.push_back(std::move(pool));
    }
    return result;
}

HandlingTime handling_time(const Scenario& scenario, const Pool& pool, std::size_t work) {
    const Work& asked = scenario.work()[work];
    HandlingTime common{asked.handling_time.mean_duration(), asked.handling_time.variation()};
    double mean = 0.0;
    double square = 0.0;
    double teams = 0.0;
    bool own = false;
    for (const std::size_t t : pool.teams) {
        const Team& team = scenario.teams()[t];
        if (!handles(team, asked.name)) continue;
        const auto found = team.handling_time.find(asked.name);
        own = own || found != team.handling_time.end();
        const HandlingTime its = found == team.handling_time.end()
                                     ? common
                                     : HandlingTime{found->second.mean_duration(), found->second.variation()};
        mean += its.mean.count();
        square += its.second_moment();
        teams += 1.0;
    }
    if (!own) return common;
    mean /= teams;
    return {Seconds{mean}, std::sqrt(std::max(0.0, square / teams / (mean * mean) - 1.0))};
}

double absence_share(const Scenario& scenario, const Pool& pool) {
    double sum = 0.0;
    for (const std::size_t t : pool.teams)
        if (const auto& absence = scenario.teams()[t].absence) sum += absence->share.value();
    return sum / static_cast<double>(pool.teams.size());
}

std::optional<double> occupancy_limit(const Scenario& scenario, const Pool& pool) {
    std::optional<double> limit;
    for (const std::size_t t : pool.teams)
        if (const auto own = scenario.teams()[t].max_occupancy) limit = std::min(limit.value_or(1.0), own->value());
    return limit;
}

}  // namespace freiton::analytic
