// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/pooled_teams.hpp"

#include <algorithm>
#include <utility>

#include "freiton/model/staffing_plan.hpp"
#include "freiton/staffing/mapped_look.hpp"

namespace freiton::staffing {

namespace {

std::vector<int> sums(const std::vector<std::vector<int>>& rows, const std::vector<std::size_t>& teams) {
    std::vector<int> sum(rows[teams.front()].size(), 0);
    for (const std::size_t t : teams)
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = std::min(most_people, sum[i] + rows[t][i]);
    return sum;
}

}  // namespace

PooledTeams::PooledTeams(const SearchSpace& space, const std::vector<TeamGroup>& groups) : space_{space} {
    std::vector<bool> grouped(space.teams(), false);
    for (const TeamGroup& group : groups)
        for (const std::size_t t : group.teams) grouped[t] = true;
    for (std::size_t t = 0; t < space.teams(); ++t) {  // a group has the place of its first team
        const auto of_first = [t](const TeamGroup& group) { return group.teams.front() == t; };
        const auto group = std::find_if(groups.begin(), groups.end(), of_first);
        if (group != groups.end())
            rows_.push_back(*group);
        else if (!grouped[t])
            rows_.push_back({{t}, {}});
    }
    pooled_.day_of_interval = space.day_of_interval;
    pooled_.stands_for = space.stands_for;
    for (const TeamGroup& row : rows_) {
        pooled_.least.push_back(sums(space.least, row.teams));
        pooled_.most.push_back(sums(space.most, row.teams));
        double cost = space.cost[row.teams.front()];
        double share = 0.0;
        for (const std::size_t t : row.teams) {
            cost = std::min(cost, space.cost[t]);
            share += space.share[t];
        }
        pooled_.cost.push_back(cost);
        pooled_.share.push_back(share);
    }
    for (const std::vector<bool>& helps : space.helps) {
        std::vector<bool>& row = pooled_.helps.emplace_back();
        for (const TeamGroup& group : rows_)
            row.push_back(std::any_of(group.teams.begin(), group.teams.end(), [&](std::size_t t) { return helps[t]; }));
    }
}

std::vector<int> PooledTeams::placed(const TeamGroup& row, std::size_t interval, int people) const {
    if (row.teams.size() == 1) return {people};
    std::vector<int> least;
    std::vector<int> most;
    for (const std::size_t t : row.teams) {
        least.push_back(space_.least[t][interval]);
        most.push_back(space_.most[t][interval]);
    }
    return row.place(people, least, most);
}

StaffingPlan PooledTeams::pooled(const StaffingPlan& whole) const {
    StaffingPlan plan;
    for (const TeamGroup& row : rows_) plan.agents.push_back(sums(whole.agents, row.teams));
    return pooled_.within_limits(std::move(plan));
}

StaffingPlan PooledTeams::whole(const StaffingPlan& pooled) const {
    StaffingPlan plan;
    plan.agents.resize(space_.teams(), std::vector<int>(space_.intervals(), 0));
    for (std::size_t r = 0; r < rows_.size(); ++r)
        for (std::size_t i = 0; i < space_.intervals(); ++i) {
            const std::vector<int> people = placed(rows_[r], i, pooled.agents[r][i]);
            for (std::size_t k = 0; k < people.size(); ++k) plan.agents[rows_[r].teams[k]][i] = people[k];
        }
    return plan;
}

std::vector<StaffStep> PooledTeams::whole(const StaffingPlan& pooled, const StaffStep& step) const {
    const TeamGroup& row = rows_[step.team];
    const int people = pooled.agents[step.team][step.interval];
    const std::vector<int> before = placed(row, step.interval, people);
    const std::vector<int> after = placed(row, step.interval, people + step.by);
    std::vector<StaffStep> steps;
    for (std::size_t k = 0; k < row.teams.size(); ++k)
        if (after[k] != before[k]) steps.push_back({row.teams[k], step.interval, after[k] - before[k]});
    return steps;
}

Evaluator PooledTeams::evaluator(const Evaluator& of_whole) const {
    return [this, of_whole](const StaffingPlan& plan, Effort effort, const std::vector<bool>& left_aside) {
        return of_whole(whole(plan), effort, left_aside);
    };
}

LookAt PooledTeams::look_at(const LookAt& of_whole) const {
    return [this, of_whole](const StaffingPlan& plan) {
        return mapped_look([this, plan](const StaffStep& step) { return whole(plan, step); }, of_whole(whole(plan)));
    };
}

SearchResult PooledTeams::whole(SearchResult result) const {
    result.plan = whole(result.plan);
    std::vector<Needed> needed;
    for (const Needed& one : result.needed)
        for (const std::size_t t : rows_[one.team].teams)
            if (result.plan.agents[t][one.interval] > space_.least[t][one.interval])
                needed.push_back({t, one.interval, one.broken});
    result.needed = std::move(needed);
    return result;
}

}  // namespace freiton::staffing
