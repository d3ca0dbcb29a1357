// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace freiton::staffing {

/// A mixed integer linear programme that is minimised, solved by CBC: columns with bounds, rows of the form
/// "at least". The same model gives the same solution; it says nothing on the terminal.
class MipModel {
  public:
    int add_column(double cost, double lower, double upper, bool whole_numbers);

    /// Sum of weight x column is at least this.
    void add_row(std::vector<std::pair<int, double>> weights, double at_least);

    std::size_t columns() const { return columns_.size(); }

    /// The best solution found within so many nodes of the search tree, by column, whole numbers rounded; none if
    /// there is none or none was found. It may cost up to `gap` more than the least.
    std::optional<std::vector<double>> solve(double gap, int most_nodes) const;

  private:
    struct Column {
        double cost;
        double lower;
        double upper;
        bool whole_numbers;
    };
    struct Row {
        std::vector<std::pair<int, double>> weights;
        double at_least;
    };
    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

}  // namespace freiton::staffing
