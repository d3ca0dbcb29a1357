// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "freiton/core/csv.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Tables that never were files: CSV texts by the path under which a scenario names them.
using TableTexts = std::map<std::string, std::string>;

/// Reads every table that the scenario names (volumes, staffing, empirical laws) into it: from `texts`, or from a file,
/// whose path begins at `directory`. Adds what is wrong, cell by cell; a table that cannot be read at all is a problem
/// of the key that names it.
void read_tables(ScenarioParts& parts, const std::filesystem::path& directory, Problems& problems,
                 const TableTexts& texts = {});

/// Gives every team, in each organisation too, the staff of one table (columns date, start, team, agents), in place of
/// what it had. Teams that only an organisation has keep theirs.
void read_staff_table(ScenarioParts& parts, const CsvTable& table, Problems& problems);

}  // namespace freiton::input
