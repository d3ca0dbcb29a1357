// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/comparison.hpp"
#include "freiton/study/plan.hpp"

namespace freiton::study {

/// Every organisation of the scenario side by side: planned by the same method on the same random numbers or, where all
/// teams have their staff given, simulated with it. Differences of the figures come with half-widths from ten batches
/// of paired replications (Law, Simulation Modeling and Analysis, section 10.2; batches instead of single days, so that
/// ratios are nearly unbiased). Throws InputError if the scenario names no organisation.
Comparison compare(const Scenario& scenario, const PlanOptions& options = {});

/// A scenario beside the same with other values, as "as_it_is" and "changed", in the same way. Throws InputError if
/// they have not the same kinds of work.
Comparison compare_change(const Scenario& as_it_is, const Scenario& changed, const PlanOptions& options = {});

}  // namespace freiton::study
