// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Reads every table that the scenario names (volumes, staffing, empirical laws) into it; paths begin at `directory`.
/// Adds what is wrong, cell by cell; a table that cannot be read at all is a problem of the key that names it.
void read_tables(ScenarioParts& parts, const std::filesystem::path& directory, Problems& problems);

/// Gives every team the staff of one table (columns date, start, team, agents), in place of what it had.
void read_staff_table(ScenarioParts& parts, const std::filesystem::path& table, Problems& problems);

}  // namespace freiton::input
