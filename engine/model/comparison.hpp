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

struct OrganisationResult {
    std::string name{};
    Scenario scenario;  // under its routing
    PlanResult result{};
};

/// Every organisation of a scenario, planned or simulated by the same method on the same random numbers.
struct Comparison {
    bool planned = true;  // false: the staff was given
    std::vector<OrganisationResult> organisations{};
    std::vector<Difference> differences{};  // of every pair, in their order

    bool met() const;
};

}  // namespace freiton
