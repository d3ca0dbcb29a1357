// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/input/read_tables.hpp"
#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Reads a scenario file with the tables that it names. Throws InputError with every problem that was found.
Scenario read_scenario(const std::filesystem::path& path);

/// The same scenario with the staff of a table (date, start, team, agents) in place of its own, for all its teams.
/// Throws InputError with what is wrong in the table.
Scenario with_staff_table(const Scenario& scenario, const std::filesystem::path& table);
Scenario with_staff_table(const Scenario& scenario, const CsvTable& table);

/// The same from text; `directory` is where relative paths begin, `file_name` what problems call it.
Scenario parse_scenario(std::string yaml, const std::string& file_name, const std::filesystem::path& directory);

/// The same from a tree, for studies and for those who have no file; tables that are none either are given as `texts`.
Scenario scenario_from_tree(const YamlNode& root, const std::string& file_name, const std::filesystem::path& directory,
                            const TableTexts& texts = {});

/// The scenario with all its defaults, as a file that means the same (paths stay as they were stated).
std::string resolved_scenario(const Scenario& scenario);
std::string scenario_text(const ScenarioParts& parts);

/// JSON Schema of scenario files, and the reference page made from the same tables.
std::string scenario_json_schema();
std::string scenario_reference();

}  // namespace freiton::input
