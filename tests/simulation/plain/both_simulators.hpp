// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/simulation/compile_world.hpp"
#include "freiton/simulation/run_blocks.hpp"
#include "simulation/plain/plain_simulator.hpp"
#include "simulation/random_organisation.hpp"

namespace freiton::test {

/// Keeps everything that a replication tells.
class Collector : public simulation::kernel::Trace {
  public:
    void contact(const simulation::kernel::ContactRecord& record) override { contacts.push_back(record); }
    void service(const simulation::kernel::ServiceRecord& record) override { services.push_back(record); }
    std::vector<simulation::kernel::ContactRecord> contacts;
    std::vector<simulation::kernel::ServiceRecord> services;
};

/// One replication of a staffed scenario by the kernel, and what it counted and told.
struct Traced {
    Traced(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t seed)
        : world{simulation::compile_world(scenario, plan)},
          views{simulation::views_of(scenario, world)},
          block{world, simulation::Durations{views, world.rows}} {
        simulation::kernel::Replication replication{world, block.tally, block.durations, &told};
        replication.run(seed, 0);
    }
    simulation::kernel::World world;
    simulation::Views views;
    simulation::Block block;
    Collector told;
};

/// The same replication by the kernel and by its oracle.
struct BothSimulators : Traced {
    explicit BothSimulators(const RandomOrganisation::Staffed& staffed)
        : Traced{staffed.scenario, staffed.plan, 7}, plain{staffed.scenario, world} {
        plain.run(7, 0);
    }
    PlainSimulator plain;
};

}  // namespace freiton::test
