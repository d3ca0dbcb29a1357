// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "freiton/input/read_tables.hpp"
#include "freiton/input/yaml_tree.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// A value that replaces what stands under a key path; "*" in the path stands for any name.
struct Change {
    std::string path;
    YamlNode value;
};

/// A change as it is typed: "work.*.arrivals.scale=1.15"; the value as it would stand in a file. Throws InputError.
Change typed_change(const std::string& text);

/// A scenario and the tree that it was read from.
struct ReadScenario {
    YamlNode tree;
    Scenario scenario;
};

/// The scenario with every change put in, checked like any other. Throws InputError with each path that names nothing,
/// or with what the changed scenario complains about; problems of a changed value have its key, and no place in a file.
ReadScenario changed_scenario(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                              const std::filesystem::path& directory, const TableTexts& texts = {});

/// The scenario of a file with every change put in; problems of a changed value name the change in place of a file.
Scenario read_changed_scenario(const std::filesystem::path& path, const std::vector<Change>& changes);

}  // namespace freiton::input
