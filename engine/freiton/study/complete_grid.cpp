// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/complete_grid.hpp"

#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace freiton::study {

namespace {

using Levels = std::vector<std::vector<std::size_t>>;  // [row][input]

// How many different combinations each level of an input is part of.
std::vector<std::map<std::size_t, std::size_t>> combinations_of(const Levels& levels,
                                                                const std::vector<std::size_t>& rows) {
    std::set<std::vector<std::size_t>> cells;
    for (const std::size_t row : rows) cells.insert(levels[row]);
    std::vector<std::map<std::size_t, std::size_t>> counts(levels.front().size());
    for (const std::vector<std::size_t>& cell : cells)
        for (std::size_t k = 0; k < cell.size(); ++k) ++counts[k][cell[k]];
    return counts;
}

struct Gap {
    std::size_t input = 0;
    std::size_t level = 0;
    double missing = 0.0;  // share of the level's combinations
};

Gap greatest_gap(const std::vector<std::map<std::size_t, std::size_t>>& counts) {
    double all = 1.0;
    for (const auto& of_input : counts) all *= static_cast<double>(of_input.size());
    Gap greatest;
    for (std::size_t k = 0; k < counts.size(); ++k)
        for (const auto& [level, count] : counts[k]) {
            const double wanted = all / static_cast<double>(counts[k].size());
            const double missing = 1.0 - static_cast<double>(count) / wanted;
            if (missing > greatest.missing) greatest = {k, level, missing};
        }
    return greatest;
}

}  // namespace

std::vector<std::size_t> complete_grid(const Levels& levels) {
    std::vector<std::size_t> rows(levels.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    while (!rows.empty()) {
        const Gap gap = greatest_gap(combinations_of(levels, rows));
        if (gap.missing <= 0.0) break;
        std::erase_if(rows, [&](std::size_t row) { return levels[row][gap.input] == gap.level; });
    }
    return rows;
}

}  // namespace freiton::study
