// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/simulation/simulate.hpp"
#include "study/later_words.hpp"
#include "study/random_office.hpp"

namespace freiton::test {

/// A plan by formula, and what a simulation says of it.
class Agreement {
  public:
    Scenario scenario;
    StaffingPlan plan;
    Performance formula;
    Performance simulated;

    /// By how much the simulation misses a promise beyond its doubt: a share, or a part of a promised mean wait. Not
    /// above 0 where it keeps it.
    double missed_by(std::size_t target) const { return beyond(target, simulated.targets[target].promise.wanted); }

    /// The same for what the formula reached.
    double off_by(std::size_t target) const { return beyond(target, formula.targets[target].reached); }

    /// The largest miss of those promises of which the formula says that they are met, and not only expected.
    double denied_by() const {
        double most = 0.0;
        for (std::size_t t = 0; t < simulated.targets.size(); ++t)
            if (formula.targets[t].met && !formula.targets[t].may_be_off) most = std::max(most, missed_by(t));
        return most;
    }

  private:
    double beyond(std::size_t target, double figure) const {
        const TargetResult& one = simulated.targets[target];
        if (std::isnan(one.reached)) return 0.0;
        const double short_by = (figure - one.reached) * (one.promise.at_least() ? 1.0 : -1.0);
        const double beyond_doubt = short_by - one.half_width.value_or(0.0);
        return one.promise.kind == PromiseKind::average_wait ? beyond_doubt / one.promise.wanted : beyond_doubt;
    }
};

/// What an office of a seed may say: the words of an ordinary one, or later ones as well.
enum class Words { ordinary, later };

/// Plans the office of a seed by formula and simulates that plan.
inline Agreement agreement_of(std::uint64_t seed, int replications, Words words = Words::ordinary) {
    const Scenario office = RandomOffice{seed}.make();
    ScenarioParts parts = words == Words::ordinary ? office.parts() : LaterWords{office, seed}.make().parts();
    parts.simulation.replications = replications;
    Scenario scenario{parts};
    StaffingPlan plan = analytic::least_plan(scenario).staffing;
    Performance formula = analytic::performance(scenario, plan);
    Performance simulated = simulation::simulate(scenario, plan);
    return {std::move(scenario), std::move(plan), std::move(formula), std::move(simulated)};
}

/// Calls or post of one kind of work, whichever it is.
struct CameAndLoad {
    double offered = 0.0;
    double load_erlang = 0.0;
};
inline CameAndLoad came_and_load(const Work& work, const WorkPerformance& of) {
    if (work.answered_now()) return {of.calls.total.offered, of.calls.total.load_erlang};
    return {of.backlog.total.offered, of.backlog.total.load_erlang};
}

/// The names of figures that follow from the scenario and the people alone, and are not equal on both sides; what came,
/// within five standard errors of a Poisson number with a factor by day.
inline std::string different_figures(const Agreement& one) {
    std::string names;
    const auto differ = [&](const std::string& name, double a, double b, double doubt) {
        if (!(std::abs(a - b) <= doubt + 1e-9 * std::abs(a)))
            names += name + " " + std::to_string(a) + " / " + std::to_string(b) + ", ";
    };
    for (std::size_t t = 0; t < one.scenario.teams().size(); ++t) {
        const TeamPerformance& a = one.formula.teams[t];
        const TeamPerformance& b = one.simulated.teams[t];
        const std::string& name = one.scenario.teams()[t].name;
        differ(name + ".agent_hours", a.agent_hours, b.agent_hours, 0.0);
        differ(name + ".paid_fte", a.paid_fte, b.paid_fte, 0.0);
        differ(name + ".cost", a.cost.value_or(0.0), b.cost.value_or(0.0), 0.0);
    }
    const auto& works = one.scenario.work();
    const bool caused =
        std::any_of(works.begin(), works.end(), [](const Work& w) { return !consequences_of(w).empty(); });
    for (std::size_t w = 0; w < works.size(); ++w) {
        const Work& work = works[w];
        if (work.redial || caused) continue;  // the simulation counts attempts, and what was not lost
        const CameAndLoad a = came_and_load(work, one.formula.work[w]);
        const CameAndLoad b = came_and_load(work, one.simulated.work[w]);
        const double by_days = std::pow(work.arrivals.day_cv * a.offered, 2) / one.scenario.calendar().open_days();
        const double by_intervals = std::pow(work.arrivals.interval_cv * a.offered, 2) / 4.0;  // a few hold most
        const double doubt = 5.0 * std::sqrt((a.offered + by_days + by_intervals) / one.simulated.replications);
        differ(work.name + ".offered", a.offered, b.offered, doubt);
        if (work.kind == WorkKind::chat || work.kind == WorkKind::outbound) continue;  // of time, of all their calls
        differ(work.name + ".load_erlang", a.load_erlang, b.load_erlang,
               a.load_erlang * doubt / std::max(1.0, a.offered));
    }
    return names;
}

}  // namespace freiton::test
