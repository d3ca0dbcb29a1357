// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/tied_intervals.hpp"

#include <algorithm>
#include <utility>

#include "freiton/staffing/mapped_look.hpp"

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
    join_days(groups);
    for (const auto& members : members_) {
        tied_.day_of_interval.push_back(day_of(space.day_of_interval[members.front()]));
        if (!groups.empty()) tied_.stands_for.push_back(static_cast<double>(members.size()));
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
                least.back() = any ? std::min(least.back(), space.least[t][i]) : space.least[t][i];
                most.back() = any ? std::max(most.back(), space.most[t][i]) : space.most[t][i];
                any = true;
            }
        }
    }
}

// Days that share a number, with each other or by way of others, count as the first of them.
void TiedIntervals::join_days(const std::vector<std::vector<std::size_t>>& groups) {
    const auto days =
        static_cast<std::size_t>(1 + *std::max_element(space_.day_of_interval.begin(), space_.day_of_interval.end()));
    for (std::size_t day = 0; day < days; ++day) first_day_.push_back(static_cast<int>(day));
    for (const auto& group : groups)
        for (const std::size_t i : group) {
            const int one = day_of(space_.day_of_interval[group.front()]);
            const int other = day_of(space_.day_of_interval[i]);
            for (int& first : first_day_)
                if (first == std::max(one, other)) first = std::min(one, other);
        }
}

int TiedIntervals::day_of(int day) const {
    const auto place = static_cast<std::size_t>(day);
    return place < first_day_.size() ? first_day_[place] : day;
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
    for (Instance& instance : evaluation.instances) {
        instance.interval_of_whole = instance.interval;
        instance.day_of_whole = instance.day;
        if (instance.interval) instance.interval = IntervalIndex{column_of_[*instance.interval]};
        if (instance.day) instance.day = day_of(*instance.day);
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

std::vector<StaffStep> TiedIntervals::whole(const StaffingPlan& tied, const StaffStep& step) const {
    StaffingPlan changed = tied;
    changed.agents[step.team][step.interval] += step.by;
    const StaffingPlan before = whole(tied);
    const StaffingPlan after = whole(changed);
    std::vector<StaffStep> steps;
    for (const std::size_t i : members_[step.interval])
        if (const int by = after.agents[step.team][i] - before.agents[step.team][i]; by != 0)
            steps.push_back({step.team, i, by});
    return steps;
}

LookAt TiedIntervals::look_at(const LookAt& of_whole) const {
    return [this, of_whole](const StaffingPlan& plan) -> std::unique_ptr<Look> {
        return mapped_look([this, plan](const StaffStep& step) { return whole(plan, step); }, of_whole(whole(plan)));
    };
}

SearchResult TiedIntervals::whole(SearchResult result) const {
    const auto untie = [](Instance& instance) {
        instance.interval = instance.interval_of_whole;
        instance.day = instance.day_of_whole;
    };
    result.plan = whole(result.plan);
    for (Instance& instance : result.evaluation.instances) untie(instance);
    std::vector<Needed> needed;
    for (Needed one : result.needed) {
        untie(one.broken);
        const auto day =
            one.broken.interval ? std::optional{space_.day_of_interval[*one.broken.interval]} : one.broken.day;
        for (const std::size_t i : members_[one.interval])
            if (is_free(space_, one.team, i) && (!day || space_.day_of_interval[i] == *day))
                needed.push_back({one.team, i, one.broken});
    }
    result.needed = std::move(needed);
    return result;
}

}  // namespace freiton::staffing
