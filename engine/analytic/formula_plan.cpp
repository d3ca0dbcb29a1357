// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_plan.hpp"

namespace freiton::analytic {

namespace {

// More people than any centre has; a search ends here.
constexpr int most_people = 1'000'000;

void expect_one_team_with_one_work(const Scenario& scenario) {
    if (scenario.work().size() == 1 && scenario.teams().size() == 1) return;
    throw InputError{Problem{Rule::one_team_only}.on(scenario.teams().size() > 1 ? "teams" : "work")};
}

}  // namespace

CallDemand call_demand(const Scenario& scenario, std::size_t work, std::size_t interval) {
    const Work& calls = scenario.work()[work];
    CallDemand demand{ArrivalRate{scenario.arrivals(work)[interval], scenario.calendar().interval_length()},
                      calls.handling_time.mean, std::nullopt};
    if (calls.patience) demand.patience = calls.patience->mean;
    return demand;
}

StaffingPlan least_plan(const Scenario& scenario) {
    expect_one_team_with_one_work(scenario);
    const CallTarget& target = scenario.work()[0].target;
    const Team& team = scenario.teams()[0];
    const int most = team.most.value_or(most_people);
    std::vector<int> agents;
    for (std::size_t i = 0; i < scenario.intervals(); ++i)
        agents.push_back(fewest_agents(call_demand(scenario, 0, i), *target.answered, *target.within, team.least, most)
                             .value_or(most));
    return {{agents}};
}

}  // namespace freiton::analytic
