// SPDX-License-Identifier: Apache-2.0
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "freiton/input/yaml_tree.hpp"

namespace freiton::input {

const YamlNode* YamlNode::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; });
    return found == entries.end() ? nullptr : &found->second;
}

namespace {

void emit(YAML::Emitter& out, const YamlNode& node) {
    switch (node.kind) {
        case YamlNode::Kind::empty:
            out << YAML::Null;
            break;
        case YamlNode::Kind::scalar:
            if (node.quoted) out << YAML::DoubleQuoted;
            out << node.text;
            break;
        case YamlNode::Kind::list:
            out << YAML::Flow << YAML::BeginSeq;
            for (const YamlNode& item : node.items) emit(out, item);
            out << YAML::EndSeq;
            break;
        case YamlNode::Kind::mapping:
            out << YAML::BeginMap;
            for (const auto& [key, value] : node.entries) {
                out << YAML::Key << key << YAML::Value;
                emit(out, value);
            }
            out << YAML::EndMap;
            break;
    }
}

}  // namespace

std::string yaml_text(const YamlNode& node) {
    YAML::Emitter out;
    emit(out, node);
    return std::string{out.c_str()} + "\n";
}

std::string flow_text(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::empty) return {};
    if (node.kind == YamlNode::Kind::scalar) return node.text;
    std::string text;
    for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + flow_text(item);
    for (const auto& [key, value] : node.entries) text += (text.empty() ? "" : ", ") + key + ": " + flow_text(value);
    return (node.kind == YamlNode::Kind::list ? "[" : "{") + text + (node.kind == YamlNode::Kind::list ? "]" : "}");
}

}  // namespace freiton::input
