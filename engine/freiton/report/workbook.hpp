// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "freiton/core/dates.hpp"
#include "freiton/report/document.hpp"

namespace freiton::report {

/// A cell that a spreadsheet can compute with. A clock time is one of a day; a figure that is not a number is empty.
using GridCell = std::variant<std::string, Figure, Date, Minutes>;

/// Rows under one line of heads, from the first cell of a sheet on, so that all of it can be copied as it is.
struct Grid {
    std::vector<GridCell> heads{};
    std::vector<std::vector<GridCell>> rows{};
    int fixed_columns = 1;       // that stay in sight
    bool can_filter = false;     // a list, whose heads get buttons
    std::vector<bool> folded{};  // columns beside the point, out of sight until they are unfolded; empty: none
};

/// Text to be read or copied line by line.
struct Lines {
    std::vector<std::string> lines{};
};

struct Sheet {
    std::string name{};  // the writer cuts it to what a spreadsheet allows, and makes it unique
    std::variant<Document, Picture, Grid, Lines> content{};
};

/// What a report gives as a spreadsheet (xlsx_writer.hpp).
struct Workbook {
    Language language = Language::en;
    std::string title{};
    std::vector<Sheet> sheets{};
};

}  // namespace freiton::report
