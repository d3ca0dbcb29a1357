// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/scenario.hpp"
#include "freiton/simulation/kernel/world.hpp"

namespace freiton::simulation {

/// Makes the pools of agents out of the world's teams (a team, or each person of one whose persons own items) and works
/// out who may take which class of contacts, in which order: `reach`, `prefer`, `after`, `backup`, `handles`.
void compile_routing(const Scenario& scenario, kernel::World& world);

}  // namespace freiton::simulation
