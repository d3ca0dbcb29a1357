// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "freiton/model/explanation.hpp"
#include "freiton/model/performance.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// What asked for the people of an interval: nobody, staff that was given, the team's `min`, its `max` (more would be
/// needed), calls, or the post that calls leave no time for.
enum class Driver { nothing, given, least, most, calls, post };

/// The staffing that was found and how it performs. "No staffing meets the target" is a result too: then `performance`
/// is that of the best that was found, and says which target fails where.
struct PlanResult {
    /// What days cost that have their own numbers, where the scenario asks for the same (plan.alike).
    struct OwnNumbers {
        double agent_hours = 0.0;
        std::optional<double> cost{};  // of the paid hours
    };

    StaffingPlan plan;
    Performance performance;
    std::uint64_t seed = 1;
    std::string organisation{};                  // empty: the scenario's own routing
    std::vector<std::vector<Driver>> drivers{};  // [team][interval], where the method knows
    std::optional<Explanation> explanation{};    // of a plan by simulation, if asked for
    std::optional<OwnNumbers> own_numbers{};

    bool met() const { return performance.met(); }
};

}  // namespace freiton
