// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/one_horizon.hpp"

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"

namespace freiton::simulation {

std::vector<std::vector<Numbers>> numbers_of_horizon(const Scenario& scenario, const StaffingPlan& plan,
                                                     std::uint64_t seed, std::uint64_t replication) {
    const kernel::World world = compile_world(scenario, plan);
    const Views views = views_of(scenario, world);
    Block block{world, Durations{views, world.rows, 0}};
    kernel::Replication one{world, block.tally, block.durations};
    one.run(seed, replication);
    std::vector<std::vector<Numbers>> all(scenario.work().size());
    for (const View& view : views.list) {
        if (!view.site.empty()) continue;
        std::vector<Numbers>& of_work = all[view.work];
        of_work.resize(views.intervals);
        for (std::size_t i = 0; i < views.intervals; ++i) {
            for (const int row : view.rows)
                add_cell(of_work[i], block.tally.at(row, static_cast<int>(i)), view.call, false);
            complete_numbers(of_work[i], view.call, view.counting);
        }
    }
    return all;
}

}  // namespace freiton::simulation
