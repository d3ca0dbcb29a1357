// SPDX-License-Identifier: Apache-2.0
#include "freiton/simulation/simulate.hpp"

#include <algorithm>
#include <cmath>

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/precision.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "freiton/simulation/simulated_performance.hpp"
#include "freiton/simulation/single_days.hpp"

namespace freiton::simulation {

Performance simulate(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control, Detail detail) {
    const SimulationOptions& options = scenario.parts().simulation;
    const kernel::World world = compile_world(scenario, plan);
    const Views views = views_of(scenario, world);
    SingleDays single_days{views, world.teams.size()};
    BlockRunner runner{world,        views,
                       options.seed, Durations::usual_bytes,
                       false,        detail == Detail::single_days ? &single_days : nullptr};
    Precision precision{views, options};
    while (const std::int64_t more = precision.replications_to_add(runner.moments())) {
        runner.run(more, control, precision.expected(runner.moments()));
        if (control.stopped()) break;
    }
    Performance performance = simulated_performance(scenario, plan, views, runner.moments(), runner.durations());
    if (detail == Detail::single_days) add_single_days(views, single_days, performance);
    performance.interrupted = control.stopped();
    if (performance.interrupted) performance.warnings.push_back({WarningCode::interrupted, {}});
    for (const Work& work : scenario.work())
        if (work.call_target && work.call_target->counting == Counting::virtual_wait)
            performance.warnings.push_back({WarningCode::virtual_counted_as_offered, {work.name}});
    if (!performance.interrupted && !options.replications && !precision.reached(runner.moments()))
        performance.warnings.push_back(
            {WarningCode::precision_not_reached, {precision.widest(scenario, runner.moments())}});
    return performance;
}

namespace {

class Collector : public kernel::Trace {
  public:
    explicit Collector(const RunControl& control) : control_{control} {}
    void contact(const kernel::ContactRecord& record) override {
        control_.stop_if_asked();
        contacts.push_back(record);
    }
    std::vector<kernel::ContactRecord> contacts;

  private:
    const RunControl& control_;
};

}  // namespace

TracedContacts trace(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t replication,
                     const RunControl& control) {
    TracedContacts traced{compile_world(scenario, plan), {}};
    const Views views = views_of(scenario, traced.world);
    Block block{traced.world, Durations{views, traced.world.rows}};
    Collector collector{control};
    kernel::Replication one{traced.world, block.tally, block.durations, &collector};
    one.run(scenario.parts().simulation.seed, replication);
    traced.contacts = std::move(collector.contacts);
    return traced;
}

}  // namespace freiton::simulation
