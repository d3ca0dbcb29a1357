// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/plan.hpp"

#include "freiton/analytic/formula_plan.hpp"

namespace freiton::study {

PlanResult plan(const Scenario& scenario, const PlanOptions& options) {
    analytic::FormulaPlan least = analytic::least_plan(scenario, options.threads);
    Performance performance = analytic::performance(scenario, least.staffing, options.threads);
    return {.plan = std::move(least.staffing),
            .performance = std::move(performance),
            .seed = options.seed,
            .organisation = {},
            .drivers = std::move(least.drivers)};
}

}  // namespace freiton::study
