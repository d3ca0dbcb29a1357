// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/pools.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "freiton/core/contracts.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::analytic {

namespace {

using Teams = std::vector<std::size_t>;  // rising

struct Assigned {
    Stream stream;
    Teams teams;
};

// Who plans for it: whoever may take it at once; those who help after a wait only if nobody else can.
Teams teams_for(const Scenario& scenario, WorkIndex work, const std::string& site) {
    const std::vector<TeamIndex> may = takers(scenario, scenario.work()[work], site);
    Teams at_once;
    for (const TeamIndex t : may)
        if (help_after(scenario, scenario.teams()[t], scenario.work()[work], site).count() == 0.0) at_once.push_back(t);
    return at_once.empty() ? Teams(may.begin(), may.end()) : at_once;
}

// By interval: the sites' factors, each with the weight of its arrivals. Empty: no table says anything.
std::vector<double> handling_factors(const Scenario& scenario, WorkIndex work, const std::vector<std::string>& sites) {
    std::vector<double> arrivals(scenario.intervals(), 0.0);
    std::vector<double> load(scenario.intervals(), 0.0);
    bool any = false;
    for (const std::string& site : sites) {
        const std::vector<double> of_site = scenario.arrivals_of_site(work, site);
        const std::vector<double> factors = handling_factors_of_site(scenario.work()[work], scenario.calendar(), site);
        any = any || !factors.empty();
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            arrivals[i] += of_site[i];
            load[i] += of_site[i] * (factors.empty() ? 1.0 : factors[i]);
        }
    }
    if (!any) return {};
    for (std::size_t i = 0; i < load.size(); ++i) load[i] = arrivals[i] > 0.0 ? load[i] / arrivals[i] : 1.0;
    return load;
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

// Sites whose contacts are planned apart: where each is judged for itself, or other people answer it.
std::vector<std::string> sites_apart(const Scenario& scenario, WorkIndex work, const std::vector<std::string>& sites) {
    const Reach reach = reach_of(scenario, scenario.work()[work]);
    const bool judged_apart = reach == Reach::site || reach == Reach::owner;
    const Teams first = teams_for(scenario, work, sites.front());
    const bool same = std::all_of(sites.begin(), sites.end(),
                                  [&](const std::string& site) { return teams_for(scenario, work, site) == first; });
    const bool sited = sites.size() > 1 || !sites.front().empty();
    return sited && (judged_apart || !same) ? sites : std::vector<std::string>{};
}

std::vector<double> caused_from(const Scenario& scenario, WorkIndex work, const std::vector<std::string>& sites) {
    std::vector<double> caused(scenario.intervals(), 0.0);
    for (const std::string& site : sites) {
        const std::vector<double> of_site = scenario.caused_arrivals_of_site(work, site);
        std::transform(caused.begin(), caused.end(), of_site.begin(), caused.begin(), std::plus<>{});
    }
    return caused;
}

std::vector<Assigned> assigned_streams(const Scenario& scenario) {
    std::vector<Assigned> streams;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        std::vector<std::string> sites;
        for (const std::string& site : scenario.sites())
            if (scenario.comes_from(w, site)) sites.push_back(site);
        if (sites.empty() || scenario.comes_from(w, "")) sites.emplace_back();
        const std::vector<std::string> apart = sites_apart(scenario, w, sites);
        if (apart.empty())
            streams.push_back({{w, std::nullopt, scenario.arrivals(w), handling_factors(scenario, w, sites),
                                opening_backlog(scenario.work()[w], std::nullopt), caused_from(scenario, w, sites)},
                               teams_for(scenario, w, sites.front())});
        for (const std::string& site : apart)
            streams.push_back({{w, site, scenario.arrivals_of_site(w, site), handling_factors(scenario, w, {site}),
                                opening_backlog(scenario.work()[w], site), caused_from(scenario, w, {site})},
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
    std::size_t best = std::numeric_limits<std::size_t>::max();
    for (const std::size_t team : stream.teams) best = std::min(best, *preference_of(scenario.teams()[team], work));
    Teams preferring;
    for (const std::size_t team : stream.teams)
        if (preference_of(scenario.teams()[team], work) == best) preferring.push_back(team);
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
    const auto any_work = [&](const auto& holds) {
        return std::any_of(scenario.work().begin(), scenario.work().end(), holds);
    };
    const bool own_site_first = any_work(
        [&](const Work& work) { return reach_of(scenario, work) == Reach::all && prefers_own_site(scenario, work); });
    if (helped_late(scenario))
        warnings.push_back({WarningCode::overflow_as_own_site, {}});
    else if (own_site_first && scenario.sites().size() > 1)
        warnings.push_back({WarningCode::own_site_first_as_pool, {}});
    if (any_work([&](const Work& work) { return reach_of(scenario, work) == Reach::owner; }))
        warnings.push_back({WarningCode::owners_as_parts, {}});
    std::string slower;  // or quicker, away from home
    for (const Team& team : scenario.teams())
        if (team.away.handling_time != 1.0) slower.append(slower.empty() ? "" : ", ").append(team.name);
    if (!slower.empty()) warnings.push_back({WarningCode::away_as_at_home, {slower}});
}

// Where all of it belongs to persons, others have nothing to do.
int most_of(const Scenario& scenario, const Pool& pool) {
    int owners = 0;
    for (const Stream& stream : pool.post) {
        const Work& work = scenario.work()[stream.work];
        if (reach_of(scenario, work) != Reach::owner || !work.owners) return Pool{}.most;
        owners = std::max(owners, *work.owners);
    }
    return pool.calls.empty() && owners > 0 ? owners : Pool{}.most;
}

double parts_of(const Scenario& scenario, const Pool& pool) {
    double parts = 1.0;
    bool owned = false;
    for (const auto* streams : {&pool.calls, &pool.post})
        for (const Stream& stream : *streams) {
            const Work& work = scenario.work()[stream.work];
            if (reach_of(scenario, work) != Reach::owner) continue;
            owned = true;
            parts = std::max(parts, static_cast<double>(work.owners.value_or(1)));
        }
    return owned ? parts / (1.0 + scenario.routing().backup) : 1.0;
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
                const bool call = scenario.work()[stream.stream.work].answered_now();
                (call ? pool.calls : pool.post).push_back(std::move(stream.stream));
            }
        pool.parts = parts_of(scenario, pool);
        pool.most = most_of(scenario, pool);
        result.pools.push_back(std::move(pool));
    }
    return result;
}

void weigh_teams(Pool& pool, const std::vector<std::vector<int>>& people) {
    EXPECTS(people.size() == pool.teams.size());
    std::vector<double> weights;
    weights.reserve(people.size());
    for (const std::vector<int>& team : people) weights.push_back(std::accumulate(team.begin(), team.end(), 0.0));
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= all;
    pool.weights = all > 0.0 ? std::move(weights) : std::vector<double>{};
}

bool paces_differ(const Scenario& scenario, const Pool& pool) {
    if (pool.teams.size() < 2) return false;
    const auto own_pace = [&](const Stream& stream) {
        return std::any_of(pool.teams.begin(), pool.teams.end(), [&](std::size_t t) {
            return scenario.teams()[t].handling_time.contains(scenario.work()[stream.work].name);
        });
    };
    return std::any_of(pool.calls.begin(), pool.calls.end(), own_pace) ||
           std::any_of(pool.post.begin(), pool.post.end(), own_pace);
}

BusyTime busy_time_in(const Scenario& scenario, const Pool& pool, std::size_t work) {
    const Work& asked = scenario.work()[work];
    double mean = 0.0;
    double square = 0.0;
    double weights = 0.0;
    bool own = false;
    for (std::size_t k = 0; k < pool.teams.size(); ++k) {
        const Team& team = scenario.teams()[pool.teams[k]];
        const double weight = pool.weights.empty() ? 1.0 : pool.weights[k];
        if (!preference_of(team, asked.name) || weight == 0.0) continue;
        own = own || team.handling_time.contains(asked.name);
        const BusyTime its = busy_time(team, asked);
        mean += weight * its.mean.count();
        square += weight * its.second_moment();
        weights += weight;
    }
    if (!own) return busy_time(asked);
    mean /= weights;
    return {Seconds{mean}, std::sqrt(std::max(0.0, square / weights / (mean * mean) - 1.0))};
}

bool only_chats(const Scenario& scenario, const Pool& pool) {
    if (pool.calls.size() != 1 || pool.teams.size() != 1 || pool.parts != 1.0) return false;
    const Work& work = scenario.work()[pool.calls[0].work];
    const Team& team = scenario.teams()[pool.teams[0]];
    return work.kind == WorkKind::chat && team.handles.size() == 1 && !team.absence && work.short_wait_s() < 0.0 &&
           !work.redial;
}

double absence_share(const Scenario& scenario, const Pool& pool) {
    double sum = 0.0;
    for (const std::size_t t : pool.teams)
        if (const auto& absence = scenario.teams()[t].absence) sum += absence->share.value();
    return sum / static_cast<double>(pool.teams.size());
}

std::optional<double> occupancy_limit(const Scenario& scenario, const Pool& pool, IntervalIndex interval) {
    std::optional<double> limit;
    for (const std::size_t t : pool.teams)
        if (const auto own = scenario.teams()[t].max_occupancy.at(scenario.calendar(), interval))
            limit = std::min(limit.value_or(1.0), own->value());
    return limit;
}

std::vector<std::optional<double>> occupancy_limits(const Scenario& scenario, const Pool& pool) {
    std::vector<std::optional<double>> limits;
    for (IntervalIndex i{0}; i < scenario.intervals(); ++i) limits.push_back(occupancy_limit(scenario, pool, i));
    return limits;
}

}  // namespace freiton::analytic
