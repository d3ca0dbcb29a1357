// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/core/problem.hpp"
#include "freiton/model/work.hpp"

namespace freiton::input {

/// Reads the rows of one kind of work from a volumes table: columns date, start, arrivals and, where the table holds
/// several kinds, work. Other columns are ignored. Adds what is wrong, cell by cell.
void read_volumes(const std::filesystem::path& path, const std::string& work, VolumeFile& file, Problems& problems);

}  // namespace freiton::input
