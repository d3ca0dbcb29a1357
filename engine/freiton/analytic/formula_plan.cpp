// SPDX-License-Identifier: Apache-2.0
#include "freiton/analytic/formula_plan.hpp"

#include "freiton/analytic/locate.hpp"
#include "freiton/analytic/plan_post.hpp"
#include "freiton/core/parallel_for.hpp"
#include "freiton/model/opening.hpp"

namespace freiton::analytic {

namespace {

struct PoolPlan {
    std::vector<int> agents;
    std::vector<int> for_calls;
    StaffBounds bounds;
};

PoolPlan least_people(const Scenario& scenario, const Pool& pool, const RunControl& control) {
    PoolPlan plan{.agents = {}, .for_calls = {}, .bounds = bounds_of(scenario, pool)};
    PoolCalls calls{scenario, pool, control};
    const CallStaff for_calls = least_for_calls(scenario, pool, calls, plan.bounds);
    PostTime time{scenario, pool, calls};
    plan.agents =
        pool.post.empty() ? for_calls.agents : least_for_post(scenario, pool, calls, time, plan.bounds, for_calls);
    plan.for_calls = for_calls.agents;
    return plan;
}

// Where teams work at different paces, the people decide who is there, and who is there how many it takes: again until
// the teams' shares stay as they were. Shares by load do at once; those by cost jump where a team is full, and the last
// plan stands then.
PoolPlan least_people_by_pace(const Scenario& scenario, Pool& pool, const RunControl& control) {
    constexpr int most_passes = 4;
    PoolPlan plan = least_people(scenario, pool, control);
    if (!paces_differ(scenario, pool)) return plan;
    for (int pass = 1; pass < most_passes; ++pass) {
        const std::vector<double> before = pool.weights;
        weigh_teams(pool, located(scenario, pool, plan.agents));
        if (pool.weights == before) break;
        plan = least_people(scenario, pool, control);
    }
    return plan;
}

Driver driver_of(const PoolPlan& plan, std::size_t i) {
    if (plan.bounds.least[i] == plan.bounds.most[i]) return Driver::given;
    if (plan.agents[i] == plan.bounds.most[i]) return Driver::most;
    if (plan.agents[i] > plan.for_calls[i]) return Driver::post;
    if (plan.agents[i] > plan.bounds.least[i]) return Driver::calls;
    return plan.agents[i] > 0 ? Driver::least : Driver::nothing;
}

}  // namespace

void forget_closed(const Scenario& scenario, TeamIndex team, std::vector<Driver>& drivers) {
    const OpenMask open = staffed_when(scenario.parts(), scenario.calendar(), scenario.teams()[team]);
    for (std::size_t i = 0; i < drivers.size(); ++i)
        if (!is_open_in(open, i)) drivers[i] = Driver::nothing;
}

FormulaPlan least_plan(const Scenario& scenario, const RunControl& control) {
    FormulaPlan result;
    result.staffing.agents.resize(scenario.teams().size());
    result.drivers.resize(scenario.teams().size());
    std::vector<Pool> pools = pools_of(scenario).pools;
    parallel_for(pools.size(), control.threads, [&](std::size_t p) {
        Pool& pool = pools[p];
        const PoolPlan plan = least_people_by_pace(scenario, pool, control);
        std::vector<Driver> drivers;
        for (std::size_t i = 0; i < plan.agents.size(); ++i) drivers.push_back(driver_of(plan, i));
        std::vector<std::vector<int>> people = located(scenario, pool, plan.agents);
        for (std::size_t t = 0; t < pool.teams.size(); ++t) {
            result.staffing.agents[pool.teams[t]] = std::move(people[t]);
            result.drivers[pool.teams[t]] = drivers;
            forget_closed(scenario, TeamIndex{pool.teams[t]}, result.drivers[pool.teams[t]]);
        }
    });
    return result;
}

}  // namespace freiton::analytic
