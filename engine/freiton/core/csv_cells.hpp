// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freiton {

/// A row of a table: views into the text that its reader holds.
struct CsvRow {
    int line = 0;  // where the row begins in the file, from 1
    std::vector<std::string_view> cells;
};

/// Of one row, which no honest table meets.
inline constexpr std::size_t most_cells = 1'000;

/// The separator that the first line uses: comma, semicolon or tab, whichever is there most often.
char find_separator(std::string_view first_line);

/// The number in a cell, with decimal comma where the separator leaves room for it; nothing if it is not one.
std::optional<double> csv_number(std::string_view cell, char separator);

/// Reads cells from front to back; quoted ones are unescaped in place, so that views suffice.
class CsvCells {
  public:
    CsvCells(std::string& text, char separator, const std::string& file_name, int first_line = 1)
        : text_{text}, separator_{separator}, file_name_{file_name}, line_{first_line} {}

    bool at_end() const { return at_ >= text_.size(); }

    /// The next row, cells trimmed. Throws InputError with quote_not_closed, text_after_quote or too_many_values.
    CsvRow row();

  private:
    bool take(char c);
    std::string_view plain();
    std::string_view quoted();

    std::string& text_;
    char separator_;
    const std::string& file_name_;
    std::size_t at_ = 0;
    int line_;
};

/// The number so that it reads back exactly; an empty cell if it is infinite or undefined.
std::string number_cell(double value);

/// One line of CSV with its line end, cells quoted where needed.
std::string csv_line(const std::vector<std::string>& cells, char separator);

}  // namespace freiton
