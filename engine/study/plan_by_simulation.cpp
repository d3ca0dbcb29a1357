// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan_by_simulation.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "freiton/model/eligibility.hpp"
#include "freiton/model/promises.hpp"
#include "freiton/simulation/promise_simulation.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/staffing/independent_parts.hpp"
#include "freiton/staffing/repair.hpp"

namespace freiton::study {

namespace {

constexpr std::int64_t first_look = 30;
constexpr double contacts_at_least = 20'000;    // before anything is believed
constexpr double contacts_at_most = 4'000'000;  // for a reference, at the usual half-width of a point
constexpr double usual_half_width = 0.01;
constexpr double sureness = 2.5 / 1.96;      // half-widths of 95 % that a number must be away from its promise
constexpr double part_of_half_width = 0.5;   // known that well, a number that is still undecided counts as missed
constexpr std::int64_t enough_to_fail = 60;  // replications, and
constexpr double contacts_to_fail = 100'000;
constexpr double small_doubt = 0.3;  // of a difference, beside the margin that is kept anyway
constexpr int most_people = 100'000;

double margin_of(const simulation::PromiseEstimate& estimate) {
    return std::isnan(estimate.half_width) ? 0.0 : sureness * estimate.half_width;
}

// How far a value is on the good side of its promise; NaN where nothing came.
double distance(const simulation::PromiseEstimate& estimate, double value) {
    return estimate.at_least ? value - estimate.wanted : estimate.wanted - value;
}

enum class Verdict { kept, broken, open };

// Remembers a plan that was simulated at length. Another plan is then judged by how it differs from it on the same
// random numbers, which a few replications tell; what they leave open, more decide.
class PlanJudge {
  public:
    PlanJudge(const Scenario& scenario, const RunControl& control) : scenario_{scenario}, control_{control} {
        const double finer = std::max(1.0, usual_half_width / options().half_width_shares.value());
        most_contacts_ = contacts_at_most * finer * finer;
        for (const Promise& promise : promises_of(scenario)) kinds_.push_back(promise.kind);
    }

    staffing::Evaluation judge(const StaffingPlan& plan, staffing::Effort effort) {
        if (effort == staffing::Effort::quick) return quick(plan);
        if (effort == staffing::Effort::full && reference_) return beside_reference(plan);
        return as_reference(plan);
    }

  private:
    const SimulationOptions& options() const { return scenario_.parts().simulation; }

    staffing::Evaluation evaluation_of(const simulation::PromiseSimulation& simulated,
                                       const std::vector<simulation::PromiseEstimate>& estimates,
                                       const std::vector<Verdict>& verdicts, bool open_holds) const {
        staffing::Evaluation evaluation;
        evaluation.replications = simulated.replications();
        evaluation.misses = simulated.misses();
        for (std::size_t k = 0; k < estimates.size(); ++k) {
            const auto& e = estimates[k];
            const bool holds = verdicts[k] == Verdict::kept || (open_holds && verdicts[k] == Verdict::open);
            evaluation.instances.push_back(
                {e.promise, e.interval, e.day, e.value, e.half_width, holds, verdicts[k] == Verdict::open});
        }
        return evaluation;
    }

    // Kept or broken beyond doubt, by the plan's own replications.
    static Verdict verdict_alone(const simulation::PromiseEstimate& e) {
        if (std::isnan(e.value)) return Verdict::kept;
        if (e.at_least && e.wanted >= 1.0) return e.value >= 1.0 ? Verdict::kept : Verdict::broken;
        const double distance = study::distance(e, e.value);
        if (distance - margin_of(e) >= -1e-12 * e.wanted) return Verdict::kept;
        return distance + margin_of(e) < 0.0 ? Verdict::broken : Verdict::open;
    }

    staffing::Evaluation quick(const StaffingPlan& plan) const {
        simulation::PromiseSimulation simulated{scenario_, plan};
        simulated.run(first_look, control_);
        const auto estimates = simulated.estimates();
        std::vector<Verdict> verdicts(estimates.size());
        std::transform(estimates.begin(), estimates.end(), verdicts.begin(), verdict_alone);
        return evaluation_of(simulated, estimates, verdicts, true);
    }

    bool is_known_well(const simulation::PromiseEstimate& e) const {
        const bool time = kinds_[e.promise] == PromiseKind::average_wait;
        const double wanted =
            time ? options().half_width_times.value() * e.wanted : options().half_width_shares.value();
        return e.half_width <= part_of_half_width * wanted;
    }

    staffing::Evaluation as_reference(const StaffingPlan& plan) {
        reference_.emplace(scenario_, plan);
        std::int64_t more = first_look;
        std::vector<simulation::PromiseEstimate> estimates;
        while (true) {
            reference_->run(more, control_);
            estimates = reference_->estimates();
            const auto contacts = static_cast<double>(reference_->contacts());
            const bool known = std::all_of(estimates.begin(), estimates.end(),
                                           [&](const auto& e) { return std::isnan(e.value) || is_known_well(e); });
            if (control_.stopped() || contacts >= most_contacts_ || contacts <= 0.0 ||
                (known && contacts >= contacts_at_least))
                break;
            const auto done = static_cast<double>(reference_->replications());
            more = std::max<std::int64_t>(
                3, static_cast<std::int64_t>(std::min(done, done * (most_contacts_ - contacts) / contacts)));
        }
        reference_estimates_ = estimates;
        std::vector<Verdict> verdicts(estimates.size());
        std::transform(estimates.begin(), estimates.end(), verdicts.begin(), verdict_alone);
        return evaluation_of(*reference_, estimates, verdicts, false);
    }

    // What the reference's value would be for this plan, and whether that keeps the promise as surely as there.
    Verdict verdict_beside(const simulation::PromiseEstimate& own, const simulation::PromiseEstimate& difference,
                           const simulation::PromiseEstimate& reference, std::int64_t replications,
                           bool enough_seen) const {
        const double part = static_cast<double>(replications) / static_cast<double>(reference_->replications());
        if (std::isnan(own.value) || std::isnan(reference.value)) return verdict_alone(own);
        if (own.at_least && own.wanted >= 1.0) return own.value >= 1.0 ? Verdict::kept : Verdict::broken;
        const double margin = margin_of(own) * std::sqrt(part);
        const double doubt = part < 1.0 ? margin_of(difference) * std::sqrt(1.0 - part) : 0.0;
        const double ahead = distance(own, reference.value + difference.value) - margin;
        if (ahead - doubt >= -1e-12 * own.wanted) return Verdict::kept;
        // Most plans that are tried fail, so that a look at the mean is enough for them; to hold takes more.
        const bool seems_broken = ahead < 0.0 && enough_seen;
        const bool close_call = doubt <= small_doubt * margin;  // more replications would only shift the doubt
        return ahead + doubt < 0.0 || part >= 1.0 || close_call || seems_broken ? Verdict::broken : Verdict::open;
    }

    staffing::Evaluation beside_reference(const StaffingPlan& plan) {
        simulation::PromiseSimulation simulated{scenario_, plan};
        const std::int64_t all = reference_->replications();
        std::vector<simulation::PromiseEstimate> estimates;
        std::vector<Verdict> verdicts;
        std::int64_t more = std::min(all, first_look);
        while (true) {
            simulated.run(more, control_);
            const std::int64_t n = std::min(all, simulated.replications());
            const bool enough_seen =
                n >= enough_to_fail && static_cast<double>(simulated.contacts()) >= contacts_to_fail;
            estimates = simulated.estimates(n);
            const auto differences = simulated.differences(*reference_, n);
            verdicts.clear();
            for (std::size_t k = 0; k < estimates.size(); ++k)
                verdicts.push_back(
                    verdict_beside(estimates[k], differences[k], reference_estimates_[k], n, enough_seen));
            const auto has = [&](Verdict verdict) {
                return std::find(verdicts.begin(), verdicts.end(), verdict) != verdicts.end();
            };
            if (control_.stopped() || n >= all || !has(Verdict::open)) break;
            if (has(Verdict::broken) && enough_seen) break;  // it fails; what else is open does not matter
            more = std::min(all - n, n);
        }
        return evaluation_of(simulated, estimates, verdicts, false);
    }

    const Scenario& scenario_;
    const RunControl& control_;
    double most_contacts_ = 0.0;
    std::vector<PromiseKind> kinds_;  // by promise
    std::optional<simulation::PromiseSimulation> reference_;
    std::vector<simulation::PromiseEstimate> reference_estimates_;
};

}  // namespace

staffing::Evaluator simulation_evaluator(const Scenario& scenario, const RunControl& control) {
    auto judge = std::make_shared<PlanJudge>(scenario, control);
    return [judge](const StaffingPlan& plan, staffing::Effort effort) { return judge->judge(plan, effort); };
}

namespace {

// Erlangs of a team if every kind of work were split evenly among those who may take it.
std::vector<double> shares_of_load(const Scenario& scenario) {
    std::vector<double> load(scenario.teams().size(), 1e-6);
    for (std::size_t w = 0; w < scenario.work().size(); ++w) {
        const Work& work = scenario.work()[w];
        std::vector<std::string> sites = scenario.sites();
        sites.emplace_back();
        for (const std::string& site : sites) {
            double items = 0.0;
            for (const double arrivals : scenario.arrivals_of_site(w, site)) items += arrivals;
            std::vector<std::size_t> takers;
            for (std::size_t t = 0; t < load.size(); ++t)
                if (may_take(scenario, t, work, site) && (site.empty() || scenario.teams()[t].site == site))
                    takers.push_back(t);
            if (takers.empty())
                for (std::size_t t = 0; t < load.size(); ++t)
                    if (may_take(scenario, t, work, site)) takers.push_back(t);
            for (const std::size_t t : takers)
                load[t] += items * work.handling_time.mean_duration().count() / static_cast<double>(takers.size());
        }
    }
    return load;
}

bool helps(const Scenario& scenario, const Promise& promise, std::size_t team) {
    if (promise.team) return *promise.team == team;
    const Work& work = scenario.work()[*promise.work];
    if (!promise.site.empty()) return may_take(scenario, team, work, promise.site);
    if (may_take(scenario, team, work, "")) return true;
    return std::any_of(scenario.sites().begin(), scenario.sites().end(), [&](const std::string& site) {
        return scenario.comes_from(*promise.work, site) && may_take(scenario, team, work, site);
    });
}

// Paid money of an interval, else agent hours. Where people are placed by load, money decides only among teams of one
// site: whoever sits at the dearer site counts like the others.
std::vector<double> costs(const Scenario& scenario) {
    const double hours = Hours{scenario.calendar().interval_length()}.count();
    const bool priced = std::all_of(scenario.teams().begin(), scenario.teams().end(),
                                    [](const Team& team) { return team.cost_per_hour.has_value(); });
    std::vector<double> costs;
    const auto paid = [&](const Team& team) { return *team.cost_per_hour * hours / (1.0 - team.shrinkage.value()); };
    for (const Team& team : scenario.teams()) {
        double least = priced ? paid(team) : hours;  // of its site
        for (const Team& other : scenario.teams())
            if (priced && other.site == team.site) least = std::min(least, paid(other));
        costs.push_back(!priced                                        ? hours
                        : scenario.parts().plan.locate == Locate::free ? paid(team)
                                                                       : hours * paid(team) / least);
    }
    return costs;
}

}  // namespace

staffing::SearchSpace search_space(const Scenario& scenario) {
    staffing::SearchSpace space;
    for (const Team& team : scenario.teams()) {
        const auto given = given_staff(team, scenario.calendar());
        space.least.push_back(given.value_or(std::vector<int>(scenario.intervals(), team.least)));
        space.most.push_back(given.value_or(std::vector<int>(scenario.intervals(), team.most.value_or(most_people))));
    }
    space.cost = costs(scenario);
    space.share = shares_of_load(scenario);
    for (const Promise& promise : promises_of(scenario)) {
        std::vector<bool>& row = space.helps.emplace_back();
        for (std::size_t t = 0; t < scenario.teams().size(); ++t) row.push_back(helps(scenario, promise, t));
    }
    for (const Interval& interval : scenario.calendar().intervals()) space.day_of_interval.push_back(interval.day);
    return space;
}

namespace {

// The rows of a plan that belong to some teams.
StaffingPlan rows_of(const StaffingPlan& plan, const std::vector<std::size_t>& teams) {
    StaffingPlan rows;
    for (const std::size_t t : teams) rows.agents.push_back(plan.agents[t]);
    return rows;
}

// Judges by the mean of so many replications: what a reader of the result sees.
staffing::Evaluator mean_evaluator(const Scenario& scenario, std::int64_t replications, const RunControl& control) {
    const std::vector<Promise> promises = promises_of(scenario);
    return [&scenario, &control, replications, promises](const StaffingPlan& plan, staffing::Effort) {
        simulation::PromiseSimulation simulated{scenario, plan};
        simulated.run(replications, control);
        staffing::Evaluation evaluation;
        evaluation.replications = simulated.replications();
        evaluation.misses = simulated.misses();
        for (const auto& e : simulated.estimates()) {
            const bool kept = std::isnan(e.value) ||
                              (e.at_least ? e.value >= e.wanted * (1.0 - 1e-12) : e.value <= e.wanted * (1.0 + 1e-12));
            evaluation.instances.push_back({e.promise, e.interval, e.day, e.value, e.half_width, kept, false});
        }
        return evaluation;
    };
}

}  // namespace

PlanResult plan_by_simulation(const Scenario& scenario, const StaffingPlan& start, const RunControl& control) {
    PlanResult result;
    result.seed = scenario.parts().simulation.seed;
    result.plan = start;
    std::int64_t replications = 0;
    bool met = true;
    const auto stop = [&] { return control.stopped(); };
    for (std::size_t t = 0; t < scenario.teams().size(); ++t)  // who serves nobody is there as the scenario says
        result.plan.agents[t] = given_staff(scenario.teams()[t], scenario.calendar())
                                    .value_or(std::vector<int>(scenario.intervals(), scenario.teams()[t].least));
    for (const staffing::Part& part : staffing::independent_parts(scenario)) {
        const staffing::SearchResult found = staffing::search(search_space(part.scenario), rows_of(start, part.teams),
                                                              simulation_evaluator(part.scenario, control), stop);
        for (std::size_t k = 0; k < part.teams.size(); ++k) result.plan.agents[part.teams[k]] = found.plan.agents[k];
        replications = std::max(replications, found.evaluation.replications);
        met = met && found.met;
    }
    result.performance = simulation::simulate(scenario, result.plan, control, replications);
    if (met && !result.met() && !control.stopped()) {
        const auto evaluate = mean_evaluator(scenario, result.performance.replications, control);
        staffing::SearchResult repaired{.plan = result.plan, .evaluation = {}};
        staffing::repair(search_space(scenario), evaluate, repaired, stop);
        result.plan = repaired.plan;
        result.performance = simulation::simulate(scenario, result.plan, control, result.performance.replications);
    }
    return result;
}

}  // namespace freiton::study
