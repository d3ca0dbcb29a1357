// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton {

/// Tables of volumes that leave open intervals out, where nobody comes then, and rows outside the horizon; files of
/// closed days that have none in its years.
std::vector<Warning> warnings_about_volumes(const Scenario& scenario);

/// Tables of staff that leave open intervals out, where nobody is on duty then, and rows outside the horizon.
std::vector<Warning> warnings_about_staff(const Scenario& scenario);

}  // namespace freiton
