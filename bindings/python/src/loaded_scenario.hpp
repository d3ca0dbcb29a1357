// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "freiton/input/change_scenario.hpp"

namespace freiton::python {

/// What Python holds: a checked scenario, the tree it came from, and where that stood.
struct LoadedScenario {
    std::string file;                 // as problems name it; empty if it never was a file
    std::filesystem::path directory;  // where relative paths begin
    input::TableTexts tables;         // DataFrames that stand where a file would be named
    input::ReadScenario read;
};

}  // namespace freiton::python
