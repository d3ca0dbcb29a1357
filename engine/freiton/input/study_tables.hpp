// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// The tables that a scenario names, as it states their paths: volumes, staff, recorded durations.
std::set<std::string> tables_of(const ScenarioParts& parts);

}  // namespace freiton::input
