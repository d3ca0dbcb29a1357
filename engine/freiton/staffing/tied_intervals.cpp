// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/tied_intervals.hpp"

#include <algorithm>

namespace freiton::staffing {

namespace {

bool is_free(const SearchSpace& space, std::size_t team, std::size_t interval) {
    return space.least[team][interval] < space.most[team][interval];
}

}  // namespace

TiedIntervals::TiedIntervals(const SearchSpace& space, const std::vector<std::vector<std::size_t>>& groups)
    : space_{space}, column_of_(space.intervals()) {
    std::vector<std::size_t> first_of(space.intervals());
    for (std::size_t i = 0; i < first_of.size(); ++i) first_of[i] = i;
    for (const auto& group : groups)
        for (const std::size_t i : group) first_of[i] = group.front();
    for (std::size_t i = 0; i < first_of.size(); ++i) {
        column_of_[i] = first_of[i] == i ? members_.size() : column_of_[first_of[i]];
        if (first_of[i] == i) members_.emplace_back();
        members_[column_of_[i]].push_back(i);
    }
    tied_.cost = space.cost;
    tied_.share = space.share;
    tied_.helps = space.helps;
    for (const auto& members : members_) {
        tied_.day_of_interval.push_back(space.day_of_interval[members.front()]);
        tied_.stands_for.push_back(static_cast<double>(members.size()));
    }
    for (std::size_t t = 0; t < space.teams(); ++t) {
        std::vector<int>& least = tied_.least.emplace_back();
        std::vector<int>& most = tied_.most.emplace_back();
        for (const auto& members : members_) {
            least.push_back(space.least[t][members.front()]);
            most.push_back(space.most[t][members.front()]);
            bool any = is_free(space, t, members.front());
            for (const std::size_t i : members) {
                if (!is_free(space, t, i)) continue;
                least.back() = any ? std::max(least.back(), space.least[t][i]) : space.least[t][i];
                most.back() = any ? std::min(most.back(), space.most[t][i]) : space.most[t][i];
                any = true;
            }
            least.back() = std::min(least.back(), most.back());
        }
    }
}

StaffingPlan TiedIntervals::tied(const StaffingPlan& whole) const {
    StaffingPlan plan;
    for (std::size_t t = 0; t < space_.teams(); ++t) {
        std::vector<int>& agents = plan.agents.emplace_back();
        for (const auto& members : members_) {
            agents.push_back(whole.agents[t][members.front()]);
            int most = -1;
            for (const std::size_t i : members)
                if (is_free(space_, t, i)) most = std::max(most, whole.agents[t][i]);
            if (most >= 0) agents.back() = most;
        }
    }
    return tied_.within_limits(std::move(plan));
}

StaffingPlan TiedIntervals::whole(const StaffingPlan& tied) const {
    StaffingPlan plan;
    for (std::size_t t = 0; t < space_.teams(); ++t) {
        std::vector<int>& agents = plan.agents.emplace_back();
        for (const std::size_t column : column_of_) agents.push_back(tied.agents[t][column]);
    }
    return space_.within_limits(std::move(plan));
}

Evaluation TiedIntervals::tied(Evaluation evaluation) const {
    std::vector<int> day_of_day;  // the day as which its intervals count
    for (std::size_t i = 0; i < column_of_.size(); ++i) {
        const auto day = static_cast<std::size_t>(space_.day_of_interval[i]);
        if (day >= day_of_day.size()) day_of_day.resize(day + 1, -1);
        if (day_of_day[day] < 0) day_of_day[day] = tied_.day_of_interval[column_of_[i]];
    }
    for (Instance& instance : evaluation.instances) {
        if (instance.interval) instance.interval = IntervalIndex{column_of_[*instance.interval]};
        if (!instance.day || static_cast<std::size_t>(*instance.day) >= day_of_day.size()) continue;
        if (const int day = day_of_day[static_cast<std::size_t>(*instance.day)]; day >= 0) instance.day = day;
    }
    for (std::vector<double>& misses : evaluation.misses) {
        std::vector<double> sums(members_.size(), 0.0);
        for (std::size_t i = 0; i < misses.size(); ++i) sums[column_of_[i]] += misses[i];
        misses = std::move(sums);
    }
    return evaluation;
}

Evaluator TiedIntervals::evaluator(const Evaluator& of_whole) const {
    return [this, of_whole](const StaffingPlan& plan, Effort effort, const std::vector<bool>& left_aside) {
        return tied(of_whole(whole(plan), effort, left_aside));
    };
}

SearchResult TiedIntervals::whole(SearchResult result) const {
    const auto untie = [&](Instance& instance) {
        if (instance.interval) instance.interval = IntervalIndex{members_[*instance.interval].front()};
    };
    result.plan = whole(result.plan);
    for (Instance& instance : result.evaluation.instances) untie(instance);
    std::vector<Needed> needed;
    for (Needed one : result.needed) {
        untie(one.broken);
        for (const std::size_t i : members_[one.interval])
            if (is_free(space_, one.team, i)) needed.push_back({one.team, i, one.broken});
    }
    result.needed = std::move(needed);
    return result;
}

}  // namespace freiton::staffing
