// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "freiton/input/yaml_tree.hpp"

namespace freiton::input {

/// What YAML reads well and nobody means: "{mean: 4,5 min}" has the keys "mean" and "5 min", "{mean:270 s}" the key
/// "mean:270 s", "[20,5, 35,0]" four values. Each is told, and the tree as it was meant is given, so that no echo of it
/// is told as well; nothing if there is none.
std::optional<YamlNode> with_brackets_mended(const YamlNode& root, const std::string& file_name, Problems& problems);

}  // namespace freiton::input
