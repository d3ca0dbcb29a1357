// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/study_columns.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace freiton::report {

namespace {

// A star tells nothing by itself and is not counted.
std::string last_parts(const std::string& key, int parts) {
    std::size_t begin = key.size() + 1;
    while (parts > 0 && begin > 0) {
        const std::size_t end = begin - 1;
        const std::size_t dot = end == 0 ? std::string::npos : key.rfind('.', end - 1);
        begin = dot == std::string::npos ? 0 : dot + 1;
        if (key.substr(begin, end - begin) != "*") --parts;
    }
    return key.substr(begin);
}

}  // namespace

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

std::vector<std::string> study_header(const StudyTable& table, const std::vector<std::string>& figures) {
    std::vector<std::string> header = {"variation"};
    for (const StudyInput& input : table.inputs) header.push_back(input.column);
    for (const char* name : {"question", "method", "replications", "met"}) header.emplace_back(name);
    header.insert(header.end(), figures.begin(), figures.end());
    for (const char* name : {"seed", "engine_version", "error"}) header.emplace_back(name);
    return header;
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

std::vector<std::string> short_names(const std::vector<StudyInput>& inputs) {
    for (int parts = 2; parts < 8; ++parts) {
        std::vector<std::string> names;
        names.reserve(inputs.size());
        for (const StudyInput& input : inputs) names.push_back(last_parts(input.key, parts));
        if (std::set<std::string>(names.begin(), names.end()).size() == names.size()) return names;
    }
    std::vector<std::string> keys;
    keys.reserve(inputs.size());
    for (const StudyInput& input : inputs) keys.push_back(input.key);
    return keys;
}

std::string_view measure_name(StudyEffect::Measure measure) {
    constexpr std::string_view names[] = {"main_effect", "sobol_index", "rank_correlation"};
    return names[static_cast<std::size_t>(measure)];
}

}  // namespace freiton::report
