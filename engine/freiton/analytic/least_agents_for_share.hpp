// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/backlog_fluid.hpp"

namespace freiton::analytic {

/// The slots that decide how many people a share in time takes.
struct CriticalSlots {
    double agents = 0.0;             // infinite if the work fits nowhere
    std::vector<std::size_t> slots;  // whose hours `agents` people need in full; empty without work
    double work_h = 0.0;             // that cannot be done elsewhere
};

/// The least number of people, the same in every slot, with whom the wanted share of each group's work is done in time,
/// and the rest by the end of the horizon.
///
///   agents = max over sets S of slots of  sum over groups g of max(0, W_g(S) - (1 - share_g) W_g)  /  H(S)
///
/// W_g(S): work of the group whose window lies within S; H(S): hours of one agent in S. (Which work comes late may be
/// chosen, so a group loses up to 1 - share of its work, once, from all parts of S together.) And for every slot r the
/// work released from r on fits into the hours from r on.
///
/// A trial number of people is a maximum flow: group -> cohort -> slot. Where it falls short, the slots on the near
/// side of the minimum cut are an S that gives the next, larger number; the last S proves the answer.
///
/// Source:   max-flow min-cut; Dinkelbach (1967).
/// Domain:   share_by_group: one for each group, 0 to 1; groups are numbered from 0.
/// Accuracy: the ratio of two sums of the input; the flow itself is held in whole units of 1e-12 of the work.
/// Cost:     a few maximum flows on a graph with an edge for each slot in each window.
CriticalSlots least_agents_for_share(const std::vector<Cohort>& cohorts, const std::vector<double>& one_agent_h,
                                     const std::vector<double>& share_by_group);

}  // namespace freiton::analytic
