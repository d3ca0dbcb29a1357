// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/model/study_table.hpp"

namespace freiton::study {

/// Rows of a study as lines of text, each with a checksum: what a checkpoint holds, and what a worker sends home.
/// Numbers read back exactly. The names of the figures stand on a line of their own, once for all rows that share them.
class RowLines {
  public:
    /// A line for the row, after one for its names where they are new.
    std::string text(const StudyRow& row);

    /// The row on a line (without its line end); nothing for a line about names, or one that was damaged.
    std::optional<StudyRow> read(std::string_view line);

  private:
    std::size_t set_of(const StudyRow::Names& names, std::string& text);

    std::vector<StudyRow::Names> sets_;
};

/// Puts the checksum before a line and its end behind it.
std::string checked_line(std::string_view body);

/// What follows the checksum, if it is right.
std::optional<std::string_view> body_of(std::string_view line);

}  // namespace freiton::study
