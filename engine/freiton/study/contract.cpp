// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/contract.hpp"

#include "freiton/model/staffing_plan.hpp"
#include "freiton/study/allotment.hpp"
#include "freiton/study/promise_prices.hpp"
#include "freiton/study/search_hours.hpp"

namespace freiton::study {

Contract contract(const Scenario& scenario, const RunControl& control) {
    constexpr double plan_part = 0.2;  // of the progress; the prices have the rest
    const bool priced = !is_all_staff_given(scenario);
    const auto plans = static_cast<double>(1 + (priced ? price_questions(scenario) : 0));
    refuse_hours(plans * hours_to_plan(scenario, control.threads), control);
    Contract result{.scenario = scenario,
                    .plan = plan(scenario, {.control = control.part(0.0, priced ? plan_part : 1.0)}),
                    .services = {},
                    .priced = priced};
    const std::vector<Capacity> capacities = allotted(scenario, result.plan);
    for (WorkIndex w{0}; w < scenario.work().size(); ++w) {
        const WorkPerformance& work = result.plan.performance.work[w];
        Service& service = result.services.emplace_back();
        service.work = w;
        service.name = scenario.work()[w].name;
        service.offered = scenario.work()[w].answered_now() ? work.calls.total.offered : work.backlog.total.offered;
        service.capacity = capacities[w];
    }
    if (priced) add_prices(result, control.part(plan_part, 1.0));
    result.interrupted = control.stopped();
    return result;
}

}  // namespace freiton::study
