// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "freiton/analytic/formula_plan.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/simulate.hpp"
#include "model/small_scenario.hpp"

namespace freiton::analytic {
namespace {

using namespace std::chrono_literals;

CallFigures first_interval(double day_cv, double interval_cv) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals.day_cv = day_cv;
    parts.work[0].arrivals.interval_cv = interval_cv;
    return performance(Scenario{parts}, {{{2, 3}}}).work[0].calls.by_interval[0];
}

// An interval on its own does not know whether its factor is the day's or its own.
TEST(IntervalVariation, IsForAnIntervalWhatADaysVariationIs) {
    EXPECT_DOUBLE_EQ(first_interval(0.4, 0.0).service_level, first_interval(0.0, 0.4).service_level);
    EXPECT_LT(first_interval(0.0, 0.4).service_level, first_interval(0.0, 0.0).service_level);
    EXPECT_NEAR(first_interval(0.3, 0.4).service_level, first_interval(0.0, std::sqrt(1.09 * 1.16 - 1.0)).service_level,
                1e-9);
}

// Short calls and little patience: the first seconds of a half hour, in which the queue is not yet what it will be, are
// worth less than 0.1 points.
TEST(IntervalVariation, FormulaAndSimulationAgree) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.work[0].arrivals = test::listed({300, 300});
    parts.work[0].arrivals.interval_cv = 0.3;
    parts.work[0].handling_time.mean = 10s;
    parts.work[0].patience = DurationLaw{.mean = 10s};
    parts.simulation.replications = 4000;
    const Scenario scenario{parts};
    const StaffingPlan plan{{{2, 2}}};
    const auto simulated = simulation::simulate(scenario, plan).work[0].calls.by_interval[1];
    const double formula = performance(scenario, plan).work[0].calls.by_interval[1].service_level;
    EXPECT_NEAR(simulated.service_level, formula, 2.3 * simulated.half_width->service_level + 0.001);
}

}  // namespace
}  // namespace freiton::analytic
