// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/staffing_plan.hpp"
#include "freiton/staffing/stretch.hpp"

namespace freiton::staffing {

/// Teams and the demand that they share, apart from everybody else: under `reach: site` each site is on its own, and
/// where one day has nothing to do with the next (days_apart.hpp) so is each day; of a long horizon each week
/// (weeks_in_turn.hpp). Days and weeks that are alike are one part. What a part keeps of the scenario is all that
/// concerns it.
struct Part : Stretch {
    std::vector<std::size_t> teams{};  // of the whole scenario, in the part's order

    /// The rows of a plan for the whole that are the part's; of days that are alike the first.
    StaffingPlan of(const StaffingPlan& whole) const;

    /// Writes the part's plan into one for the whole, on all of its days, but for its lead-in.
    void put(const StaffingPlan& plan, StaffingPlan& whole) const;
};

/// The independent parts of a scenario, by the connected components of who may take what, and by day or week. Teams
/// that nothing reaches are in no part. A scenario that hangs together is its own only part.
std::vector<Part> independent_parts(const Scenario& scenario);

}  // namespace freiton::staffing
