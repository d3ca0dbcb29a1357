// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// Holds each promise against what came of it, interval by interval; intervals without calls keep every promise.
/// Comparisons allow for 1e-12 of the target.
std::vector<TargetResult> target_results(const std::string& work, const CallTarget& target,
                                         const WorkPerformance& performance, const TeamPerformance& team);

}  // namespace freiton
