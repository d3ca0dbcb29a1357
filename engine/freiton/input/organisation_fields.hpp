// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/input/read_tables.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// The organisations of a file: by name keys of the routing, and key paths to anything else.
Field<ScenarioParts> organisations_field();

/// The tree of a scenario as one of its organisations is: its values put in, and no organisations. There must be one of
/// that name.
YamlNode organised_tree(const YamlNode& root, const std::string& organisation);

/// Gives each organisation that changes more than the routing the whole scenario that comes of it, read from the file's
/// tree with its values put in; adds what is wrong with it under the organisation's own keys.
void organise(const YamlNode& root, const std::string& file_name, const std::filesystem::path& directory,
              const TableTexts& texts, ScenarioParts& parts, Problems& problems);

}  // namespace freiton::input
