// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// What a scenario says and what then is not used, or not there: tables that leave open intervals out, where nobody
/// comes or is on duty then, and rows outside the horizon; closed days that lie in other years; words that do nothing
/// (idle_words.hpp).
std::vector<Warning> warnings_about_input(const Scenario& scenario);

}  // namespace freiton
