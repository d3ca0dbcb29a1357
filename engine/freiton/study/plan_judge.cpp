// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan_judge.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "freiton/model/falls_behind.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/simulation/promise_simulation.hpp"
#include "freiton/study/reference_simulation.hpp"
#include "freiton/study/search_hours.hpp"
#include "freiton/study/verdict.hpp"

namespace freiton::study {

namespace {

constexpr std::int64_t first_look = 30;
constexpr double rough_part = 0.1;  // of the most contacts: three times the doubt
constexpr double rough_part_beside = 0.15;
constexpr double part_of_next = 0.25;  // of the reference's replications: a plan that takes more is far from it

// Remembers a plan that was simulated at length. Another plan is then judged by how it differs from it on the same
// random numbers, which a few replications tell; what they leave open, more decide.
class PlanJudge {
  public:
    PlanJudge(const Scenario& scenario, const RunControl& control) : scenario_{scenario}, control_{control} {
        most_contacts_ = most_contacts_of_a_look(scenario);
        promises_ = promises_of(scenario);
    }

    staffing::Evaluation judge(const StaffingPlan& plan, staffing::Effort effort, const std::vector<bool>& left_aside) {
        left_aside_ = left_aside;
        staffing::Evaluation evaluation = judged(plan, effort);
        fail_what_falls_behind(scenario_, plan, promises_, left_aside_, evaluation);
        return evaluation;
    }

  private:
    staffing::Evaluation judged(const StaffingPlan& plan, staffing::Effort effort) {
        if (effort == staffing::Effort::quick) return quick(plan);
        if (effort == staffing::Effort::rough) return rough(plan);
        if (effort == staffing::Effort::reference || !reference_) return as_reference(plan);
        return beside_reference(plan);
    }

    bool is_left_aside(std::size_t instance) const { return instance < left_aside_.size() && left_aside_[instance]; }

    staffing::Evaluation evaluation_of(const simulation::PromiseSimulation& simulated,
                                       const std::vector<simulation::PromiseEstimate>& estimates,
                                       const std::vector<Verdict>& verdicts, bool open_holds) const {
        staffing::Evaluation evaluation;
        evaluation.replications = simulated.replications();
        evaluation.misses = simulated.misses();
        evaluation.answered = simulated.answered();
        for (std::size_t k = 0; k < estimates.size(); ++k) {
            const auto& e = estimates[k];
            const bool holds =
                is_left_aside(k) || verdicts[k] == Verdict::kept || (open_holds && verdicts[k] == Verdict::open);
            evaluation.instances.push_back({e.promise, e.interval, e.day, e.value, e.half_width, holds,
                                            !holds && verdicts[k] == Verdict::open,
                                            is_left_aside(k) ? unlimited_room : room_of(e)});
        }
        return evaluation;
    }

    staffing::Evaluation quick(const StaffingPlan& plan) const {
        simulation::PromiseSimulation simulated{scenario_, plan};
        simulated.run(first_look, control_);
        const auto estimates = simulated.estimates();
        std::vector<Verdict> verdicts(estimates.size());
        std::transform(estimates.begin(), estimates.end(), verdicts.begin(), judged_alone);
        return evaluation_of(simulated, estimates, verdicts, true);
    }

    // Before there is a reference by itself, later by its difference from it.
    staffing::Evaluation rough(const StaffingPlan& plan) const {
        simulation::PromiseSimulation simulated{scenario_, plan};
        simulated.run(first_look, control_);
        const double contacts = static_cast<double>(simulated.contacts()) / static_cast<double>(first_look);
        const double most = std::max(1.0 * first_look, most_contacts_ / std::max(1.0, contacts));
        const auto wanted = static_cast<std::int64_t>((reference_ ? rough_part_beside : rough_part) * most);
        simulated.run(std::max<std::int64_t>(0, wanted - first_look), control_);
        std::vector<simulation::PromiseEstimate> estimates = simulated.estimates();
        if (reference_)
            estimates = beside(simulated, std::move(estimates));
        else
            for (simulation::PromiseEstimate& e : estimates)
                e.half_width *= std::sqrt(static_cast<double>(simulated.replications()) / most);
        std::vector<Verdict> verdicts(estimates.size());
        std::transform(estimates.begin(), estimates.end(), verdicts.begin(), verdict_by_room);
        return evaluation_of(simulated, estimates, verdicts, true);
    }

    std::vector<simulation::PromiseEstimate> beside(const simulation::PromiseSimulation& simulated,
                                                    std::vector<simulation::PromiseEstimate> estimates) const {
        const std::int64_t n = std::min(simulated.replications(), reference_->simulated().replications());
        const auto differences = simulated.differences(reference_->simulated(), n);
        for (std::size_t k = 0; k < estimates.size(); ++k)
            estimates[k] =
                as_reference_tells(estimates[k], differences[k], reference_->estimates()[k], part_of_reference(n));
        return estimates;
    }

    double part_of_reference(std::int64_t replications) const {
        return static_cast<double>(replications) / static_cast<double>(reference_->simulated().replications());
    }

    ReferenceSimulation reference_from(simulation::PromiseSimulation begun, const StaffingPlan& plan) const {
        return {scenario_, left_aside_, control_, std::move(begun), plan};
    }

    staffing::Evaluation as_reference(const StaffingPlan& plan) {
        if (!reference_ || reference_->plan() != plan) {
            reference_.emplace(reference_from(simulation::PromiseSimulation{scenario_, plan}, plan));
            reference_->sample(first_look);
        }
        return evaluation_of(*reference_);
    }

    staffing::Evaluation evaluation_of(const ReferenceSimulation& reference) const {
        std::vector<Verdict> verdicts(reference.estimates().size());
        std::transform(reference.estimates().begin(), reference.estimates().end(), verdicts.begin(), judged_alone);
        return evaluation_of(reference.simulated(), reference.estimates(), verdicts, reference.is_broken());
    }

    // A plan that holds and took long to tell from the reference is far from it; those that come next are like this
    // one.
    staffing::Evaluation as_next_reference(simulation::PromiseSimulation simulated, const StaffingPlan& plan) {
        ReferenceSimulation next = reference_from(std::move(simulated), plan);
        next.sample(reference_->as_many_more());
        staffing::Evaluation evaluation = evaluation_of(next);
        if (evaluation.holds())
            reference_.emplace(std::move(next));
        else
            for (staffing::Instance& instance : evaluation.instances) instance.close = false;  // asked to the end
        return evaluation;
    }

    // Whether more replications could change the answer: nothing has failed yet, and something is open.
    static bool is_open(const staffing::Evaluation& evaluation) {
        const auto& all = evaluation.instances;
        const auto has_failed = [](const staffing::Instance& instance) { return !instance.holds && !instance.close; };
        return std::none_of(all.begin(), all.end(), has_failed) && !evaluation.holds();
    }

    // Calls of a day, or of an interval and those that reach into it, while everybody is there as in the reference: a
    // difference in them would be chance.
    bool is_untouched(const StaffingPlan& plan, const simulation::PromiseEstimate& e) const {
        if (promises_[e.promise].by_deadline() || !(e.interval || e.day)) return false;
        const auto [first, last] = e.interval ? reaching(*e.interval) : of_day(*e.day);
        for (std::size_t t = 0; t < plan.agents.size(); ++t)
            for (std::size_t i = first; i < last; ++i)
                if (plan.agents[t][i] != reference_->plan().agents[t][i]) return false;
        return true;
    }

    using Intervals = std::pair<std::size_t, std::size_t>;  // first, and one past the last

    Intervals of_day(int day) const {
        return {scenario_.calendar().first_interval(day), scenario_.calendar().first_interval(day + 1)};
    }

    Intervals reaching(std::size_t interval) const {
        const std::size_t opening = of_day(scenario_.calendar().intervals()[interval].day).first;
        return {std::max(opening, interval - std::min(interval, staffing::reach_of_interval)), interval + 1};
    }

    // Whether the plan fails only for what the reference is not sure of, and it can be made surer.
    bool hinges_on_reference(const staffing::Evaluation& evaluation) const {
        if (reference_->is_full() || control_.stopped() || evaluation.holds()) return false;
        for (std::size_t k = 0; k < evaluation.instances.size(); ++k) {
            const staffing::Instance& instance = evaluation.instances[k];
            if (!instance.holds && !instance.close && !(reference_->estimates()[k].ahead(instance.value) >= 0.0))
                return false;
        }
        return true;
    }

    staffing::Evaluation beside_reference(const StaffingPlan& plan) {
        simulation::PromiseSimulation simulated{scenario_, plan};
        simulated.run(std::min(reference_->simulated().replications(), first_look), control_);
        while (true) {
            const std::int64_t n = simulated.replications();
            staffing::Evaluation evaluation = judged_by_difference(simulated, plan);
            const std::int64_t left = reference_->simulated().replications() - n;
            if (!control_.stopped() && left > 0 && is_open(evaluation))
                simulated.run(std::min(left, n), control_);
            else if (hinges_on_reference(evaluation))
                reference_->sample(reference_->as_many_more());
            else if (evaluation.holds() && n > first_look && part_of_reference(n) >= part_of_next &&
                     !control_.stopped())
                return as_next_reference(std::move(simulated), plan);
            else
                return evaluation;
        }
    }

    staffing::Evaluation judged_by_difference(const simulation::PromiseSimulation& simulated,
                                              const StaffingPlan& plan) const {
        const std::int64_t n = simulated.replications();
        const auto differences = simulated.differences(reference_->simulated(), n);
        std::vector<simulation::PromiseEstimate> estimates = simulated.estimates();
        std::vector<Verdict> verdicts;
        for (std::size_t k = 0; k < estimates.size(); ++k) {
            const simulation::PromiseEstimate& there = reference_->estimates()[k];
            if (is_untouched(plan, estimates[k])) {
                estimates[k] = there;
                verdicts.push_back(verdict_by_room(there));
                continue;
            }
            const Judged found = judged_beside(estimates[k], differences[k], there, part_of_reference(n),
                                               reference_->known_half_width(estimates[k]));
            estimates[k] = found.estimate;
            verdicts.push_back(found.verdict);
        }
        return evaluation_of(simulated, estimates, verdicts, false);
    }

    // Without a doubt left open.
    static Verdict verdict_by_room(const simulation::PromiseEstimate& e) {
        return room_of(e) >= 0.0 ? Verdict::kept : Verdict::broken;
    }

    const Scenario& scenario_;
    const RunControl& control_;
    double most_contacts_ = 0.0;
    std::vector<Promise> promises_;
    std::vector<bool> left_aside_;  // by instance; empty: none
    std::optional<ReferenceSimulation> reference_;
};

}  // namespace

void fail_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, const std::vector<Promise>& promises,
                            const std::vector<bool>& left_aside, staffing::Evaluation& evaluation) {
    for (const FallsBehind& behind : falls_behind(scenario, plan, evaluation.answered))
        for (std::size_t k = 0; k < evaluation.instances.size(); ++k) {
            staffing::Instance& instance = evaluation.instances[k];
            const Promise& promise = promises[instance.promise];
            const bool aside = k < left_aside.size() && left_aside[k];
            if (!aside && promise.of_backlog() && behind.concerns(*promise.work))
                instance.holds = instance.close = false;
        }
}

staffing::Evaluator simulation_evaluator(const Scenario& scenario, const RunControl& control) {
    auto judge = std::make_shared<PlanJudge>(scenario, control);
    return [judge](const StaffingPlan& plan, staffing::Effort effort, const std::vector<bool>& left_aside) {
        return judge->judge(plan, effort, left_aside);
    };
}

}  // namespace freiton::study
