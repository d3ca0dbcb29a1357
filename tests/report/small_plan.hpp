// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "freiton/model/plan_result.hpp"
#include "model/small_scenario.hpp"

namespace freiton::test {

/// Two people, then four, for one_hour_of_sales(); the figures are made up so that each is recognised where it is
/// printed. In the second half hour nobody is answered and the queue grows for ever.
inline PlanResult small_plan() {
    const CallFigures first{.offered = 10,
                            .answered = 9.5,
                            .service_level = 0.8125,
                            .asa_s = 6.5,
                            .wait_all_s = 7,
                            .abandoned_share = 0.05,
                            .busy_mean = 1};
    const CallFigures second{.offered = 20,
                             .service_level = 0,
                             .wait_all_s = std::numeric_limits<double>::infinity(),
                             .abandoned_share = 0,
                             .busy_mean = 2};
    CallFigures total = first;
    total.offered = 30;
    PlanResult result;
    result.seed = 42;
    result.plan.agents = {{2, 4}};
    result.performance.work.push_back({.calls = {.total = total, .by_interval = {first, second}, .by_day = {total}}});
    result.performance.teams.push_back({.agent_hours = 3,     // (2 + 4) x 0.5 h
                                        .paid_hours = 3.75,   // 3 / (1 - 0.2)
                                        .paid_fte = 0.46875,  // 3.75 / 8, as 40 h are 8 h on each of five days
                                        .peak_agents = 4,
                                        .occupancy = 0.5,  // 1 x 0.5 h + 2 x 0.5 h of 3 h
                                        .occupancy_calls = 0.5,
                                        .occupancy_by_interval = {0.5, CallFigures::none}});
    result.performance.targets.push_back({.promise = {.work = WorkIndex{0}, .wanted = 0.8, .within = Seconds{20}},
                                          .reached = 0,
                                          .worst_interval = IntervalIndex{1},
                                          .met = false});
    result.performance.warnings.push_back({WarningCode::overload, {"sales"}});
    return result;
}

}  // namespace freiton::test
