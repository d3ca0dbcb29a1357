// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Work of one kind from one site, as much as comes in a horizon, in hours of the fastest team that may take it.
struct WorkDemand {
    WorkIndex work{};
    std::string site{};
    int urgency = 0;             // smaller comes first
    std::vector<double> pace{};  // by team: its hours for one of the fastest's; 0: it may not take it
    int owners = 0;              // so many persons of the team own it and no other takes it; 0: no matter who
    double item_h = 0.0;
    double hours = 0.0;
    double variance = 0.0;  // of those: Poisson numbers, handling times, day_cv and interval_cv

    /// Whether the same people take it, and differ by as much.
    bool has_people_of(const WorkDemand& other) const;
};

/// All of a kind but what is always there. A team's own handling times and its pace away from its site are counted.
/// Recorded contacts leave to chance handling times that were not recorded, and whether a fraction is one more.
std::vector<WorkDemand> demands_of(const Scenario& scenario, WorkKind kind);

}  // namespace freiton
