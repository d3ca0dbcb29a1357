// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/routing.hpp"

namespace freiton::input {

Codec<Routing> routing();
Codec<Reach> reach();
Codec<Prefer> prefer();
Codec<SimulationOptions> simulation_options();
Codec<PlanOptions> plan_options();

}  // namespace freiton::input
