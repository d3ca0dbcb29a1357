// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/model/performance.hpp"

namespace freiton {

/// The people of all teams together.
struct StaffTotals {
    double agent_hours = 0.0;
    double paid_hours = 0.0;
    double paid_fte = 0.0;
    int peak_agents = 0;               // of each team at its own peak
    std::optional<double> cost = 0.0;  // unknown where that of a team is
};
StaffTotals staff_totals(const Performance& performance);

/// Of the teams that sit at this site; of those that sit at none, where it is empty.
StaffTotals staff_totals_at(const Scenario& scenario, const Performance& performance, const std::string& site);

}  // namespace freiton
