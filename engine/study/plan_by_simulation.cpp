// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan_by_simulation.hpp"

#include <algorithm>
#include <cmath>

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
constexpr double contacts_at_most = 2'000'000;  // for one plan, at the usual half-width of a point
constexpr double usual_half_width = 0.01;
constexpr double sureness = 2.5 / 1.96;     // half-widths of 95 % that a number must be away from its promise
constexpr double part_of_half_width = 0.2;  // known that well, a number that is still undecided counts as missed
constexpr int most_people = 100'000;

class Decision {
  public:
    explicit Decision(const SimulationOptions& options) : options_{options} {}

    bool is_clear(const simulation::PromiseEstimate& estimate) const {
        return std::isnan(estimate.value) || clearly_kept(estimate) || clearly_broken(estimate);
    }
    bool is_known_well(const simulation::PromiseEstimate& estimate, PromiseKind kind) const {
        const bool time = kind == PromiseKind::average_wait;
        const double wanted =
            time ? options_.half_width_times.value() * estimate.wanted : options_.half_width_shares.value();
        return estimate.half_width <= part_of_half_width * wanted;
    }
    bool clearly_kept(const simulation::PromiseEstimate& e) const {
        if (std::isnan(e.value)) return true;
        if (e.at_least && e.wanted >= 1.0) return e.value >= 1.0;
        const double margin = std::isnan(e.half_width) ? 0.0 : sureness * e.half_width;
        constexpr double slack = 1e-12;
        return e.at_least ? e.value - margin >= e.wanted * (1.0 - slack) : e.value + margin <= e.wanted * (1.0 + slack);
    }

    bool clearly_broken(const simulation::PromiseEstimate& e) const {
        const double margin = std::isnan(e.half_width) ? 0.0 : sureness * e.half_width;
        return e.at_least ? e.value + margin < e.wanted : e.value - margin > e.wanted;
    }

  private:
    const SimulationOptions& options_;
};

}  // namespace

staffing::Evaluator simulation_evaluator(const Scenario& scenario, const RunControl& control) {
    const SimulationOptions& options = scenario.parts().simulation;
    const double finer = std::max(1.0, usual_half_width / options.half_width_shares.value());
    const double most = contacts_at_most * finer * finer;
    const std::vector<Promise> promises = promises_of(scenario);
    return [&scenario, &control, most, promises](const StaffingPlan& plan, staffing::Effort effort) {
        const Decision decision{scenario.parts().simulation};
        simulation::PromiseSimulation simulated{scenario, plan};
        std::int64_t more = first_look;
        std::vector<simulation::PromiseEstimate> estimates;
        while (true) {
            simulated.run(more, control);
            estimates = simulated.estimates();
            const auto contacts = static_cast<double>(simulated.contacts());
            const bool decided = effort == staffing::Effort::quick ||
                                 std::all_of(estimates.begin(), estimates.end(), [&](const auto& estimate) {
                                     return decision.is_clear(estimate) ||
                                            decision.is_known_well(estimate, promises[estimate.promise].kind);
                                 });
            if (control.stopped() || contacts >= most || contacts <= 0.0 || (decided && contacts >= contacts_at_least))
                break;
            const double doubled = static_cast<double>(simulated.replications());
            const double allowed = doubled * (most - contacts) / contacts;
            more = std::max<std::int64_t>(3, static_cast<std::int64_t>(std::min(doubled, allowed)));
        }
        staffing::Evaluation evaluation;
        evaluation.replications = simulated.replications();
        evaluation.misses = simulated.misses();
        for (const auto& e : estimates)
            evaluation.instances.push_back(
                {e.promise, e.interval, e.day, e.value, e.half_width, decision.clearly_kept(e), !decision.is_clear(e)});
        return evaluation;
    };
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
