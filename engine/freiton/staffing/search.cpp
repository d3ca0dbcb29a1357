// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/search.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "freiton/staffing/enumerate.hpp"
#include "freiton/staffing/mend.hpp"
#include "freiton/staffing/repair.hpp"
#include "freiton/staffing/spare.hpp"

namespace freiton::staffing {

bool Evaluation::holds() const {
    return std::all_of(instances.begin(), instances.end(), [](const Instance& instance) { return instance.holds; });
}

double SearchSpace::cost_of(const StaffingPlan& plan) const {
    double sum = 0.0;
    for (std::size_t t = 0; t < teams(); ++t)
        for (std::size_t i = 0; i < intervals(); ++i) sum += cost[t] * times(i) * plan.agents[t][i];
    return sum;
}

StaffingPlan SearchSpace::within_limits(StaffingPlan plan) const {
    for (std::size_t t = 0; t < teams(); ++t)
        for (std::size_t i = 0; i < intervals(); ++i)
            plan.agents[t][i] = std::clamp(plan.agents[t][i], least[t][i], most[t][i]);
    return plan;
}

namespace {

constexpr int most_repairs = 3;  // of a plan that rough looks believe in again and again

// More people than could be of use, within the limits.
StaffingPlan plenty(const SearchSpace& space, const StaffingPlan& start) {
    int peak = 0;
    for (const auto& team : start.agents) peak = std::max(peak, *std::max_element(team.begin(), team.end()));
    StaffingPlan plan = start;
    for (auto& team : plan.agents) std::fill(team.begin(), team.end(), 3 * peak + 50);
    return space.within_limits(std::move(plan));
}

// Numbers that no staffing reaches: the others are still planned for, and where the limits of the teams are what stands
// in the way, everybody who could help is kept there, which comes closest.
class OutOfReach {
  public:
    OutOfReach(SearchSpace& space, const StaffingPlan& plenty) : space_{space}, plenty_{plenty} {}

    const std::vector<bool>& instances() const { return instances_; }

    void add(const Evaluation& evaluation) {
        instances_.resize(evaluation.instances.size(), false);
        for (std::size_t k = 0; k < instances_.size(); ++k) {
            if (evaluation.instances[k].holds) continue;
            instances_[k] = true;
            keep_everybody(evaluation.instances[k]);
        }
    }

  private:
    void keep_everybody(const Instance& instance) {
        for (std::size_t t = 0; t < space_.teams(); ++t)
            for (std::size_t i = 0; space_.helps[instance.promise][t] && i < space_.intervals(); ++i) {
                const bool there = instance.interval ? i == *instance.interval
                                                     : !instance.day || *instance.day == space_.day_of_interval[i];
                if (there && plenty_.agents[t][i] == space_.most[t][i]) space_.least[t][i] = space_.most[t][i];
            }
    }

    SearchSpace& space_;
    const StaffingPlan plenty_;
    std::vector<bool> instances_;
};

}  // namespace

SearchResult search(const SearchSpace& given, const StaffingPlan& start, const Evaluator& evaluate,
                    const LookAt& look_at, const std::function<bool()>& stop, const Found& found) {
    SearchSpace space = given;
    SearchResult result;
    const std::function<bool()> stopped = [&] { return stop && stop(); };
    const StaffingPlan most = plenty(space, space.within_limits(start));
    OutOfReach out_of_reach{space, most};
    std::optional<std::pair<StaffingPlan, Evaluation>> held;  // the last that was seen to hold
    const auto best_so_far = [&] {
        if (held) std::tie(result.plan, result.evaluation) = *held;
        return result;
    };
    const Ask ask = [&](const StaffingPlan& plan, Effort effort) {
        ++result.evaluations;
        Evaluation evaluation = evaluate(plan, effort, out_of_reach.instances());
        result.replications = std::max(result.replications, evaluation.replications);
        if ((effort == Effort::whole || effort == Effort::reference) && evaluation.holds() && !stopped()) {
            held = {plan, evaluation};
            if (found) found(plan);
        }
        return evaluation;
    };
    const auto leave_aside = [&](const Evaluation& evaluation) {
        result.met = result.met && evaluation.holds();
        if (!evaluation.holds()) out_of_reach.add(evaluation);
        result.plan = space.within_limits(start);
    };
    leave_aside(ask(most, Effort::quick));
    const StaffingPlan shape = result.plan;
    SavingsTaker taker{space, ask, look_at, shape, result, stopped};
    const auto thinned_and_repaired = [&] {
        result.evaluation = ask(result.plan, Effort::rough);
        mend(space, ask, look_at, result, stopped);
        thin_out(space, taker);
        return repair(space, ask, look_at, result, stopped);
    };
    while (!thinned_and_repaired() && !stopped())
        leave_aside(result.evaluation);  // nobody is left who could be added for it
    result.met = result.met && result.evaluation.holds();
    if (stopped()) return best_so_far();
    const auto spared = [&] { spare(space, ask, taker, result, stopped); };
    spared();
    if (trade(space, taker, result)) spared();
    if (exchange(space, taker)) spared();
    const auto mended = [&] {  // what a rough look believes, a reference has to see
        for (int round = 0; round < most_repairs && !result.evaluation.holds() && !stopped(); ++round) {
            repair(space, ask, look_at, result, stopped);
            result.evaluation = ask(result.plan, Effort::reference);
        }
        result.met = result.met && result.evaluation.holds();
    };
    mended();
    const StaffingPlan before = result.plan;
    // Few numbers that stand for many days are no small question: each plan is as long as all of the days.
    result.proven = space.stands_for.empty() && enumerate_cheaper(space, ask, result, stopped);
    if (result.plan != before) {
        spared();  // says who is needed now
        mended();
    }
    return stopped() ? best_so_far() : result;
}

}  // namespace freiton::staffing
