// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/plan_result.hpp"

namespace freiton {

/// How one figure differs between two organisations, on the same random numbers.
struct Difference {
    std::string a{};
    std::string b{};
    std::string figure{};                // "agent_hours", "work.orders.service_level"
    double difference = 0.0;             // of b less that of a
    std::optional<double> half_width{};  // of a 95 % interval; none: the figure is no matter of chance
};

/// What another organisation saves against the first, in people and in money. `relocation` is the part of the money
/// that comes from having the people sit at cheaper sites, which is only done where the plan may place them freely.
struct PoolEffect {
    std::string organisation{};
    std::string against{};
    double agent_hours = 0.0;
    double paid_fte = 0.0;
    std::optional<double> cost{};        // at the first organisation's mean price of an agent hour
    std::optional<double> relocation{};  // the rest of the difference in cost
};

struct OrganisationResult {
    std::string name{};
    Scenario scenario;  // under its routing
    PlanResult result{};
};

/// Every organisation of a scenario, planned or simulated by the same method on the same random numbers.
struct Comparison {
    bool planned = true;       // false: the staff was given
    bool changed = false;      // not two organisations: a scenario as it is, and with other values
    bool interrupted = false;  // stopped by its user: organisations, figures or differences are missing or unsure
    std::vector<OrganisationResult> organisations{};
    std::vector<Difference> differences{};  // of every pair, in their order

    /// Of all but the first; none where the staff was given, or where they are one organisation before and after. Who
    /// misses a promise that the others keep, or was not planned to the end, saves nothing: there is no effect of it,
    /// nor of any if the first is such.
    std::vector<PoolEffect> pool_effects() const;
    bool met() const;
    bool expected() const;  // so it is, but some of it only by formulas that cannot vouch for it

    /// The promises by which all can be judged alike: those of each site where some organisation keeps contacts there,
    /// so that one which is judged in total does not look better for it. Empty where all have the same anyway.
    std::vector<Promise> common_promises() const;
};

}  // namespace freiton
