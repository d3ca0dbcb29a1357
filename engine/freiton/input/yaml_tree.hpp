// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/input/yaml_limits.hpp"

namespace freiton::input {

/// One node of a YAML file as a planner reads it: every scalar is text until a field gives it a meaning, keys are
/// unique, and each node knows its line. No anchors, aliases, merge keys or second documents.
struct YamlNode {
    enum class Kind { empty, scalar, list, mapping };

    Kind kind = Kind::empty;
    int line = 0;                   // from 1; of a list or mapping under a key, the line of that key
    bool quoted = false;            // "12" in quotes is text, not a number
    bool glued = false;             // of a list: follows the comma before it without a blank, "4,5"
    std::string text{};             // of a scalar
    std::vector<YamlNode> items{};  // of a list
    std::vector<std::pair<std::string, YamlNode>> entries{};  // of a mapping, in the file's order

    const YamlNode* find(std::string_view key) const;

    bool operator==(const YamlNode&) const = default;
};

/// The node on one line, as it could stand in a file: "{mean: 4 min}"; empty for an empty node.
std::string flow_text(const YamlNode& node);

/// The node as a file: mappings in blocks, lists on one line.
std::string yaml_text(const YamlNode& node);

/// Throws InputError with everything that is wrong with the file as YAML.
YamlNode parse_yaml(std::string bytes, const std::string& file_name);

}  // namespace freiton::input
