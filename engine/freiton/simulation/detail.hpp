// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace freiton::simulation {

/// What is told of simulated days: means and their doubt; or also what single days look like (see SingleDays).
enum class Detail { means, single_days };

}  // namespace freiton::simulation
