// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/half_width.hpp"
#include "freiton/simulation/simulate.hpp"
#include "freiton/study/plan.hpp"
#include "model/small_scenario.hpp"

namespace freiton::study {
namespace {

using namespace std::chrono_literals;

// A day on which volumes and staff rise and fall, with handling times of exactly two phases, or nearly.
ScenarioParts day_of(const DurationLaw& handling_time) {
    ScenarioParts parts = test::one_hour_of_sales();
    parts.calendar.open.fill({{8h, 12h}});
    parts.work[0].arrivals = test::listed({15, 40, 55, 20, 30, 10, 35, 5});
    parts.work[0].handling_time = handling_time;
    parts.plan.method = Method::transient;
    parts.simulation.replications = 3000;
    return parts;
}

// Half-widths say nothing of what was never seen, as nobody waits where there are as many people as lines.
double z_of(double exact, double simulated, double half_width, int replications) {
    if (!(half_width > 0.0) && std::abs(exact - simulated) < 1e-9) return 0.0;
    return (simulated - exact) / half_width * simulation::student_t95(replications - 1);
}

TEST(TwoPhaseDays, OfExactlyTwoPhasesAreWhatTheSimulatorPlays) {
    for (const DurationLaw& law : {DurationLaw{.law = Law::hyperexponential, .mean = 4min, .cv = 1.8},
                                   DurationLaw{.law = Law::erlang, .mean = 4min, .k = 2}})
        for (const bool limited : {false, true}) {
            ScenarioParts parts = day_of(law);
            if (limited) parts.work[0].lines = 8;
            const Scenario scenario{parts};
            const PlanResult planned = plan(scenario);
            EXPECT_TRUE(planned.performance.warnings.empty());
            const Performance played = simulation::simulate(scenario, planned.plan);
            const auto& exact = planned.performance.work[0].calls.by_interval;
            const auto& seen = played.work[0].calls.by_interval;
            for (std::size_t i = 0; i < exact.size(); ++i)
                for (double CallFigures::*figure :
                     {&CallFigures::service_level, &CallFigures::abandoned_share, &CallFigures::wait_all_s,
                      &CallFigures::busy_mean, &CallFigures::queue_at_end, &CallFigures::wait_probability})
                    EXPECT_LE(std::abs(z_of(exact[i].*figure, seen[i].*figure, (*seen[i].half_width).*figure,
                                            *parts.simulation.replications)),
                              4.5)
                        << "interval " << i;
        }
}

// What the plan promises, the simulation finds, but for what two moments leave out (docs/methods.md): at cv 0.9 half a
// point in 19 of 20 intervals, and here a point with what chance does.
TEST(TwoPhaseDays, PlansOfOtherLawsAreConfirmed) {
    const Scenario scenario{day_of({.law = Law::lognormal, .mean = 4min, .cv = 0.9})};
    const PlanResult planned = plan(scenario);
    EXPECT_TRUE(planned.performance.met());
    ASSERT_EQ(planned.performance.warnings.size(), 1U);
    EXPECT_EQ(planned.performance.warnings[0].code, WarningCode::handling_time_two_phases);
    const Performance played = simulation::simulate(scenario, planned.plan);
    for (const auto& interval : played.work[0].calls.by_interval) EXPECT_GT(interval.service_level, 0.79);
}

}  // namespace
}  // namespace freiton::study
