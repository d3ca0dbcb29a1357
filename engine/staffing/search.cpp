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

// More people than could be of use, within the limits.
StaffingPlan plenty(const SearchSpace& space, const StaffingPlan& start) {
    int peak = 0;
    for (const auto& team : start.agents) peak = std::max(peak, *std::max_element(team.begin(), team.end()));
    StaffingPlan plan = start;
    for (auto& team : plan.agents) std::fill(team.begin(), team.end(), 3 * peak + 50);
    return within_limits(space, std::move(plan));
}

}  // namespace

SearchResult search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                    const std::function<bool()>& stop) {
    SearchResult result;
    const auto stopped = [&] { return stop && stop(); };
    std::vector<bool> out_of_reach;  // numbers that no staffing reaches: the others are still planned for
    const Ask ask = [&](const StaffingPlan& plan, Effort effort) {
        ++result.evaluations;
        Evaluation evaluation = evaluate(plan, effort, out_of_reach);
        result.replications = std::max(result.replications, evaluation.replications);
        return evaluation;
    };
    result.plan = within_limits(space, start);
    const Evaluation best = ask(plenty(space, result.plan), Effort::quick);
    if (!best.holds())
        for (const Instance& instance : best.instances) out_of_reach.push_back(!instance.holds);
    result.evaluation = ask(result.plan, Effort::quick);
    const bool repaired = repair(space, ask, result, stopped);
    result.met = best.holds() && repaired;
    if (!repaired || stopped()) return result;
    spare(space, ask, result, stopped);
    if (exchange(space, ask, result, stopped)) spare(space, ask, result, stopped);
    const auto mend = [&] {
        if (!result.evaluation.holds()) result.met = repair(space, ask, result, stopped) && result.met;
    };
    mend();
    const StaffingPlan spared = result.plan;
    result.proven = enumerate_cheaper(space, ask, result, stopped);
    if (result.plan != spared) {
        spare(space, ask, result, stopped);  // says who is needed now
        mend();
    }
    return result;
}

}  // namespace freiton::staffing
