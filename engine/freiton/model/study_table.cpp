// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/study_table.hpp"

#include <algorithm>
#include <set>

namespace freiton {

double StudyRow::value(std::string_view name) const {
    if (!names) return CallFigures::none;
    const auto found = std::find(names->begin(), names->end(), name);
    return found == names->end() ? CallFigures::none : values[static_cast<std::size_t>(found - names->begin())];
}

std::size_t StudyTable::failed() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.failed(); }));
}

std::vector<std::string> StudyTable::figures() const {
    std::vector<std::string> columns;
    std::set<std::string> known;
    const std::vector<std::string>* last = nullptr;
    for (const StudyRow& row : rows) {
        if (!row.names || row.names.get() == last) continue;
        last = row.names.get();
        for (const std::string& name : *row.names)
            if (known.insert(name).second) columns.push_back(name);
    }
    return columns;
}

}  // namespace freiton
