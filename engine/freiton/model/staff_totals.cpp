// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/staff_totals.hpp"

#include <algorithm>
#include <numeric>

namespace freiton {

namespace {

void add_team(StaffTotals& totals, const TeamPerformance& team) {
    totals.agent_hours += team.agent_hours;
    totals.paid_hours += team.paid_hours;
    totals.paid_fte += team.paid_fte;
    totals.peak_agents += team.peak_agents;
    totals.cost = totals.cost && team.cost ? std::optional{*totals.cost + *team.cost} : std::nullopt;
}

}  // namespace

double agent_hours(const Scenario& scenario, const StaffingPlan& plan) {
    double agents = 0.0;
    for (const std::vector<int>& team : plan.agents) agents = std::accumulate(team.begin(), team.end(), agents);
    return agents * Hours{scenario.calendar().interval_length()}.count();
}

void set_staff_figures(const Scenario& scenario, const Team& team, const std::vector<int>& agents,
                       TeamPerformance& figures) {
    const double hours = Hours{scenario.calendar().interval_length()}.count();
    for (IntervalIndex i{0}; i < agents.size(); ++i) {
        figures.agent_hours += agents[i] * hours;
        figures.paid_hours += agents[i] * hours / (1.0 - shrinkage_at(team.shrinkage, scenario.calendar(), i));
        figures.peak_agents = std::max(figures.peak_agents, agents[i]);
    }
    figures.paid_fte = figures.paid_hours / scenario.calendar().hours_per_fte().count();
    if (team.cost_per_hour) figures.cost = figures.paid_hours * *team.cost_per_hour;
}

StaffTotals staff_totals(const Performance& performance) {
    StaffTotals totals;
    for (const TeamPerformance& team : performance.teams) add_team(totals, team);
    return totals;
}

StaffTotals staff_totals_at(const Scenario& scenario, const Performance& performance, const std::string& site) {
    StaffTotals totals;
    for (std::size_t t = 0; t < performance.teams.size(); ++t)
        if (scenario.teams()[t].site.value_or("") == site) add_team(totals, performance.teams[t]);
    return totals;
}

}  // namespace freiton
