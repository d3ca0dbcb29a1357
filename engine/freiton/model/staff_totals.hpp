// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// The people of all teams over the horizon, in hours.
double agent_hours(const Scenario& scenario, const StaffingPlan& plan);

/// Agent hours, peak, paid hours, FTE and cost of a team with these people by interval, into its figures.
void set_staff_figures(const Scenario& scenario, const Team& team, const std::vector<int>& agents,
                       TeamPerformance& figures);

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
