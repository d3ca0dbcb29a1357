// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include <algorithm>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/table_warnings.hpp"
#include "freiton/model/work_left.hpp"
#include "freiton/study/plan_by_simulation.hpp"

namespace freiton::study {

namespace {

// What the formulas only approximate, or leave aside.
bool beyond_formulas(const Work& work) {
    const bool by_day =
        work.call_target && work.call_target->over != Scope::interval;  // queues go on between intervals
    return work.kind == WorkKind::backlog || work.redial || work.owners || by_day;
}

}  // namespace

bool plans_by_simulation(const Scenario& scenario) {
    const Method method = scenario.parts().plan.method;
    if (method != Method::automatic) return method == Method::simulation;
    const auto& work = scenario.work();
    const auto& teams = scenario.teams();
    return work.size() > 1 || teams.size() > 1 || scenario.parts().plan.assurance_days ||
           std::any_of(work.begin(), work.end(), beyond_formulas) ||
           std::any_of(teams.begin(), teams.end(), [](const Team& team) { return team.absence.has_value(); });
}

PlanResult plan_by_formula(const Scenario& scenario, const PlanOptions& options) {
    analytic::FormulaPlan least = analytic::least_plan(scenario, options.control);
    Performance performance = analytic::performance(scenario, least.staffing, options.control);
    return {.plan = std::move(least.staffing),
            .performance = std::move(performance),
            .seed = scenario.parts().simulation.seed,
            .organisation = {},
            .drivers = std::move(least.drivers)};
}

PlanResult plan(const Scenario& scenario, const PlanOptions& options) {
    PlanResult result = plans_by_simulation(scenario)
                            ? plan_by_simulation(scenario, analytic::least_plan(scenario, options.control).staffing,
                                                 options.control, options.explain)
                            : plan_by_formula(scenario, options);
    for (const auto& about : {warnings_about_volumes(scenario), warnings_about_work_left(scenario, result.performance)})
        result.performance.warnings.insert(result.performance.warnings.end(), about.begin(), about.end());
    return result;
}

}  // namespace freiton::study
