// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

using Agents = std::vector<std::vector<int>>;  // [team][interval]

// A made-up office: people of several teams, each worth something for each promise; a promise asks for so much in one
// interval, or over all of them. More people never hurt.
struct Office {
    SearchSpace space;
    std::vector<std::vector<double>> worth;  // [promise][team]
    std::vector<std::vector<double>> needs;  // [promise][interval]; one value: over all intervals
    int asked = 0;

    Evaluation evaluate(const StaffingPlan& plan) {
        ++asked;
        Evaluation evaluation;
        for (std::size_t p = 0; p < needs.size(); ++p) {
            const bool each = needs[p].size() == space.intervals();
            double sum = 0.0;
            for (std::size_t i = 0; i < space.intervals(); ++i) {
                double here = 0.0;
                for (std::size_t t = 0; t < space.teams(); ++t) here += worth[p][t] * plan.agents[t][i];
                sum += here;
                if (each)
                    evaluation.instances.push_back({.promise = p,
                                                    .interval = IntervalIndex{i},
                                                    .value = here,
                                                    .holds = here >= needs[p][i],
                                                    .room = here - needs[p][i]});
            }
            if (!each)
                evaluation.instances.push_back(
                    {.promise = p, .value = sum, .holds = sum >= needs[p][0], .room = sum - needs[p][0]});
            evaluation.misses.emplace_back(space.intervals(), 1.0);
        }
        return evaluation;
    }
    Evaluator evaluator() {
        return [this](const StaffingPlan& plan, Effort, const std::vector<bool>& left_aside) {
            Evaluation evaluation = evaluate(plan);
            for (std::size_t k = 0; k < left_aside.size(); ++k)
                if (left_aside[k]) evaluation.instances[k].holds = true;
            return evaluation;
        };
    }
    Ask ask() {
        return [this](const StaffingPlan& plan, Effort) { return evaluate(plan); };
    }
};

// Looks at plans by asking for them: what steps do is exact.
class AskedLook : public Look {
  public:
    AskedLook(const Ask& ask, StaffingPlan plan)
        : ask_{ask}, plan_{std::move(plan)}, now_{ask_(plan_, Effort::reference)} {}
    void play(std::int64_t replications) override { replications_ = std::max(replications_, replications); }
    void play_steps(const std::vector<StaffStep>&, std::int64_t) override {}
    std::int64_t replications() const override { return replications_; }
    double contacts() const override { return 1000.0; }
    std::int64_t step_replications(const StaffStep&) const override { return replications_; }
    std::vector<Slack> slacks() const override {
        std::vector<Slack> slacks;
        for (const Instance& instance : now_.instances)
            slacks.push_back({.promise = instance.promise, .mean = instance.room, .base = 1.0});
        return slacks;
    }
    std::vector<SlackEffect> effects(const StaffStep& step) const override {
        StaffingPlan changed = plan_;
        changed.agents[step.team][step.interval] += step.by;
        const Evaluation then = ask_(changed, Effort::reference);
        std::vector<SlackEffect> effects;
        for (std::size_t k = 0; k < now_.instances.size(); ++k)
            if (const double by = then.instances[k].room - now_.instances[k].room; by != 0.0)
                effects.push_back({k, by, 0.0});
        return effects;
    }

  private:
    Ask ask_;
    StaffingPlan plan_;
    Evaluation now_;
    std::int64_t replications_ = 0;
};

inline LookAt looks_by(const Ask& ask) {
    return [ask](const StaffingPlan& plan) { return std::make_unique<AskedLook>(ask, plan); };
}

inline LookAt looks_by(const Evaluator& evaluate) {
    return looks_by(Ask{[evaluate](const StaffingPlan& plan, Effort effort) { return evaluate(plan, effort, {}); }});
}

inline SearchResult searched(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate) {
    return search(space, start, evaluate, looks_by(evaluate));
}

inline Office office(std::size_t teams, std::size_t intervals, int most) {
    Office made;
    made.space.least.assign(teams, std::vector<int>(intervals, 0));
    made.space.most.assign(teams, std::vector<int>(intervals, most));
    made.space.cost.assign(teams, 1.0);
    made.space.share.assign(teams, 1.0);
    made.space.day_of_interval.assign(intervals, 0);
    return made;
}

// One promise, which a person of each team serves with so much.
inline Office office_with(std::vector<double> worth, std::vector<double> needs, std::size_t intervals, int most) {
    Office made = office(worth.size(), intervals, most);
    made.space.helps = {std::vector<bool>(worth.size(), true)};
    made.worth = {std::move(worth)};
    made.needs = {std::move(needs)};
    return made;
}

inline StaffingPlan level(const Office& made, int agents) {
    return {std::vector<std::vector<int>>(made.space.teams(), std::vector<int>(made.space.intervals(), agents))};
}

// What a search has found so far: a plan, and how it does.
inline SearchResult found_so_far(Office& made, std::vector<std::vector<int>> agents) {
    SearchResult result;
    result.plan.agents = std::move(agents);
    result.evaluation = made.evaluate(result.plan);
    made.asked = 0;
    return result;
}

inline bool never() { return false; }

}  // namespace freiton::staffing
