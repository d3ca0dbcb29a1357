// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton {

/// Post that grows without end where the calendar repeats itself.
struct FallsBehind {
    std::vector<WorkIndex> work{};  // what is left over
    double asked_h = 0.0;           // of all work that comes in each horizon for its people, the more urgent too
    double hours = 0.0;             // of those beyond what the people can do; 0: they never catch up after a bad day

    bool concerns(WorkIndex one) const { return std::find(work.begin(), work.end(), one) != work.end(); }
};

/// What a plan never gets done, because more comes in every horizon than its people have time for: of the groups of
/// post that have to do with each other the one that is most in excess. Where chance decides how much comes, as much as
/// they can do is too much: the pile has no bound. Absence is counted, calls too that nobody but these people may take,
/// and each team's own handling times. Nothing where the calendar does not repeat itself, or everything is done some
/// day. Calls count as far as they are answered: by work, as a share of them; empty: all are.
///
/// Source: a flow that serves all of it exists if and only if no group asks for more than those have who may take any
/// of it (Gale 1957); with teams of different pace what is told is certain, but not everything is seen.
/// Cost: see PostGroups::groups().
std::vector<FallsBehind> falls_behind(const Scenario& scenario, const StaffingPlan& plan,
                                      const std::vector<double>& answered = {});

/// Work of one kind from one site that lies there when a horizon begins, in the steady state.
struct SteadyPile {
    WorkIndex work{};
    std::string site{};
    double items = 0.0;    // mean of an exponential law
    std::size_t part = 0;  // one factor for all of the same part, from 0
};

/// What is left over from one horizon to the next: of the groups of post that have to do with each other of the one
/// that has the most of it; nothing where the calendar does not repeat itself, or nothing lasts.
///
/// Source: heavy traffic. From horizon to horizon the work left is a random walk with mean -s and variance v, kept at
///         0: exponential with mean v / 2s (Kingman 1962). v: Poisson arrivals and their handling times, day_cv, the
///         calls that nobody else may take, and absence.
/// Domain: a beginning for a simulation that corrects it. At most four horizons' work: with more no promise holds.
std::vector<SteadyPile> steady_pile(const Scenario& scenario, const StaffingPlan& plan);

/// Such post is done in time by nobody in the long run, whatever a few horizons show: its promises count as missed
/// altogether, and a warning says by how much it grows. Only the calls that were answered count.
void judge_what_falls_behind(const Scenario& scenario, const StaffingPlan& plan, Performance& performance);

}  // namespace freiton
