// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "freiton/model/quantile_figures.hpp"

namespace freiton::report {

/// Those that tables tell: what the scenario asks for, and the usual one of this name, if the table has one.
template <class Figures>
std::vector<QuantileFigure<Figures>> told_quantiles(std::vector<QuantileFigure<Figures>> all,
                                                    std::string_view usual = {}) {
    std::erase_if(all, [&](const auto& quantile) { return !quantile.asked && quantile.name != usual; });
    return all;
}

}  // namespace freiton::report
