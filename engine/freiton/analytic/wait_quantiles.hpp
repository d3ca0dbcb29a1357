// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pooled_calls.hpp"
#include "freiton/core/run_control.hpp"
#include "freiton/model/quantile_figures.hpp"

namespace freiton::analytic {

/// Smallest t with P(wait <= t) >= p over all admitted calls of the mixture, for these quantiles (rising) of `figures`.
///
/// The logarithm of the share that still waits is nearly a line, so that secant steps inside a bracket end after four
/// or five looks at it. Infinite where a queue grows for ever; undefined without calls. Accuracy: relative 1e-11.
/// Throws Stopped.
void add_wait_quantiles(CallFigures& figures, const std::vector<QuantileFigure<CallFigures>>& quantiles,
                        const std::vector<const KindOutcome*>& mixture, const RunControl& control);

}  // namespace freiton::analytic
