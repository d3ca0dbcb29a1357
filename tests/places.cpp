// SPDX-License-Identifier: Apache-2.0
#include "places.hpp"

namespace freiton::test {

std::string in_source(const std::string& path) { return FREITON_SOURCE_DIR "/" + path; }

#ifdef FREITON_PROGRAM
const char* program() { return FREITON_PROGRAM; }
#endif

}  // namespace freiton::test
