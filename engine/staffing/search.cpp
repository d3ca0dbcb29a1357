// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/search.hpp"

#include <algorithm>

#include "freiton/staffing/enumerate.hpp"
#include "freiton/staffing/repair.hpp"
#include "freiton/staffing/spare.hpp"

namespace freiton::staffing {

bool Evaluation::holds() const {
    return std::all_of(instances.begin(), instances.end(), [](const Instance& instance) { return instance.holds; });
}

double SearchSpace::cost_of(const StaffingPlan& plan) const {
    double sum = 0.0;
    for (std::size_t t = 0; t < teams(); ++t)
        for (const int agents : plan.agents[t]) sum += cost[t] * agents;
    return sum;
}

namespace {

StaffingPlan within_limits(const SearchSpace& space, StaffingPlan plan) {
    for (std::size_t t = 0; t < space.teams(); ++t)
        for (std::size_t i = 0; i < space.intervals(); ++i)
            plan.agents[t][i] = std::clamp(plan.agents[t][i], space.least[t][i], space.most[t][i]);
    return plan;
}

}  // namespace

SearchResult search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                    const std::function<bool()>& stop) {
    SearchResult result;
    const auto stopped = [&] { return stop && stop(); };
    const Evaluator counted = [&](const StaffingPlan& plan, Effort effort) {
        ++result.evaluations;
        return evaluate(plan, effort);
    };
    result.plan = within_limits(space, start);
    result.evaluation = counted(result.plan, Effort::quick);
    result.met = repair(space, counted, result, stopped);
    if (!result.met || stopped()) return result;
    spare(space, counted, result, stopped);
    if (exchange(space, counted, result, stopped)) spare(space, counted, result, stopped);
    if (!result.evaluation.holds()) result.met = repair(space, counted, result, stopped);
    result.proven = enumerate_cheaper(space, counted, result, stopped);
    return result;
}

}  // namespace freiton::staffing
