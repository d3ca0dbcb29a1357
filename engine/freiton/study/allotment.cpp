// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/allotment.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <numeric>
#include <string>

#include "freiton/analytic/pools.hpp"
#include "freiton/model/eligibility.hpp"
#include "freiton/study/proportional_fit.hpp"

namespace freiton::study {

namespace {

// Contacts of one kind of work from one site (empty: from none, or from all together), and who may take them.
struct WorkRow {
    WorkIndex work{};
    std::string site{};
    std::vector<bool> takers{};
    std::vector<double> busy_hours{};  // by interval
};

// What a team spends: [interval] on each kind of work, while on duty, and as planned.
struct TeamHours {
    std::vector<std::vector<double>> busy{};  // [work][interval]
    std::vector<double> on_duty{};
    std::vector<double> planned{};
};

double interval_hours(const Scenario& scenario) { return Hours{scenario.calendar().interval_length()}.count(); }

template <class Figures>
std::vector<double> busy_hours_of(const Course<Figures>& course, double hours) {
    std::vector<double> busy;
    busy.reserve(course.by_interval.size());
    for (const Figures& figures : course.by_interval) busy.push_back(figures.busy_mean * hours);
    return busy;
}

// Whether the team may take this work from that site; from any that it comes from, where the site is not told.
bool takes(const Scenario& scenario, TeamIndex t, WorkIndex w, const std::string& site) {
    const Work& work = scenario.work()[w];
    if (!site.empty() || scenario.comes_from(w, "")) return may_take(scenario, t, work, site);
    return std::any_of(scenario.sites().begin(), scenario.sites().end(), [&](const std::string& one) {
        return scenario.comes_from(w, one) && may_take(scenario, t, work, one);
    });
}

// By site, and what the sites leave of the whole: formulas know the sites of a pool's contacts as one.
template <class Figures>
void add_rows(const Scenario& scenario, WorkIndex w, const Course<Figures>& all,
              const std::map<std::string, Course<Figures>>& by_site, std::vector<WorkRow>& rows) {
    const double hours = interval_hours(scenario);
    const auto add = [&](const std::string& site, std::vector<double> busy) {
        WorkRow row{.work = w, .site = site, .takers = {}, .busy_hours = std::move(busy)};
        for (TeamIndex t{0}; t < scenario.teams().size(); ++t) row.takers.push_back(takes(scenario, t, w, site));
        rows.push_back(std::move(row));
    };
    std::vector<double> rest = busy_hours_of(all, hours);
    for (const auto& [site, course] : by_site) {
        std::vector<double> busy = busy_hours_of(course, hours);
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] = std::max(0.0, rest[i] - busy[i]);
        add(site, std::move(busy));
    }
    const double left = std::accumulate(rest.begin(), rest.end(), 0.0);
    if (by_site.empty() || left > 1e-9 * all.total.busy_mean) add("", std::move(rest));
}

std::vector<WorkRow> rows_of(const Scenario& scenario, const Performance& performance) {
    std::vector<WorkRow> rows;
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = performance.work[w];
        if (scenario.work()[w].answered_now())
            add_rows(scenario, w, work.calls, work.calls_by_site, rows);
        else
            add_rows(scenario, w, work.backlog, work.backlog_by_site, rows);
    }
    return rows;
}

// Formulas spread the work of a pool evenly over its people, also over those of a team that may not take all of it.
void take_as_pools(const Scenario& scenario, std::vector<WorkRow>& rows) {
    for (const analytic::Pool& pool : analytic::pools_of(scenario).pools)
        for (const auto* streams : {&pool.calls, &pool.post})
            for (const analytic::Stream& stream : *streams)
                for (WorkRow& row : rows) {
                    if (row.work != stream.work || row.site != stream.site.value_or("")) continue;
                    row.takers.assign(scenario.teams().size(), false);
                    for (const std::size_t t : pool.teams) row.takers[t] = true;
                }
}

std::vector<TeamHours> team_hours(const Scenario& scenario, const PlanResult& plan) {
    const double hours = interval_hours(scenario);
    std::vector<TeamHours> teams(scenario.teams().size());
    for (std::size_t t = 0; t < teams.size(); ++t) {
        const auto& absence = scenario.teams()[t].absence;
        const double there = 1.0 - (absence ? absence->share.value() : 0.0);
        const std::vector<double>& simulated = plan.performance.teams[t].on_duty_by_interval;
        teams[t].busy.assign(scenario.work().size(), std::vector<double>(scenario.intervals(), 0.0));
        for (std::size_t i = 0; i < scenario.intervals(); ++i) {
            teams[t].planned.push_back(plan.plan.agents[t][i] * hours);
            teams[t].on_duty.push_back(simulated.empty() ? plan.plan.agents[t][i] * there * hours
                                                         : simulated[i] * hours);
        }
    }
    return teams;
}

// Busy with this kind of work in an interval, of those who are on duty.
double busy_share(const TeamPerformance& team, WorkKind kind, std::size_t i) {
    const double calls = team.occupancy_calls_by_interval[i];
    const double share = is_answered_now(kind) ? calls : team.occupancy_by_interval[i] - calls;
    return std::isnan(share) ? 0.0 : std::max(0.0, share);
}

void spread_busy_time(const Scenario& scenario, const Performance& performance, const std::vector<WorkRow>& all_rows,
                      WorkKind kind, std::vector<TeamHours>& teams) {
    std::vector<WorkRow> rows;
    std::copy_if(all_rows.begin(), all_rows.end(), std::back_inserter(rows),
                 [&](const WorkRow& row) { return scenario.work()[row.work].answered_now() == is_answered_now(kind); });
    std::vector<std::vector<bool>> takers;
    takers.reserve(rows.size());
    for (const WorkRow& row : rows) takers.push_back(row.takers);
    std::vector<double> of_rows(rows.size());
    std::vector<double> of_teams(teams.size());
    for (std::size_t i = 0; i < scenario.intervals() && !rows.empty(); ++i) {
        for (std::size_t r = 0; r < rows.size(); ++r) of_rows[r] = rows[r].busy_hours[i];
        for (std::size_t t = 0; t < teams.size(); ++t)
            of_teams[t] = busy_share(performance.teams[t], kind, i) * teams[t].on_duty[i];
        const auto fitted = proportional_fit(of_rows, of_teams, takers);
        for (std::size_t r = 0; r < rows.size(); ++r)
            for (std::size_t t = 0; t < teams.size(); ++t) teams[t].busy[rows[r].work][i] += fitted[r][t];
    }
}

// Shares that the kinds of work have in a team when it is busy with none of them.
std::vector<double> standing_shares(const Scenario& scenario, const Team& team, const TeamHours& hours) {
    std::vector<double> shares(scenario.work().size(), 0.0);
    double sum = 0.0;
    for (std::size_t w = 0; w < shares.size(); ++w)
        sum += shares[w] = std::accumulate(hours.busy[w].begin(), hours.busy[w].end(), 0.0);
    if (sum <= 0.0)
        for (std::size_t w = 0; w < shares.size(); ++w)
            sum += shares[w] = preference_of(team, scenario.work()[w].name) ? 1.0 : 0.0;
    for (double& share : shares) share /= sum;
    return shares;
}

void allot_team(const Scenario& scenario, const Team& team, const TeamHours& hours, std::vector<Capacity>& services) {
    const std::vector<double> standing = standing_shares(scenario, team, hours);
    const double hours_per_fte = scenario.calendar().hours_per_fte().count();
    for (std::size_t w = 0; w < services.size(); ++w) {
        Capacity part;
        for (IntervalIndex i{0}; i < scenario.intervals(); ++i) {
            double all = 0.0;
            for (const auto& busy : hours.busy) all += busy[i];
            const double share = all > 0.0 ? hours.busy[w][i] / all : standing[w];
            part.agent_hours += hours.planned[i] * share;
            part.paid_hours += hours.planned[i] * share / (1.0 - shrinkage_at(team.shrinkage, scenario.calendar(), i));
            part.busy_hours += hours.busy[w][i];
            part.idle_hours += (hours.on_duty[i] - all) * share;
            part.absent_hours += (hours.planned[i] - hours.on_duty[i]) * share;
        }
        part.paid_fte = part.paid_hours / hours_per_fte;
        if (team.cost_per_hour)
            part.cost = part.paid_hours * *team.cost_per_hour;
        else if (part.paid_hours > 0.0 || preference_of(team, scenario.work()[w].name))
            part.cost.reset();
        services[w] += part;
    }
}

}  // namespace

std::vector<Capacity> allotted(const Scenario& scenario, const PlanResult& plan) {
    std::vector<TeamHours> teams = team_hours(scenario, plan);
    std::vector<WorkRow> rows = rows_of(scenario, plan.performance);
    if (plan.performance.source != Source::simulation) take_as_pools(scenario, rows);
    for (const WorkKind kind : {WorkKind::call, WorkKind::backlog})
        spread_busy_time(scenario, plan.performance, rows, kind, teams);
    std::vector<Capacity> services(scenario.work().size());
    for (std::size_t t = 0; t < teams.size(); ++t) allot_team(scenario, scenario.teams()[t], teams[t], services);
    return services;
}

}  // namespace freiton::study
