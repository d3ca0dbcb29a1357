// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "freiton/model/performance.hpp"

namespace freiton::report {

/// What stands beside the figures of a table: their doubt, and what single days look like.
struct Beside {
    bool half_widths;
    bool single_days;
    explicit Beside(const Performance& performance)
        : half_widths{performance.source == Source::simulation}, single_days{performance.single_days > 0} {}
};

/// A column of a table of figures, as CSV files and workbooks name it: a figure, its half-width ("_half_width"), or a
/// quantile of single days ("_p05", "_p95").
template <class Figures>
struct FigureColumn {
    enum class What { figure, half_width, p05, p95 };

    std::string title;
    std::string key;  // of the figure
    double Figures::*member;
    What what = What::figure;

    /// NaN where there is none.
    double value(const Measured<Figures>& figures) const {
        if (what == What::figure) return figures.*member;
        if (what == What::half_width) return figures.half_width ? *figures.half_width.*member : Figures::none;
        const Band band = figures.band(member).value_or(Band{});
        return what == What::p05 ? band.p05 : band.p95;
    }
};

template <class Figures>
std::vector<FigureColumn<Figures>> figure_columns(const std::vector<FigureName<Figures>>& names, const Beside& beside) {
    using What = typename FigureColumn<Figures>::What;
    const auto told = Figures::of_single_days();
    std::vector<FigureColumn<Figures>> columns;
    for (const auto& [key, member] : names) {
        columns.push_back({key, key, member});
        if (beside.half_widths) columns.push_back({key + "_half_width", key, member, What::half_width});
        if (!beside.single_days || std::find(told.begin(), told.end(), member) == told.end()) continue;
        columns.push_back({key + "_p05", key, member, What::p05});
        columns.push_back({key + "_p95", key, member, What::p95});
    }
    return columns;
}

}  // namespace freiton::report
