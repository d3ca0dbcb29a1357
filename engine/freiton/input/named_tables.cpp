// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/named_tables.hpp"

namespace freiton::input {

std::set<std::string> tables_of(const ScenarioParts& parts) {
    std::set<std::string> paths;
    for_each_table(parts,
                   [&](const std::string&, const std::string& path, const auto&, const auto&) { paths.insert(path); });
    for (const Organisation& organisation : parts.organisations)
        if (organisation.parts) paths.merge(tables_of(*organisation.parts));
    return paths;
}

}  // namespace freiton::input
