// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace freiton {

/// People on duty by team and open interval: `required` when found, `staff` when given.
struct StaffingPlan {
    std::vector<std::vector<int>> agents;  // [team][interval]
    friend bool operator==(const StaffingPlan&, const StaffingPlan&) = default;
};

}  // namespace freiton
