// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include "freiton/analytic/formula_plan.hpp"

namespace freiton::study {

PlanResult plan(const Scenario& scenario, const PlanOptions& options) {
    StaffingPlan least = analytic::least_plan(scenario);
    Performance performance = analytic::performance(scenario, least);
    return {std::move(least), std::move(performance), options.seed};
}

}  // namespace freiton::study
