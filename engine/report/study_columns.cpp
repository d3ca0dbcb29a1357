// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/study_columns.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace freiton::report {

std::vector<std::string> known_figures(const StudyTable& table) {
    std::vector<std::string> figures = table.figures();
    FigureLookup lookup{figures};
    std::vector<bool> known(figures.size(), false);
    for (const StudyRow& row : table.rows) {
        const std::vector<double> values = lookup.values(row);
        for (std::size_t c = 0; c < values.size(); ++c) known[c] = known[c] || std::isfinite(values[c]);
    }
    std::vector<std::string> kept;
    for (std::size_t c = 0; c < figures.size(); ++c)
        if (known[c]) kept.push_back(figures[c]);
    return kept;
}

std::vector<double> FigureLookup::values(const StudyRow& row) {
    std::vector<double> values(columns_.size(), CallFigures::none);
    if (!row.names) return values;
    if (row.names != names_) {
        names_ = row.names;
        std::unordered_map<std::string_view, std::size_t> place;
        for (std::size_t i = 0; i < names_->size(); ++i) place.emplace((*names_)[i], i);
        places_.clear();
        for (const std::string& column : columns_) {
            const auto found = place.find(column);
            places_.push_back(found == place.end() ? names_->size() : found->second);
        }
    }
    for (std::size_t c = 0; c < columns_.size(); ++c)
        if (places_[c] < row.values.size()) values[c] = row.values[places_[c]];
    return values;
}

std::string_view method_name(Source source) { return source == Source::formula ? "formula" : "simulation"; }

std::string_view measure_name(StudyEffect::Measure measure) {
    constexpr std::string_view names[] = {"main_effect", "sobol_index", "rank_correlation"};
    return names[static_cast<std::size_t>(measure)];
}

}  // namespace freiton::report
