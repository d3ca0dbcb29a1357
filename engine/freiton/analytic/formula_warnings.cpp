// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_warnings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "freiton/analytic/closed_post.hpp"
#include "freiton/analytic/left_aside.hpp"
#include "freiton/analytic/pool_work.hpp"
#include "freiton/core/text.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/model/law_parameters.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton::analytic {

namespace {

bool any_pool(const Pools& pools, bool (*holds)(const Pool&)) {
    return std::any_of(pools.pools.begin(), pools.pools.end(), holds);
}

std::vector<const Work*> calls_of(const Scenario& scenario, const Pool& pool) {
    std::vector<const Work*> works;
    for (const Stream& stream : pool.calls) works.push_back(&scenario.work()[stream.work]);
    return works;
}

bool urgencies_differ(const Scenario& scenario, const Pools& pools) {
    return std::any_of(pools.pools.begin(), pools.pools.end(), [&](const Pool& pool) {
        const auto works = calls_of(scenario, pool);
        return std::any_of(works.begin(), works.end(),
                           [&](const Work* work) { return work->urgency() != works.front()->urgency(); });
    });
}

// Whether even the mean day brings more calls of endless patience than the people can do.
bool overloaded(const Scenario& scenario, const Pool& pool, const StaffingPlan& plan, std::size_t work) {
    const double length_s = scenario.calendar().interval_length().count();
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        double load = 0.0;
        bool has_calls = false;
        for (const Stream& stream : pool.calls) {
            load += stream.arrivals[i] / length_s * busy_time_in(scenario, pool, stream.work).mean.count() *
                    stream.factor(i) * (1.0 - scenario.work()[stream.work].balk.value());
            has_calls = has_calls || (stream.work == work && stream.arrivals[i] > 0.0);
        }
        double there = 0.0;
        for (const std::size_t t : pool.teams) there += plan.agents[t][i];
        if (has_calls && load >= there * (1.0 - absence_share(scenario, pool))) return true;
    }
    return false;
}

// Something that is left aside, and how far plans with it were off.
bool has(const Work& work, WarningCode code) { return left_aside(code).of_work(work); }
bool has(const Team& team, WarningCode code) { return left_aside(code).of_team(team); }
Warning leaves_aside(WarningCode code, std::vector<std::string> arguments) {
    arguments.push_back(std::to_string(std::lround(left_aside(code).off.points)));
    return {code, std::move(arguments)};
}

// Whether its patience has another law than the exponential, which some pool takes for that.
bool is_patience_simplified(const Scenario& scenario, const Pools& pools, const Work& work) {
    if (!work.patience || is_exponential(*work.patience)) return false;
    return std::any_of(pools.pools.begin(), pools.pools.end(), [&](const Pool& pool) {
        const auto works = calls_of(scenario, pool);
        return std::find(works.begin(), works.end(), &work) != works.end() && !common_patience_law(scenario, pool);
    });
}

void warn_of_calls(const Scenario& scenario, const Pools& pools, const Work& work, std::vector<Warning>& warnings) {
    if (busy_time(work).cv != 1.0) warnings.push_back({WarningCode::handling_time_stretched, {work.name}});
    if (is_patience_simplified(scenario, pools, work))
        warnings.push_back({WarningCode::patience_exponential, {work.name}});
    if (work.handling_time.day_cv > 0.0)
        warnings.push_back({WarningCode::handling_time_of_the_day_as_volume, {work.name}});
    if (work.redial && !work.redial->as) warnings.push_back({WarningCode::redial_at_once, {work.name}});
    if (has(work, WarningCode::lines_until_wrapped_up))
        warnings.push_back(leaves_aside(WarningCode::lines_until_wrapped_up, {work.name}));
    if (has(work, WarningCode::callbacks_left_aside))
        warnings.push_back(leaves_aside(WarningCode::callbacks_left_aside, {work.name}));
    if (mean_wait_is_infinite(work)) warnings.push_back({WarningCode::mean_wait_infinite, {work.name}});
}

void warn_of_post(const Scenario& scenario, const Pools& pools, std::vector<Warning>& warnings) {
    warnings.push_back({WarningCode::post_as_fluid, {}});
    warnings.push_back({WarningCode::deadlines_capped, {}});
    if (scenario.calendar().parts().repeats) warnings.push_back({WarningCode::repeats_by_formula, {}});
    std::set<std::string> closed;  // a work is in several pools where each site has its own
    for (const Pool& pool : pools.pools)
        for (const Stream& stream : pool.post)
            if (closed_items(scenario, stream) && closed.insert(scenario.work()[stream.work].name).second)
                warnings.push_back({WarningCode::closed_post_by_wall_clock, {scenario.work()[stream.work].name}});
    for (const Work& work : scenario.work()) {
        if (has(work, WarningCode::list_as_post))
            warnings.push_back(leaves_aside(WarningCode::list_as_post, {work.name}));
        if (work.answered_now() || may_be_interrupted(scenario, work)) continue;
        const bool beside_calls = std::any_of(pools.pools.begin(), pools.pools.end(), [&](const Pool& pool) {
            return !pool.calls.empty() && std::any_of(pool.post.begin(), pool.post.end(), [&](const Stream& stream) {
                return scenario.work()[stream.work].name == work.name;
            });
        });
        if (beside_calls) warnings.push_back({WarningCode::post_slows_calls, {work.name}});
    }
}

// Each contact that the team may take, once.
double most_switching_h(const Scenario& scenario, TeamIndex team) {
    std::vector<std::string> sites = scenario.sites();
    sites.emplace_back();
    double contacts = 0.0;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w)
        for (const std::string& site : sites) {
            if (!may_take(scenario, team, scenario.work()[w], site)) continue;
            const std::vector<double> arrivals = scenario.arrivals_of_site(w, site);
            contacts = std::accumulate(arrivals.begin(), arrivals.end(), contacts);
        }
    return contacts * Hours{scenario.teams()[team].switching}.count();
}

void warn_of_what_is_left_aside(const Scenario& scenario, std::vector<Warning>& warnings) {
    for (const Work& work : scenario.work()) {
        if (has(work, WarningCode::caused_at_once))
            warnings.push_back(leaves_aside(WarningCode::caused_at_once, {work.name}));
        if (has(work, WarningCode::warm_left_aside))
            warnings.push_back(leaves_aside(WarningCode::warm_left_aside, {work.name}));
        if (work.redial && work.redial->as)
            warnings.push_back(leaves_aside(WarningCode::caused_left_aside, {work.name, *work.redial->as}));
        if (work.chased)
            warnings.push_back(leaves_aside(WarningCode::caused_left_aside, {work.name, work.chased->work}));
        if (has(work, WarningCode::ages_left_aside))
            warnings.push_back(leaves_aside(WarningCode::ages_left_aside, {work.name}));
    }
    for (TeamIndex t{0}; t < scenario.teams().size(); ++t) {
        const Team& team = scenario.teams()[t];
        if (has(team, WarningCode::kept_left_aside))
            warnings.push_back(leaves_aside(WarningCode::kept_left_aside, {team.name}));
        if (has(team, WarningCode::switching_left_aside))
            warnings.push_back(
                leaves_aside(WarningCode::switching_left_aside,
                             {team.name, number_text(std::ceil(most_switching_h(scenario, t) * 10.0) / 10.0)}));
    }
}

}  // namespace

bool mean_wait_is_infinite(const Work& work) {
    return work.answered_now() && work.load_variation() > 0.0 && !work.patience && !work.lines && !work.callback;
}

std::vector<Warning> formula_warnings(const Scenario& scenario, const Pools& pools, const StaffingPlan& plan) {
    std::vector<Warning> warnings;
    const bool calls = any_pool(pools, [](const Pool& pool) { return !pool.calls.empty(); });
    if (calls) warnings.push_back({WarningCode::steady_state, {}});
    for (const Work& work : scenario.work())
        if (work.answered_now()) warn_of_calls(scenario, pools, work, warnings);
    if (any_pool(pools, [](const Pool& pool) { return pool.calls.size() > 1; }))
        warnings.push_back({WarningCode::calls_pooled, {}});
    for (const Pool& pool : pools.pools)
        for (const Stream& stream : pool.calls)
            if (const Work& work = scenario.work()[stream.work];
                has(work, WarningCode::chats_as_calls) && !only_chats(scenario, pool) &&
                std::none_of(warnings.begin(), warnings.end(), [&](const Warning& warning) {
                    return warning.code == WarningCode::chats_as_calls && warning.arguments.front() == work.name;
                }))
                warnings.push_back(leaves_aside(WarningCode::chats_as_calls, {work.name}));
    warn_of_what_is_left_aside(scenario, warnings);
    if (urgencies_differ(scenario, pools)) warnings.push_back({WarningCode::priorities_stepwise, {}});
    if (any_pool(pools, [](const Pool& pool) { return !pool.post.empty(); })) warn_of_post(scenario, pools, warnings);
    warnings.insert(warnings.end(), pools.warnings.begin(), pools.warnings.end());
    if (scenario.parts().plan.assurance_days) warnings.push_back({WarningCode::assurance_mean, {}});
    for (const Team& team : scenario.teams()) {
        if (team.absence) warnings.push_back({WarningCode::absence_by_nodes, {team.name}});
        if (!team.handling_time.empty() && any_pool(pools, [](const Pool& pool) { return pool.teams.size() > 1; }))
            warnings.push_back({WarningCode::team_handling_time_mixed, {team.name}});
    }
    for (const Pool& pool : pools.pools)
        for (const Stream& stream : pool.calls) {
            const Work& work = scenario.work()[stream.work];
            const bool known = std::any_of(warnings.begin(), warnings.end(), [&](const Warning& warning) {
                return warning.code == WarningCode::overload && warning.arguments.front() == work.name;
            });
            if (!work.patience && !work.lines && !known && overloaded(scenario, pool, plan, stream.work))
                warnings.push_back({WarningCode::overload, {work.name}});
        }
    return warnings;
}

}  // namespace freiton::analytic
