// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "freiton/simulation/kernel/world.hpp"
#include "freiton/simulation/time_line.hpp"

namespace freiton::simulation {

/// By which random numbers are keyed (FNV-1a of a name).
std::uint32_t key_of(const std::string& name);

/// Adds where contacts come from: a source, its classes and its row of the statistics for each kind of work and each
/// site that it comes from.
void add_sources(const Scenario& scenario, const TimeLine& line, kernel::World& world);

}  // namespace freiton::simulation
