// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include <algorithm>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/analytic/formula_warnings.hpp"
#include "freiton/analytic/transient_office.hpp"
#include "freiton/analytic/transient_plan.hpp"
#include "freiton/model/alike.hpp"
#include "freiton/model/staff_totals.hpp"
#include "freiton/model/table_warnings.hpp"
#include "freiton/model/work_left.hpp"
#include "freiton/study/plan_by_simulation.hpp"
#include "freiton/study/search_hours.hpp"

namespace freiton::study {

namespace {

// What the formulas only approximate, or leave aside.
bool beyond_formulas(const Work& work) {
    const bool by_day =
        work.call_target && work.call_target->over != Scope::interval;  // queues go on between intervals
    const bool no_mean = work.call_target && work.call_target->average_wait && analytic::mean_wait_is_infinite(work);
    return no_mean || work.kind != WorkKind::call || work.redial || work.callback || work.owners || by_day ||
           !consequences_of(work).empty();
}

PlanResult planned(analytic::FormulaPlan least, Performance performance, const Scenario& scenario) {
    return {.plan = std::move(least.staffing),
            .performance = std::move(performance),
            .seed = scenario.parts().simulation.seed,
            .organisation = {},
            .drivers = std::move(least.drivers)};
}

PlanResult plan_through_the_day(const Scenario& scenario, const PlanOptions& options) {
    if (Problems obstacles = analytic::transient_obstacles(scenario); !obstacles.empty())
        throw InputError{std::move(obstacles)};
    analytic::FormulaPlan least = analytic::transient_plan(scenario, options.control.part(0.0, 0.7));
    Performance performance = analytic::transient_performance(scenario, least.staffing, options.control.part(0.7, 1.0));
    return planned(std::move(least), std::move(performance), scenario);
}

PlanResult plan_by(Method method, const Scenario& scenario, const PlanOptions& options) {
    if (method == Method::transient) return plan_through_the_day(scenario, options);
    if (method == Method::formula) return plan_by_formula(scenario, options);
    return plan_by_simulation(scenario, analytic::least_plan(scenario, options.control).staffing, options.control,
                              options.explain);
}

}  // namespace

Method method_for(const Scenario& scenario) {
    const Method method = scenario.parts().plan.method;
    if (method != Method::automatic) return method;
    if (analytic::transient_is_best(scenario)) return Method::transient;
    const auto& work = scenario.work();
    const auto& teams = scenario.teams();
    const bool beyond =
        work.size() > 1 || teams.size() > 1 || scenario.parts().plan.assurance_days ||
        std::any_of(work.begin(), work.end(), beyond_formulas) ||
        std::any_of(teams.begin(), teams.end(), [](const Team& team) { return team.absence.has_value(); });
    return beyond ? Method::simulation : Method::formula;
}

PlanResult plan_by_formula(const Scenario& scenario, const PlanOptions& options) {
    analytic::FormulaPlan least = analytic::least_plan(scenario, options.control);
    Performance performance = analytic::performance(scenario, least.staffing, options.control);
    return planned(std::move(least), std::move(performance), scenario);
}

namespace {

PlanResult chosen(const Scenario& scenario, const PlanOptions& options) {
    PlanResult result = plan_by(method_for(scenario), scenario, options);
    const bool free_to_choose = scenario.parts().plan.method == Method::automatic;
    if (!free_to_choose || !result.performance.expected()) return result;
    refuse_hours(hours_of_search(scenario, options.control.threads), options.control);  // formulas cannot vouch for it
    result = plan_by_simulation(scenario, StaffingPlan{result.plan}, options.control, options.explain);
    return result;
}

// First each day with numbers of its own, which tells what it costs that some have the same; then those are made alike,
// and whoever can be spared of them all is.
PlanResult planned_alike(const Scenario& scenario, const PlanOptions& options) {
    ScenarioParts parts = scenario.parts();
    parts.plan.alike.clear();
    const PlanResult own = chosen(Scenario{std::move(parts)}, {false, options.control.part(0.0, 0.5)});
    PlanResult result = own;
    result.plan = made_alike(scenario, own.plan);
    const RunControl rest = options.control.part(0.5, 1.0);
    if (own.performance.source == Source::simulation)
        result = plan_by_simulation(scenario, result.plan, rest, options.explain);
    else if (own.performance.source == Source::transient)
        result.performance = analytic::transient_performance(scenario, result.plan, rest);
    else
        result.performance = analytic::performance(scenario, result.plan, rest);
    result.own_numbers = best_own_numbers(own, result);
    return result;
}

}  // namespace

PlanResult::OwnNumbers best_own_numbers(const PlanResult& own, const PlanResult& alike) {
    StaffTotals best = staff_totals(own.performance);
    const StaffTotals other = staff_totals(alike.performance);
    if (alike.met() && other.cost.value_or(other.agent_hours) < best.cost.value_or(best.agent_hours)) best = other;
    return {best.agent_hours, best.cost};
}

PlanResult plan(const Scenario& scenario, const PlanOptions& options) {
    refuse_hours(hours_to_plan(scenario, options.control.threads), options.control);
    PlanResult result =
        scenario.parts().plan.alike.empty() ? chosen(scenario, options) : planned_alike(scenario, options);
    for (const auto& about : {warnings_about_input(scenario), warnings_about_work_left(scenario, result.performance)})
        result.performance.warnings.insert(result.performance.warnings.end(), about.begin(), about.end());
    return result;
}

}  // namespace freiton::study
