// SPDX-License-Identifier: Apache-2.0
#include "freiton/study/proportional_fit.hpp"

#include <cmath>
#include <numeric>

namespace freiton::study {

namespace {

constexpr int most_rounds = 200;
constexpr double close_enough = 1e-10;

using FitTable = std::vector<std::vector<double>>;

FitTable first_guess(const std::vector<double>& rows, const std::vector<double>& columns,
                     const std::vector<std::vector<bool>>& allowed) {
    FitTable table(rows.size(), std::vector<double>(columns.size(), 0.0));
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (allowed[r][c]) table[r][c] = rows[r] * columns[c];
    return table;
}

void fit_rows(const std::vector<double>& rows, FitTable& table) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double sum = std::accumulate(table[r].begin(), table[r].end(), 0.0);
        if (sum > 0.0)
            for (double& cell : table[r]) cell *= rows[r] / sum;
    }
}

void fit_columns(const std::vector<double>& columns, FitTable& table) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        double sum = 0.0;
        for (const auto& row : table) sum += row[c];
        if (sum > 0.0)
            for (auto& row : table) row[c] *= columns[c] / sum;
    }
}

bool rows_fit(const std::vector<double>& rows, const FitTable& table) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double sum = std::accumulate(table[r].begin(), table[r].end(), 0.0);
        if (std::abs(sum - rows[r]) > close_enough * rows[r]) return false;
    }
    return true;
}

}  // namespace

FitTable proportional_fit(const std::vector<double>& rows, const std::vector<double>& columns,
                          const std::vector<std::vector<bool>>& allowed) {
    FitTable table = first_guess(rows, columns, allowed);
    for (int round = 0; round < most_rounds; ++round) {
        fit_rows(rows, table);
        fit_columns(columns, table);
        if (rows_fit(rows, table)) break;
    }
    return table;
}

}  // namespace freiton::study
