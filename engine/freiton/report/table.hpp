// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace freiton::report {

/// A table for a terminal: columns as wide as they must be, numbers to the right, texts to the left.
class Table {
  public:
    enum class Align { left, right };
    struct Column {
        std::string title;
        Align align = Align::right;
    };

    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
    void rule() { rows_.emplace_back(); }  // a line across

    std::string text() const;

  private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;  // an empty one is a rule
};

/// A bar of `value` out of `most`, at most `width` columns wide, in eighths of a column.
std::string bar(double value, double most, int width);

}  // namespace freiton::report
