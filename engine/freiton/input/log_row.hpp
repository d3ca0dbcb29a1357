// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_columns.hpp"
#include "freiton/input/table_row.hpp"

namespace freiton::input {

/// Reads the cells of one row of a log by what they hold, and complains about those that it cannot read.
class LogRow {
  public:
    LogRow(const CsvTable& table, const CsvTable::Row& row, const LogColumns& columns, DateOrder order,
           Problems& problems)
        : columns_{columns}, order_{order}, cells_{table, row, problems} {}

    /// What stands there; empty without such a column.
    std::string_view text(LogColumn column) const {
        return columns_.has(column) ? cells_.cell(columns_[column]) : std::string_view{};
    }
    bool is_of_totals() const;

    std::optional<Date> date(LogColumn time);         // of its own column, or beside the time of day in that one
    std::optional<LogSpan> span();                    // of an interval, in whole minutes
    std::optional<Seconds> moment(LogColumn column);  // since midnight
    std::optional<double> count(LogColumn column);    // nothing where the cell is empty
    std::optional<double> seconds(LogColumn column);  // likewise

    void complain(LogColumn column, Rule rule, std::vector<std::string> arguments = {}, std::string suggestion = {}) {
        cells_.complain(columns_[column], rule, std::move(arguments), std::move(suggestion));
    }

  private:
    const LogColumns& columns_;
    DateOrder order_;
    TableRow cells_;
};

}  // namespace freiton::input
