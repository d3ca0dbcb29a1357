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
#include "freiton/study/search_hours.hpp"
#include "freiton/study/verdict.hpp"

namespace freiton::study {

namespace {

constexpr std::int64_t first_look = 30;
constexpr double rough_part = 0.1;  // of the most contacts: three times the doubt
constexpr double rough_part_beside = 0.15;
constexpr double contacts_at_least = 20'000;  // before anything is believed
constexpr double part_of_next = 0.25;         // of the reference's replications: a plan that takes more is far from it
constexpr double part_of_half_width = 0.5;    // known that well, a number that is still undecided counts as missed

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

    const SimulationOptions& options() const { return scenario_.parts().simulation; }

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
        std::vector<Verdict> verdicts;
        verdicts.reserve(estimates.size());
        for (const simulation::PromiseEstimate& e : estimates)
            verdicts.push_back(room_of(e) >= 0.0 ? Verdict::kept : Verdict::broken);
        return evaluation_of(simulated, estimates, verdicts, true);
    }

    std::vector<simulation::PromiseEstimate> beside(const simulation::PromiseSimulation& simulated,
                                                    std::vector<simulation::PromiseEstimate> estimates) const {
        const std::int64_t n = std::min(simulated.replications(), reference_->replications());
        const auto differences = simulated.differences(*reference_, n);
        const double part = static_cast<double>(n) / static_cast<double>(reference_->replications());
        for (std::size_t k = 0; k < estimates.size(); ++k) {
            simulation::PromiseEstimate& e = estimates[k];
            const simulation::PromiseEstimate& there = reference_estimates_[k];
            if (std::isnan(e.value) || std::isnan(there.value) || std::isnan(differences[k].value)) continue;
            e.value = there.value + differences[k].value;
            e.half_width = e.interval ? there.half_width : e.half_width * std::sqrt(part);
        }
        return estimates;
    }

    // Known that well, a number that is still undecided counts as missed.
    double known_half_width(const simulation::PromiseEstimate& e) const {
        const bool time = promises_[e.promise].kind == PromiseKind::average_wait;
        const double wanted =
            time ? options().half_width_times.value() * e.wanted : options().half_width_shares.value();
        return part_of_half_width * wanted;
    }

    bool reference_is_full() const { return static_cast<double>(reference_->contacts()) >= most_contacts_; }

    // Goes on until every number is known well and on one side of its promise, or one is clearly broken, or the most
    // contacts are used up.
    void sample_reference(std::int64_t more) {
        while (true) {
            reference_->run(more, control_);
            reference_estimates_ = reference_->estimates();
            const auto contacts = static_cast<double>(reference_->contacts());
            if (control_.stopped() || reference_is_full() || contacts <= 0.0 || reference_is_broken() ||
                (contacts >= contacts_at_least && reference_is_clear()))
                return;
            more = as_many_more();
        }
    }

    bool reference_is_broken() const {
        for (std::size_t k = 0; k < reference_estimates_.size(); ++k)
            if (!is_left_aside(k) && judged_alone(reference_estimates_[k]) == Verdict::broken) return true;
        return false;
    }

    bool reference_is_clear() const {
        for (std::size_t k = 0; k < reference_estimates_.size(); ++k) {
            const auto& e = reference_estimates_[k];
            if (is_left_aside(k) || std::isnan(e.value)) continue;
            if (e.half_width > known_half_width(e) || judged_alone(e) == Verdict::open) return false;
        }
        return true;
    }

    // Twice as many, within the most contacts.
    std::int64_t as_many_more() const {
        const auto done = static_cast<double>(reference_->replications());
        const auto contacts = static_cast<double>(reference_->contacts());
        return std::max<std::int64_t>(
            3, static_cast<std::int64_t>(std::min(done, done * (most_contacts_ - contacts) / contacts)));
    }

    staffing::Evaluation as_reference(const StaffingPlan& plan) {
        if (!reference_ || reference_plan_ != plan) {
            reference_.emplace(scenario_, plan);
            reference_plan_ = plan;
            sample_reference(first_look);
        }
        return evaluation_of_reference();
    }

    staffing::Evaluation evaluation_of_reference() const {
        std::vector<Verdict> verdicts(reference_estimates_.size());
        std::transform(reference_estimates_.begin(), reference_estimates_.end(), verdicts.begin(), judged_alone);
        return evaluation_of(*reference_, reference_estimates_, verdicts, reference_is_broken());
    }

    // A plan that holds and took long to tell from the reference is far from it; those that come next are like this
    // one.
    staffing::Evaluation as_next_reference(simulation::PromiseSimulation simulated, const StaffingPlan& plan) {
        simulation::PromiseSimulation before = std::exchange(*reference_, std::move(simulated));
        std::vector<simulation::PromiseEstimate> estimates_before = reference_estimates_;
        sample_reference(as_many_more());
        staffing::Evaluation evaluation = evaluation_of_reference();
        if (evaluation.holds()) {
            reference_plan_ = plan;
        } else {
            reference_.emplace(std::move(before));
            reference_estimates_ = std::move(estimates_before);
            for (staffing::Instance& instance : evaluation.instances) instance.close = false;  // asked to the end
        }
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
                if (plan.agents[t][i] != reference_plan_.agents[t][i]) return false;
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
        if (reference_is_full() || control_.stopped() || evaluation.holds()) return false;
        for (std::size_t k = 0; k < evaluation.instances.size(); ++k) {
            const staffing::Instance& instance = evaluation.instances[k];
            if (!instance.holds && !instance.close && !(reference_estimates_[k].ahead(instance.value) >= 0.0))
                return false;
        }
        return true;
    }

    staffing::Evaluation beside_reference(const StaffingPlan& plan) {
        simulation::PromiseSimulation simulated{scenario_, plan};
        simulated.run(std::min(reference_->replications(), first_look), control_);
        while (true) {
            const std::int64_t n = simulated.replications();
            const auto differences = simulated.differences(*reference_, n);
            std::vector<simulation::PromiseEstimate> estimates = simulated.estimates();
            const double part = static_cast<double>(n) / static_cast<double>(reference_->replications());
            std::vector<Verdict> verdicts;
            for (std::size_t k = 0; k < estimates.size(); ++k) {
                if (is_untouched(plan, estimates[k])) {
                    estimates[k] = reference_estimates_[k];
                    verdicts.push_back(room_of(estimates[k]) >= 0.0 ? Verdict::kept : Verdict::broken);
                    continue;
                }
                const Judged found = judged_beside(estimates[k], differences[k], reference_estimates_[k], part,
                                                   known_half_width(estimates[k]));
                estimates[k] = found.estimate;
                verdicts.push_back(found.verdict);
            }
            staffing::Evaluation evaluation = evaluation_of(simulated, estimates, verdicts, false);
            const std::int64_t left = reference_->replications() - n;
            if (!control_.stopped() && left > 0 && is_open(evaluation))
                simulated.run(std::min(left, n), control_);
            else if (hinges_on_reference(evaluation))
                sample_reference(as_many_more());
            else if (evaluation.holds() && n > first_look &&
                     static_cast<double>(n) >= part_of_next * static_cast<double>(reference_->replications()) &&
                     !control_.stopped())
                return as_next_reference(std::move(simulated), plan);
            else
                return evaluation;
        }
    }

    const Scenario& scenario_;
    const RunControl& control_;
    double most_contacts_ = 0.0;
    std::vector<Promise> promises_;
    std::vector<bool> left_aside_;  // by instance; empty: none
    StaffingPlan reference_plan_;
    std::optional<simulation::PromiseSimulation> reference_;
    std::vector<simulation::PromiseEstimate> reference_estimates_;
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
