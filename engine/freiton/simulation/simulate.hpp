// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "freiton/core/run_control.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/detail.hpp"
#include "freiton/simulation/kernel/replication.hpp"

namespace freiton::simulation {

/// How a staffing performs, by simulating the scenario's horizon many times: as often as the scenario's options say, or
/// until the half-widths of its main figures are reached (or the most work that a run may take, which a warning says).
/// The seed comes from the scenario's options. The same bytes for any number of threads. A run that is stopped gives
/// what it knows so far, at least one block of replications, marked as interrupted.
Performance simulate(const Scenario& scenario, const StaffingPlan& plan, const RunControl& control = {},
                     Detail detail = Detail::single_days);

/// Every contact of one replication, in the order in which they ended, and the world whose indices they use. Throws
/// Stopped.
struct TracedContacts {
    kernel::World world;
    std::vector<kernel::ContactRecord> contacts;
};
TracedContacts trace(const Scenario& scenario, const StaffingPlan& plan, std::uint64_t replication,
                     const RunControl& control = {});

}  // namespace freiton::simulation
