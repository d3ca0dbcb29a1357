// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/input/scalar_fields.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// The whole scenario file.
Codec<ScenarioParts> scenario_file();

/// The `freiton: 1` that every file begins with, under its own key.
template <class Part>
Field<Part> version_field(const std::string& key) {
    return {key,
            "version of the format: 1",
            true,
            {[](const Reader& reader, const YamlNode& node, Part&) {
                 if (node.text != "1") reader.complain(node, Rule::version_unknown);
             },
             [](const Part&) { return detail::scalar("1"); }, integer(1, 1).schema}};
}

}  // namespace freiton::input
