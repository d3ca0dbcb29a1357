// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/precision.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "freiton/simulation/simulated_performance.hpp"
#include "model/small_scenario.hpp"

namespace freiton::simulation {
namespace {

// The hour of sales with four people.
class PrecisionTest : public testing::Test {
  protected:
    Scenario scenario{test::one_hour_of_sales()};
    kernel::World world = compile_world(scenario, {{std::vector<int>(2, 4)}});
    Views views = views_of(scenario, world);
    BlockRunner runner{world, views, 1};

    const Moments& run(std::int64_t replications) {
        if (replications > 0) runner.run(replications, {.threads = 1}, 0);
        return runner.moments();
    }
    double half_width_of_level() const {
        return call_figures(views, runner.moments(), 0, views.total_place(), 1.0, 1.0).half_width->service_level;
    }
};

TEST_F(PrecisionTest, AFixedNumberIsRunAtOnceAndThenNoMore) {
    const SimulationOptions options{.replications = 40};
    Precision precision{views, options};
    EXPECT_EQ(precision.replications_to_add(run(0)), 40);
    EXPECT_EQ(precision.replications_to_add(run(40)), 0);
}

// A half-width falls with the square root of the number: after a look it becomes 1.1 n excess^2, but at most 8 n.
TEST_F(PrecisionTest, LooksAtThirtyThenRunsAsManyAsTheSquareRootAsksFor) {
    SimulationOptions options{.half_width_times = Share{0.9}};  // the level alone decides
    EXPECT_EQ((Precision{views, options}.replications_to_add(run(0))), 30);
    run(30);
    options.half_width_shares = Share{half_width_of_level() / 2.0};
    EXPECT_EQ((Precision{views, options}.replications_to_add(runner.moments())), std::lround(1.1 * 30 * 4) - 30);
    options.half_width_shares = Share{half_width_of_level() / 5.0};
    EXPECT_EQ((Precision{views, options}.replications_to_add(runner.moments())), 8 * 30 - 30);
}

TEST_F(PrecisionTest, IsReachedWhenTheWidestFigureIs) {
    run(30);
    SimulationOptions options{.half_width_times = Share{0.9}};
    options.half_width_shares = Share{half_width_of_level() * 1.001};
    EXPECT_TRUE((Precision{views, options}.reached(runner.moments())));
    EXPECT_EQ((Precision{views, options}.replications_to_add(runner.moments())), 0);
    options.half_width_shares = Share{half_width_of_level() * 0.999};
    EXPECT_FALSE((Precision{views, options}.reached(runner.moments())));
    EXPECT_EQ((Precision{views, options}.widest(scenario, runner.moments())), "sales service_level");
    options.half_width_shares = Share{0.9};
    options.half_width_times = Share{0.001};
    EXPECT_EQ((Precision{views, options}.widest(scenario, runner.moments())), "sales wait_all_s");
}

}  // namespace
}  // namespace freiton::simulation
