// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// Where the sources and the program are. Known to one object file only, so that a compiler cache serves every clone.

namespace freiton::test {

/// The path of a file or folder of the sources: in_source("scenarios/quickstart.yaml").
std::string in_source(const std::string& path);

/// The path of the program.
const char* program();

}  // namespace freiton::test
