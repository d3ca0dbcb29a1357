// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_plan.hpp"

#include "freiton/analytic/fewest_agents.hpp"

namespace freiton::analytic {

namespace {

// More people than any centre has; a search ends here.
constexpr int most_people = 1'000'000;

void expect_one_team_with_one_work(const Scenario& scenario) {
    const bool one_of_each = scenario.work().size() == 1 && scenario.teams().size() == 1;
    if (one_of_each && scenario.work()[0].kind == WorkKind::call) return;
    throw InputError{Problem{Rule::one_team_only}.on(scenario.teams().size() > 1 ? "teams" : "work")};
}

}  // namespace

std::vector<CallDemand> call_demands(const Scenario& scenario, std::size_t work) {
    const Work& calls = scenario.work()[work];
    CallDemand demand{.first_attempts = {}, .redial = calls.redial, .days = day_factors(calls.arrivals.day_cv)};
    CallStream& stream = demand.first_attempts;
    stream.handling_time = calls.handling_time.mean_duration();
    stream.handling_cv = calls.handling_time.variation();
    stream.lines = calls.lines;
    if (calls.patience) stream.patience = calls.patience->mean_duration();
    std::vector<CallDemand> demands;
    demands.reserve(scenario.intervals());
    for (const double arrivals : scenario.arrivals(work)) {
        stream.rate = ArrivalRate{arrivals, scenario.calendar().interval_length()};
        demands.push_back(demand);
    }
    return demands;
}

CallTarget call_target(const Scenario& scenario, std::size_t work) {
    CallTarget target = scenario.work()[work].call_target.value_or(CallTarget{});
    target.max_occupancy = scenario.teams()[0].max_occupancy;
    return target;
}

StaffingPlan least_plan(const Scenario& scenario) {
    expect_one_team_with_one_work(scenario);
    const CallTarget target = call_target(scenario, 0);
    const Team& team = scenario.teams()[0];
    const int most = team.most.value_or(most_people);
    std::vector<int> agents;
    for (const CallDemand& demand : call_demands(scenario, 0))
        agents.push_back(fewest_agents(demand, target, team.least, most).value_or(most));
    return {{agents}};
}

}  // namespace freiton::analytic
