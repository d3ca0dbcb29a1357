// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "freiton/study/import_log.hpp"

namespace freiton::python {

/// A scenario that was made of a log, as freiton.ImportedLog takes it: the JSON of what was found, the scenario and its
/// volumes as files have them, sentences on how the log was read, and on what it does not say.
using Imported = std::tuple<std::string, std::string, std::string, std::vector<std::string>, std::vector<std::string>>;

Imported imported_of(const study::ImportedLog& imported);

study::ImportOptions import_options(const std::string& title, std::optional<int> interval_min,
                                    std::optional<double> handling_time_s);

}  // namespace freiton::python
