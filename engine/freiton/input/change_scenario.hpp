// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/input/read_tables.hpp"
#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// A value that replaces what stands under a key path, or takes it away if it is nothing; "*" in the path stands for
/// any name.
struct Change {
    std::string path;
    YamlNode value;
};

/// Changes as they are typed: "work.*.arrivals.scale=1.15"; the value as it would stand in a file. They are put in one
/// after the other. Throws InputError with each that has no value, and each that a later one would undo.
std::vector<Change> typed_changes(const std::vector<std::string>& texts);

/// A problem, without a place, of each change that would undo an earlier one, so that this would be ignored in silence:
/// under the later path it names both, each after `before` ("--set ").
Problems undone_changes(const std::vector<Change>& changes, const std::string& before = "");

/// Whether the change says what stands under this key: "teams={office: {staff: 3}}" does for "teams.office.staff".
bool states(const Change& change, std::string_view key);

/// A scenario and the tree that it was read from.
struct ReadScenario {
    YamlNode tree;
    Scenario scenario;
};

/// The scenario with every change put in, checked like any other. Throws InputError with each path that names nothing,
/// or with what the changed scenario complains about; problems of a changed value have its key, and no place in a file.
ReadScenario changed_scenario(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                              const std::filesystem::path& directory, const TableTexts& texts = {});

/// The same for typed changes. Problems are those of all changes and of the file; "--set KEY" is the place of what a
/// change brought in.
ReadScenario scenario_as_typed(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                               const std::filesystem::path& directory, const TableTexts& texts = {});

/// The scenario of a file with typed changes.
Scenario read_changed_scenario(const std::filesystem::path& path, const std::vector<Change>& changes);

}  // namespace freiton::input
