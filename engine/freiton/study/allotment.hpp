// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/contract.hpp"

namespace freiton::study {

/// The people of a plan, allotted to the kinds of work (as scenario.work()), so that sums are those of the plan.
///
/// The rule: in every interval all hours of a team, idle and absent ones too, belong to the kinds of work in proportion
/// to the time that it is busy with each; where it is busy with none, in proportion to its busy time over the horizon;
/// if there is none either, in equal parts to what it handles. Paid hours, FTE and cost follow the agent hours.
///
/// Results know how busy a team is with calls and with post, and how many people each kind of work keeps busy, by site
/// where contacts have one. Where several teams share several kinds of work, who is busy with which is found by
/// iterative proportional fitting (Deming, Stephan 1940) among those who may take it, by formula in their pool;
/// elsewhere it is exact. Accuracy: each team's hours are allotted to rounding; the fit ends at a relative 1e-10, or
/// after 200 rounds. Cost: O(intervals x kinds of work and site x teams) for each round, one where a pool shares
/// everything.
std::vector<Capacity> allotted(const Scenario& scenario, const PlanResult& plan);

}  // namespace freiton::study
