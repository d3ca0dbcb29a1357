// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/fields.hpp"
#include "freiton/model/work.hpp"

namespace freiton::input {

Codec<std::vector<Work>> works();

/// A value for everything, or a mapping by site.
template <class T>
Codec<BySite<T>> by_site(Codec<T> codec) {
    const auto read = [codec](const Reader& reader, const YamlNode& node, BySite<T>& values) {
        if (node.kind != YamlNode::Kind::mapping) return codec.read(reader, node, values.everywhere.emplace());
        for (const auto& [site, value] : node.entries) codec.read(reader.at(site), value, values.sites[site]);
    };
    const auto write = [codec](const BySite<T>& values) {
        if (values.everywhere) return codec.write(*values.everywhere);
        YamlNode node{.kind = values.sites.empty() ? YamlNode::Kind::empty : YamlNode::Kind::mapping};
        for (const auto& [site, value] : values.sites) node.entries.emplace_back(site, codec.write(value));
        return node;
    };
    return {read, write, one_of_schema({codec.schema, named_schema(codec.schema, "site")})};
}

}  // namespace freiton::input
