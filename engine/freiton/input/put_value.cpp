// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/key_path.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

// Below these keys stand names that the author chose: a new one is meant only where all of it is given.
bool holds_names(const std::string& path) { return path == "work" || path == "teams" || path == "organisations"; }

YamlNode* entry_of(YamlNode& node, const std::string& key) {
    const auto found =
        std::find_if(node.entries.begin(), node.entries.end(), [&](const auto& entry) { return entry.first == key; });
    return found == node.entries.end() ? nullptr : &found->second;
}

struct NextKey {
    std::string key;
    std::string further;  // what follows it
    std::string here;     // the way to it
};

NextKey next_key(const std::string& walked, const std::string& rest) {
    const bool in_organisation = first_part(walked) == "organisations" && !other_parts(walked).empty();
    const auto dot = in_organisation ? std::string::npos : rest.find('.');
    const std::string key = rest.substr(0, dot);
    return {key, dot == std::string::npos ? "" : rest.substr(dot + 1), walked.empty() ? key : walked + "." + key};
}

// Whether anything stood there; then it is gone.
bool took_away(YamlNode& node, const std::string& walked, const std::string& rest) {
    const NextKey next = next_key(walked, rest);
    const auto is_meant = [&](const auto& entry) { return next.key == "*" || entry.first == next.key; };
    if (next.further.empty()) return std::erase_if(node.entries, is_meant) > 0;
    bool any = false;
    for (auto& entry : node.entries) any = (is_meant(entry) && took_away(entry.second, next.here, next.further)) || any;
    return any;
}

std::optional<UnknownPath> put_below(YamlNode& node, const std::string& walked, const std::string& rest,
                                     const YamlNode& value) {
    const NextKey next = next_key(walked, rest);
    const std::string& key = next.key;
    if (node.kind == YamlNode::Kind::empty) node.kind = YamlNode::Kind::mapping;
    if (node.kind != YamlNode::Kind::mapping || key.empty()) return UnknownPath{next.here, ""};
    const auto put_into = [&](YamlNode& entry) -> std::optional<UnknownPath> {
        if (!next.further.empty()) return put_below(entry, next.here, next.further, value);
        const int line = entry.line;
        entry = value;
        entry.line = line;
        return std::nullopt;
    };
    if (key == "*") {
        if (node.entries.empty()) return UnknownPath{next.here, ""};
        for (auto& [name, entry] : node.entries)
            if (auto unknown = put_into(entry)) return unknown;
        return std::nullopt;
    }
    if (YamlNode* entry = entry_of(node, key)) return put_into(*entry);
    const bool whole = next.further.empty() && value.kind == YamlNode::Kind::mapping;
    if (holds_names(walked) && !whole) {
        std::vector<std::string> names;
        for (const auto& [name, entry] : node.entries) names.push_back(name);
        return UnknownPath{next.here, names.size() == 1 ? names.front() : nearest_word(key, names).value_or("")};
    }
    node.entries.emplace_back(key, YamlNode{.kind = YamlNode::Kind::empty, .line = node.line});
    return put_into(node.entries.back().second);
}

}  // namespace

std::optional<UnknownPath> put_value(YamlNode& tree, const std::string& path, const YamlNode& value) {
    if (value.kind == YamlNode::Kind::empty && took_away(tree, "", path)) return std::nullopt;
    return put_below(tree, "", path, value);
}

}  // namespace freiton::input
