// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "freiton/staffing/look.hpp"
#include "freiton/staffing/search.hpp"
#include "freiton/staffing/sureness.hpp"

namespace freiton::staffing {

/// The least staffing at which every promise holds, from a start. Each look at a plan tells what one person less and
/// one more in every interval and team would do; from that an integer programme chooses the next plan for all of them
/// at once (master.hpp), first on few replications, then on more. The formulas' plan is one start, each team alone
/// that serves every promise another. At the end nobody can be spared, and no cheaper plan near the last that the
/// programme believes in holds. Every number is ahead of its promise by 2.5 standard errors. None where no plan was
/// found to hold: that may be for want of people or of rounds. `stop` ends it early with the best so far.
std::optional<SearchResult> search_by_effects(const SearchSpace& space, const StaffingPlan& start,
                                              const LookAt& look_at, const Sureness& sureness,
                                              const std::function<bool()>& stop = {}, const Found& found = {});

}  // namespace freiton::staffing
