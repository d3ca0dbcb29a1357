// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "freiton/model/performance.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// The staffing that was found and how it performs. "No staffing meets the target" is a result too: then `performance`
/// is that of the best that was found, and says which target fails where.
struct PlanResult {
    StaffingPlan plan;
    Performance performance;
    std::uint64_t seed = 1;

    bool met() const { return performance.met(); }
};

}  // namespace freiton
