// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/eligibility.hpp"

#include <algorithm>
#include <cmath>

namespace freiton {

std::size_t place_of(const std::vector<Work>& works, const std::string& name) {
    const auto found = std::find_if(works.begin(), works.end(), [&](const Work& work) { return work.name == name; });
    return static_cast<std::size_t>(found - works.begin());
}

bool comes_from(const Work& work, const std::string& site) {
    const auto named = [&](const auto& by_site) {
        return site.empty() ? by_site.everywhere.has_value() : by_site.sites.contains(site);
    };
    const Arrivals& arrivals = work.arrivals;
    if (arrivals.unlimited && site.empty()) return true;
    if ((arrivals.per_interval && named(*arrivals.per_interval)) || (arrivals.per_day && named(*arrivals.per_day)) ||
        named(work.opening_backlog))
        return true;
    return arrivals.file && std::any_of(arrivals.file->rows.begin(), arrivals.file->rows.end(),
                                        [&](const VolumeRow& row) { return row.site == site; });
}

bool handles_kind(const std::vector<Work>& works, const Team& team, WorkKind kind) {
    return std::any_of(works.begin(), works.end(), [&](const Work& work) {
        return work.kind == kind && preference_of(team, work.name).has_value();
    });
}

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

Reach reach_of(const Scenario& scenario, const Work& work) { return work.reach.value_or(scenario.routing().reach); }

bool prefers_own_site(const Scenario& scenario, const Work& work) {
    return work.prefer.value_or(scenario.routing().prefer) == Prefer::site;
}

bool is_owned(const Scenario& scenario, const Work& work) {
    return reach_of(scenario, work) == Reach::owner && work.owners.has_value();
}

bool is_away(const Team& team, const std::string& site) { return !site.empty() && team.site && *team.site != site; }

const DurationLaw& handling_law(const Team& team, const Work& work) {
    const auto own = team.handling_time.find(work.name);
    return own == team.handling_time.end() ? work.handling_time : own->second;
}

BusyTime busy_time(const DurationLaw& handling, const std::optional<DurationLaw>& wrap_up) {
    if (!wrap_up) return {handling.mean_duration(), handling.variation()};
    const double talk_s = handling.mean_duration().count();
    const double after_s = wrap_up->mean_duration().count();
    const double mean_s = talk_s + after_s;
    const double sd_s = std::hypot(talk_s * handling.variation(), after_s * wrap_up->variation());
    return {Seconds{mean_s}, mean_s > 0.0 ? sd_s / mean_s : 0.0};
}

namespace {

// Attempts of an entry of a call list, and the talk of those who answer.
BusyTime busy_with_list(const DurationLaw& talk, const Work& work) {
    const double answers = mean_of(work.reached);
    const double takes_s = work.no_answer.takes.count();
    const double talk_s = talk.mean_duration().count();
    double mean_s = 0.0, square = 0.0, still = 1.0;
    for (int before = 0; before < work.no_answer.attempts; ++before) {
        const double lost_s = before * takes_s;
        const double talk_square = talk_s * talk_s * (1.0 + talk.variation() * talk.variation());
        mean_s += still * answers * (lost_s + talk_s);
        square += still * answers * (lost_s * lost_s + 2.0 * lost_s * talk_s + talk_square);
        still *= 1.0 - answers;
    }
    const double all_s = work.no_answer.attempts * takes_s;
    mean_s += still * all_s;
    square += still * all_s * all_s;
    return {Seconds{mean_s}, mean_s > 0.0 ? std::sqrt(std::max(0.0, square - mean_s * mean_s)) / mean_s : 0.0};
}

BusyTime busy_with(const DurationLaw& handling, const Work& work) {
    if (work.kind == WorkKind::outbound) return busy_with_list(handling, work);
    BusyTime busy = busy_time(handling, work.wrap_up);
    if (work.kind == WorkKind::chat)  // of somebody who holds as many as he may
        busy.mean *= work.slowdown_of(work.concurrency) / work.concurrency;
    return busy;
}

}  // namespace

BusyTime busy_time(const Work& work) { return busy_with(work.handling_time, work); }

BusyTime busy_time(const Team& team, const Work& work) { return busy_with(handling_law(team, work), work); }

Seconds help_after(const Scenario& scenario, const Team& team, const Work& work, const std::string& site) {
    if (work.arrivals.unlimited || (!site.empty() && team.site == site)) return Seconds{0.0};
    const auto by_work = team.after.by_work.find(work.name);
    if (by_work != team.after.by_work.end()) return by_work->second;
    if (team.after.all) return *team.after.all;
    return is_away(team, site) ? work.after.value_or(scenario.routing().after) : Seconds{0.0};
}

bool may_take(const Scenario& scenario, TeamIndex t, const Work& work, const std::string& site) {
    const Team& team = scenario.teams()[t];
    if (!preference_of(team, work.name)) return false;
    const Reach reach = reach_of(scenario, work);
    if (reach == Reach::site) return site.empty() || team.site == site;
    if (reach == Reach::team || is_owned(scenario, work)) return first_team(scenario, work, site) == t;
    return true;
}

bool helped_late(const Scenario& scenario) {
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const std::string& site : sites) {
            if (!scenario.comes_from(w, site)) continue;
            for (const TeamIndex t : takers(scenario, scenario.work()[w], site))
                if (help_after(scenario, scenario.teams()[t], scenario.work()[w], site).count() > 0.0) return true;
        }
    return false;
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
