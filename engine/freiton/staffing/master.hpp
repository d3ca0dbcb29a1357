// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/staffing/look.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// What the next plan is chosen by: a look at the plan in the middle, taken as if effects of steps added up.
struct MasterProblem {
    const SearchSpace& space;
    const StaffingPlan& middle;
    const StaffingPlan& ideal;  // of plans that cost the same the one nearest to it
    const Look& look;
    const std::vector<double>& needed;  // by instance: the least slack
    int reach = 1;                      // people more or fewer, of a team in an interval
    std::optional<double> below{};      // only plans that cost less, in which everything holds
    double most_moves = 1e9;            // people in all
};

/// The cheapest plan within reach in which every slack seems to be as large as needed, chosen for all teams and
/// intervals at once by a small integer programme, in the manner of Cezik and L'Ecuyer, "Staffing multiskill call
/// centers via linear programming and simulation" (Management Science 54, 2008), but for cuts, as effects of less and
/// of more are known at every plan. Without `below` there always is one: where nothing within reach holds, the one that
/// misses least. None if there is none below.
std::optional<StaffingPlan> next_plan(const MasterProblem& problem);

/// Steps of one person that the limits allow.
std::vector<StaffStep> steps_from(const SearchSpace& space, const StaffingPlan& plan);

}  // namespace freiton::staffing
