// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace freiton {

/// A caller inside the engine broke a contract: an error of ours, never of the scenario's author.
class ContractViolation : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

[[noreturn]] void contract_violated(const char* kind, const char* condition, const char* file, int line);

}  // namespace freiton

/// Preconditions and postconditions; they hold in every build.
#define EXPECTS(condition) \
    ((condition) ? void(0) : ::freiton::contract_violated("expects", #condition, __FILE__, __LINE__))
#define ENSURES(condition) \
    ((condition) ? void(0) : ::freiton::contract_violated("ensures", #condition, __FILE__, __LINE__))
