// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "freiton/input/read_scenario.hpp"
#include "freiton/study/simulate.hpp"
#include "places.hpp"

namespace freiton::study {
namespace {

// What scenarios/anonymous_bank/README.md says of the ten working days, four hundred times. Both are random: their
// difference spreads by 1.4 half-widths / 1.96, of which four are allowed, and the last digit shown is rounded.
TEST(WorkingDays, PerformAsTheReadmeSays) {
    const Scenario scenario = input::read_scenario(test::in_source("scenarios/anonymous_bank/working_days.yaml"));
    const PlanResult result = simulate(scenario, given_staffing(scenario));
    const Measured<CallFigures>& days = result.performance.work[0].calls.total;
    const double allowed = 4 * 1.4 / 1.96;
    EXPECT_NEAR(days.reachability, 0.879, allowed * days.half_width->reachability + 0.0005);
    EXPECT_NEAR(days.service_level, 0.609, allowed * days.half_width->service_level + 0.0005);
    EXPECT_NEAR(days.asa_s, 33.6, allowed * days.half_width->asa_s + 0.05);
    EXPECT_NEAR(days.abandoned_share, 0.121, allowed * days.half_width->abandoned_share + 0.0005);
}

// Share answered of all callers of the ten half hours that begin then.
double answered_at(const Scenario& scenario, const PlanResult& result, Minutes start) {
    double offered = 0.0;
    double answered = 0.0;
    for (std::size_t i = 0; i < scenario.intervals(); ++i) {
        if (scenario.calendar().intervals()[i].start != start) continue;
        offered += result.performance.work[0].calls.by_interval[i].offered;
        answered += result.performance.work[0].calls.by_interval[i].answered;
    }
    return answered / offered;
}

// Each of these half hours came four thousand times (ten days, four hundred repetitions): a share that spreads by 0.2
// from one to the next is known to 0.003 (so twice), half a point is rounding.
TEST(WorkingDays, HaveTheGoodAndTheBadHalfHoursOfTheTable) {
    const Scenario scenario = input::read_scenario(test::in_source("scenarios/anonymous_bank/working_days.yaml"));
    const PlanResult result = simulate(scenario, given_staffing(scenario));
    EXPECT_NEAR(answered_at(scenario, result, Minutes{8 * 60}), 0.89, 0.015);
    EXPECT_NEAR(answered_at(scenario, result, Minutes{20 * 60}), 0.96, 0.015);
    EXPECT_NEAR(answered_at(scenario, result, Minutes{22 * 60}), 0.72, 0.015);
}

}  // namespace
}  // namespace freiton::study
