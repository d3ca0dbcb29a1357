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
    OutOfReach(SearchSpace& space, const StaffingPlan& plenty) : space_{space}, plenty_{plenty}, most_{space.most} {
        space_.most = plenty_.agents;  // nobody is added beyond that
    }

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
                if (there && plenty_.agents[t][i] == most_[t][i]) space_.least[t][i] = most_[t][i];
            }
    }

    SearchSpace& space_;
    const StaffingPlan plenty_;
    const std::vector<std::vector<int>> most_;  // that the teams may have
    std::vector<bool> instances_;
};

class Search {
  public:
    Search(const SearchSpace& given, const StaffingPlan& start, const Evaluator& evaluate, const LookAt& look_at,
           const std::function<bool()>& stop, const Found& found)
        : space_{given},
          start_{given.within_limits(start)},
          evaluate_{evaluate},
          look_at_{look_at},
          found_{found},
          stopped_{[&stop] { return stop && stop(); }},
          ask_{[this](const StaffingPlan& plan, Effort effort) { return asked(plan, effort); }},
          most_{plenty(space_, start_)},
          out_of_reach_{space_, most_},
          taker_{space_, ask_, look_at_, start_, result_, stopped_} {}
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    SearchResult run() {
        settle();
        if (!stopped_()) save();
        return stopped_() ? last_held() : result_;
    }

    SearchResult run_roughly() {
        settle();
        return stopped_() ? last_held() : result_;
    }

  private:
    // A plan that holds, as far as that is in reach.
    void settle() {
        leave_aside(asked(most_, Effort::quick));
        while (!thin_and_repair() && !stopped_()) leave_aside(result_.evaluation);  // nobody is left to be added for it
        result_.met = result_.met && result_.evaluation.holds();
    }

    Evaluation asked(const StaffingPlan& plan, Effort effort) {
        ++result_.evaluations;
        Evaluation evaluation = evaluate_(plan, effort, out_of_reach_.instances());
        result_.replications = std::max(result_.replications, evaluation.replications);
        const bool is_sure = effort == Effort::whole || effort == Effort::reference;
        const bool cheaper = !held_ || space_.cost_of(plan) <= space_.cost_of(held_->first);
        if (is_sure && cheaper && evaluation.holds() && !stopped_()) {
            held_ = {plan, evaluation};
            if (found_) found_(plan);
        }
        return evaluation;
    }

    void leave_aside(const Evaluation& evaluation) {
        result_.met = result_.met && evaluation.holds();
        if (!evaluation.holds()) out_of_reach_.add(evaluation);
        result_.plan = space_.within_limits(start_);
    }

    bool thin_and_repair() {
        result_.evaluation = asked(result_.plan, Effort::rough);
        mend(space_, ask_, look_at_, result_, stopped_);
        thin_out(space_, taker_);
        return repair(space_, ask_, look_at_, result_, stopped_);
    }

    void save() {
        spare_people();
        if (trade(space_, taker_, result_)) spare_people();
        if (exchange(space_, taker_)) spare_people();
        make_sure();
        const StaffingPlan before = result_.plan;
        // Few numbers that stand for many days are no small question: each plan is as long as all of the days.
        result_.proven = space_.stands_for.empty() && enumerate_cheaper(space_, ask_, result_, stopped_);
        if (result_.plan == before) return;
        spare_people();  // says who is needed now
        make_sure();
    }

    void spare_people() { spare(space_, ask_, taker_, result_, stopped_); }

    // What a rough look believes, a reference has to see.
    void make_sure() {
        for (int round = 0; round < most_repairs && !result_.evaluation.holds() && !stopped_(); ++round) {
            repair(space_, ask_, look_at_, result_, stopped_);
            result_.evaluation = asked(result_.plan, Effort::reference);
        }
        if (!stopped_()) result_.met = result_.met && result_.evaluation.holds();
    }

    SearchResult last_held() const {
        SearchResult result = result_;
        if (!held_) return result;
        if (held_->first != result.plan) result.needed.clear();  // those of another plan
        std::tie(result.plan, result.evaluation) = *held_;
        return result;
    }

    SearchSpace space_;
    const StaffingPlan start_;
    const Evaluator& evaluate_;
    const LookAt& look_at_;
    const Found& found_;
    const std::function<bool()> stopped_;
    const Ask ask_;
    const StaffingPlan most_;
    OutOfReach out_of_reach_;
    SearchResult result_;
    std::optional<std::pair<StaffingPlan, Evaluation>> held_;  // the cheapest plan that was surely seen to hold
    SavingsTaker taker_;
};

}  // namespace

SearchResult search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                    const LookAt& look_at, const std::function<bool()>& stop, const Found& found) {
    return Search{space, start, evaluate, look_at, stop, found}.run();
}

SearchResult rough_search(const SearchSpace& space, const StaffingPlan& start, const Evaluator& evaluate,
                          const LookAt& look_at, const std::function<bool()>& stop, const Found& found) {
    return Search{space, start, evaluate, look_at, stop, found}.run_roughly();
}

}  // namespace freiton::staffing
