// SPDX-License-Identifier: Apache-2.0
#include "freiton/staffing/mip_model.hpp"

#include <coin/Cbc_C_Interface.h>
#include <cmath>
#include <memory>
#include <string>

namespace freiton::staffing {

namespace {

struct DeleteModel {
    void operator()(Cbc_Model* model) const { Cbc_deleteModel(model); }
};

}  // namespace

int MipModel::add_column(double cost, double lower, double upper, bool whole_numbers) {
    columns_.push_back({cost, lower, upper, whole_numbers});
    return static_cast<int>(columns_.size()) - 1;
}

void MipModel::add_row(std::vector<std::pair<int, double>> weights, double at_least) {
    rows_.push_back({std::move(weights), at_least});
}

std::optional<std::vector<double>> MipModel::solve(double gap, int most_nodes) const {
    const std::unique_ptr<Cbc_Model, DeleteModel> model{Cbc_newModel()};
    Cbc_setLogLevel(model.get(), 0);
    Cbc_setParameter(model.get(), "slogLevel", "0");
    // Cuts took four fifths of the time; programmes so small seldom need them.
    Cbc_setParameter(model.get(), "cuts", "off");
    for (std::size_t c = 0; c < columns_.size(); ++c)
        Cbc_addCol(model.get(), ("c" + std::to_string(c)).c_str(), columns_[c].lower, columns_[c].upper,
                   columns_[c].cost, static_cast<char>(columns_[c].whole_numbers), 0, nullptr, nullptr);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        std::vector<int> columns;
        std::vector<double> weights;
        for (const auto& [column, weight] : rows_[r].weights) {
            columns.push_back(column);
            weights.push_back(weight);
        }
        Cbc_addRow(model.get(), ("r" + std::to_string(r)).c_str(), static_cast<int>(columns.size()), columns.data(),
                   weights.data(), 'G', rows_[r].at_least);
    }
    Cbc_setAllowableGap(model.get(), gap);
    Cbc_setMaximumNodes(model.get(), most_nodes);
    Cbc_solve(model.get());
    if (Cbc_isProvenInfeasible(model.get()) != 0 || Cbc_numberSavedSolutions(model.get()) == 0) return std::nullopt;
    const double* const found = Cbc_getColSolution(model.get());
    std::vector<double> solution(found, found + columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c)
        if (columns_[c].whole_numbers) solution[c] = std::round(solution[c]);
    return solution;
}

}  // namespace freiton::staffing
