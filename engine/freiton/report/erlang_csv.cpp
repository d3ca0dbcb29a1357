// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/text.hpp"
#include "freiton/report/erlang_report.hpp"

namespace freiton::report {

ErlangCsv::ErlangCsv(std::vector<std::string> titles, const std::vector<std::string>& columns, char separator)
    : titles_{std::move(titles)}, separator_{separator}, agents_{place_of("agents", columns)} {
    for (const ErlangFigureName& figure : erlang_figure_names) figures_.push_back(place_of(figure.key, columns));
    stable_ = place_of("stable", columns);
}

std::size_t ErlangCsv::place_of(std::string_view column, const std::vector<std::string>& columns) {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
    titles_.emplace_back(column);
    return titles_.size() - 1;
}

std::string ErlangCsv::header() const { return csv_line(titles_, separator_); }

std::string ErlangCsv::row(const std::vector<std::string_view>& cells,
                           const std::optional<ErlangAnswer>& answer) const {
    std::vector<std::string> line{cells.begin(), cells.end()};
    line.resize(titles_.size());
    if (answer && line[agents_].empty()) line[agents_] = number_text(answer->agents.value());
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const double value = answer ? answer->figures.*erlang_figure_names[i].member : ErlangFigures::none;
        line[figures_[i]] = std::isfinite(value) ? number_text(value) : "";
    }
    line[stable_] = !answer ? "" : answer->figures.stable ? "true" : "false";
    return csv_line(line, separator_);
}

}  // namespace freiton::report
