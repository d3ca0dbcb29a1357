// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <string>

#include "freiton/core/csv.hpp"
#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"

namespace freiton::input {

/// Reads typed cells of one row of a table and complains about those that it cannot read, with line and column.
class TableRow {
  public:
    TableRow(const CsvTable& table, const CsvTable::Row& row, Problems& problems)
        : table_{table}, row_{row}, problems_{problems} {}

    std::string_view cell(int column) const {  // empty beyond the row's end
        const auto index = static_cast<std::size_t>(column);
        return index < row_.cells.size() ? row_.cells[index] : std::string_view{};
    }
    std::optional<Date> date(int column);
    std::optional<Minutes> clock(int column);
    std::optional<Seconds> moment(int column);  // since midnight: "08:30", "08:30:17", "08:30:17.25"
    std::optional<double> not_negative(int column);
    std::optional<int> count(int column);

    void complain(int column, Rule rule, std::vector<std::string> arguments = {}, std::string suggestion = {});

  private:
    const CsvTable& table_;
    const CsvTable::Row& row_;
    Problems& problems_;
};

/// The table's columns, for a message.
std::string columns_text(const CsvTable& table);

/// Complains about each column that is missing or there twice; true if all are there once.
bool has_columns(const CsvTable& table, const std::vector<std::string>& names, Problems& problems);

/// Complains about a row that ends before one of these columns, or goes on after the last title.
bool is_whole(const CsvTable& table, const CsvTable::Row& row, std::initializer_list<int> columns, Problems& problems);

}  // namespace freiton::input
