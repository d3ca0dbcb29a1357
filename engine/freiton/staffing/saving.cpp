// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/saving.hpp"

#include <algorithm>
#include <utility>

namespace freiton::staffing {

namespace {

constexpr double cost_of_nothing = 1e-9;  // who costs nothing is spared, too

bool is_within(const SearchSpace& space, const StaffingPlan& plan, const StaffStep& step) {
    const int agents = plan.agents[step.team][step.interval] + step.by;
    return agents >= space.least[step.team][step.interval] && agents <= space.most[step.team][step.interval];
}

// If it stays within the limits and saves something.
void add_saving(const SearchSpace& space, const StaffingPlan& plan, std::vector<StaffStep> steps,
                std::vector<Saving>& savings) {
    double saves = 0.0;
    for (const StaffStep& step : steps) {
        if (!is_within(space, plan, step)) return;
        saves -= step.by * cost_of_step(space, step);
    }
    if (saves > 0.0) savings.push_back({std::move(steps), saves});
}

}  // namespace

double cost_of_step(const SearchSpace& space, const StaffStep& step) {
    return std::max(space.cost[step.team], cost_of_nothing) * space.times(step.interval);
}

StaffingPlan with(StaffingPlan plan, const Saving& saving) {
    for (const StaffStep& step : saving.steps) plan.agents[step.team][step.interval] += step.by;
    return plan;
}

std::vector<Saving> one_more(const SearchSpace& space, const StaffingPlan& plan) {
    std::vector<Saving> people;
    for (std::size_t t = 0; t < space.teams(); ++t)
        for (std::size_t i = 0; i < space.intervals(); ++i)
            if (const StaffStep step{t, i, 1}; is_within(space, plan, step))
                people.push_back({{step}, -cost_of_step(space, step)});
    return people;
}

std::vector<Saving> one_fewer(const SearchSpace& space, const StaffingPlan& plan) {
    std::vector<Saving> savings;
    for (std::size_t t = 0; t < space.teams(); ++t)
        for (std::size_t i = 0; i < space.intervals(); ++i) add_saving(space, plan, {{t, i, -1}}, savings);
    return savings;
}

std::vector<Saving> two_for_one(const SearchSpace& space, const StaffingPlan& plan, const std::vector<Needed>& needed) {
    std::vector<Saving> savings;
    for (const Needed& one : needed)
        if (one.broken.interval && *one.broken.interval != one.interval && space.helps[one.broken.promise][one.team])
            add_saving(space, plan, {{one.team, one.interval, -2}, {one.team, *one.broken.interval, 1}}, savings);
    return savings;
}

std::vector<Saving> cheap_for_dear(const SearchSpace& space, const StaffingPlan& plan) {
    std::vector<Saving> savings;
    for (std::size_t dear = 0; dear < space.teams(); ++dear)
        for (std::size_t cheap = 0; cheap < space.teams(); ++cheap)
            for (std::size_t i = 0; i < space.intervals(); ++i)
                add_saving(space, plan, {{dear, i, -1}, {cheap, i, 1}}, savings);
    return savings;
}

}  // namespace freiton::staffing
