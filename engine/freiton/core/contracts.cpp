// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/contracts.hpp"

#include <string>

namespace freiton {

void contract_violated(const char* kind, const char* condition, const char* file, int line) {
    throw ContractViolation{std::string{file} + ":" + std::to_string(line) + "  " + kind + " " + condition};
}

}  // namespace freiton
