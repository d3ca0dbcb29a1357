// SPDX-License-Identifier: Apache-2.0
// Any bytes are a call log or an ACD export, or problems.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "freiton/core/problem.hpp"
#include "freiton/input/read_call_log.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        freiton::input::parse_call_log(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    } catch (const freiton::InputError& error) {
        if (error.problems().empty()) std::abort();
    }
    return 0;
}
