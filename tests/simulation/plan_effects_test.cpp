// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/plan_effects.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/promise_simulation.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::simulation {
namespace {

using test::RandomOrganisation;

constexpr std::int64_t replications_played = 10;

RandomOrganisation::Staffed organisation(std::uint64_t i) {
    auto staffed = RandomOrganisation{i}.make();
    if (i % 4 != 0) return staffed;
    ScenarioParts parts = staffed.scenario.parts();
    parts.plan.assurance_days = Share{0.9};
    return {Scenario{std::move(parts)}, staffed.plan};
}

// The values are ratios of sums over the same replications; samples are kept in single precision there.
TEST(PlanEffects, SlacksStandForTheValuesOfThePromises) {
    for (std::uint64_t i = 0; i < 60; ++i) {
        const auto staffed = organisation(i);
        PlanEffects effects{staffed.scenario, staffed.plan};
        effects.play(replications_played, RunControl{.threads = 1});
        PromiseSimulation simulated{staffed.scenario, staffed.plan};
        simulated.run(replications_played, RunControl{.threads = 1});
        const auto slacks = effects.slacks();
        const auto estimates = simulated.estimates();
        ASSERT_EQ(slacks.size(), estimates.size());
        for (std::size_t k = 0; k < slacks.size(); ++k) {
            EXPECT_EQ(slacks[k].interval, estimates[k].interval);
            EXPECT_EQ(slacks[k].day, estimates[k].day);
            if (std::isnan(estimates[k].value)) continue;
            EXPECT_NEAR(slacks[k].value_of(slacks[k].mean), estimates[k].value,
                        1e-5 * std::max(1.0, estimates[k].value))
                << "organisation " << i << " instance " << k;
        }
    }
}

TEST(PlanEffects, AStepMovesSlacksAsTheChangedPlanDoes) {
    for (std::uint64_t i = 0; i < 40; ++i) {
        const auto staffed = organisation(i);
        PlanEffects before{staffed.scenario, staffed.plan};
        before.play(replications_played, RunControl{.threads = 1});
        const StaffStep step{0, staffed.scenario.intervals() / 2, i % 2 == 0 ? 1 : -1};
        StaffingPlan changed = staffed.plan;
        if ((changed.agents[0][step.interval] += step.by) < 0) continue;
        before.play_steps({step}, replications_played, RunControl{.threads = 1});
        PlanEffects after{staffed.scenario, changed};
        after.play(replications_played, RunControl{.threads = 1});
        std::vector<double> moved(before.slacks().size(), 0.0);
        for (const SlackEffect& effect : before.effects(step)) moved[effect.instance] = effect.mean;
        for (std::size_t k = 0; k < moved.size(); ++k) {
            const double whole = after.slacks()[k].mean - before.slacks()[k].mean;
            EXPECT_NEAR(moved[k], whole, 1e-6 * std::max(1.0, std::abs(whole)))
                << "organisation " << i << " instance " << k;
        }
    }
}

TEST(PlanEffects, AreTheSameBytesOnAnyNumberOfThreadsAndInAnyPortions) {
    const auto staffed = organisation(3);
    const std::vector<StaffStep> steps = {{0, 1, 1}, {0, 2, 1}, {0, 2, 2}};
    const auto seen = [&](int threads, bool in_portions) {
        PlanEffects effects{staffed.scenario, staffed.plan};
        const RunControl control{.threads = threads};
        if (in_portions) effects.play_steps(steps, 8, control), effects.play(8, control);
        effects.play_steps(steps, 20, control);
        effects.play(20, control);
        std::vector<double> numbers;
        for (const Slack& slack : effects.slacks())
            numbers.insert(numbers.end(), {slack.mean, slack.error, slack.base});
        for (const StaffStep& step : steps)
            for (const SlackEffect& effect : effects.effects(step))
                numbers.insert(numbers.end(), {effect.mean, effect.error});
        return numbers;
    };
    EXPECT_EQ(seen(8, false), seen(1, false));
    EXPECT_EQ(seen(1, true), seen(2, true));
    ASSERT_EQ(seen(1, true).size(), seen(1, false).size());
}

}  // namespace
}  // namespace freiton::simulation
