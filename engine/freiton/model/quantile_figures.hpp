// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/core/units.hpp"
#include "freiton/model/performance.hpp"

namespace freiton {

/// A quantile of waits (in seconds, of all admitted calls) or of turnarounds (in hours, of the items done): the share
/// that took no longer, the name of that quantile ("p80") and the figure that holds it.
template <class Figures>
struct QuantileFigure {
    double share;
    std::string name;
    double Figures::*member;
    bool asked;  // by the scenario, beside those that every one has
};

/// So many of those that are asked for are none that every scenario has, each counted once.
std::size_t quantiles_beside_the_usual(const std::vector<Share>& asked);

/// The quantiles of a scenario that asks for these shares: 50, 90 and 95 %, and those; rising, each once.
/// Domain: 0 < share < 1, told apart by thousandths of a per cent; beside the usual at most most_asked_quantiles.
std::vector<QuantileFigure<CallFigures>> wait_quantiles(const std::vector<Share>& asked);
std::vector<QuantileFigure<BacklogFigures>> turnaround_quantiles(const std::vector<Share>& asked);

}  // namespace freiton
