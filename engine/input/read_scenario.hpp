// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Reads a scenario file with the tables that it names. Throws InputError with every problem that was found.
Scenario read_scenario(const std::filesystem::path& path);

/// The same from text; `directory` is where relative paths begin, `file_name` what problems call it.
Scenario parse_scenario(std::string yaml, const std::string& file_name, const std::filesystem::path& directory);

}  // namespace freiton::input
