// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/csv_cells.hpp"
#include "freiton/core/problem.hpp"

namespace freiton {

inline constexpr std::size_t most_csv_bytes = std::size_t{256} << 20;

/// A table as Excel and its kin write it: comma, semicolon or tab (found out from the first line), quoted cells with
/// doubled quotes, either line end, in UTF-8 with or without a byte order mark or in Windows-1252. With semicolons a
/// comma may be the decimal point, and points may part thousands; a first line "sep=;" is obeyed. Source: RFC 4180,
/// plus what a German Excel does. Cells are views into the text that the table owns.
class CsvTable {
  public:
    using Row = CsvRow;

    /// Throws InputError: file problems, table_empty, quote_not_closed, text_after_quote, too_many_values.
    static CsvTable read(const std::filesystem::path& path);
    static CsvTable parse(std::string text, std::string file_name);

    CsvTable(CsvTable&&) = default;
    CsvTable& operator=(CsvTable&&) = default;
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;
    ~CsvTable() = default;

    const std::string& file_name() const { return file_name_; }
    const std::vector<std::string>& columns() const { return columns_; }  // lower case, trimmed
    const std::vector<Row>& rows() const { return rows_; }                // blank lines left out

    /// Index of a column, or -1.
    int column(std::string_view name) const;

    /// The number in a cell, with decimal comma where the separator leaves room for it; nothing if it is not one.
    std::optional<double> number(std::string_view cell) const;

    /// Whether "1.234" may be a thousand or one: with semicolons, and no other cell tells which.
    bool ambiguous(std::string_view cell) const;

  private:
    CsvTable() = default;
    void look_at(std::string_view cell);

    std::unique_ptr<std::string> text_;  // on the heap: the views survive a move
    std::string file_name_;
    char separator_ = ',';
    bool decimal_commas_ = false;  // some number has one
    bool decimal_points_ = false;  // some number has a point that parts no thousands
    std::vector<std::string> columns_;
    std::vector<Row> rows_;
};

/// One line of CSV (comma, quoted where needed) with its line end.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace freiton
