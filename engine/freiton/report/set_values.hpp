// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// A value that stands in place of what the scenario's file says, for one run.
struct SetValue {
    std::string key{};    // key path; "*" stands for any name
    std::string value{};  // as the file would hold it, on one line
};

/// The report, saying below its heading which values were set; unchanged where none was.
Document with_set_values(Document report, const std::vector<SetValue>& set);

/// The same for programs: the object has them as its last key "set", key paths to values.
std::string json_with_set_values(std::string json, const std::vector<SetValue>& set);

}  // namespace freiton::report
