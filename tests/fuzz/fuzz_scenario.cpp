// SPDX-License-Identifier: Apache-2.0
// Any bytes are a scenario that reads back as itself, or problems; never a crash.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "freiton/input/read_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    try {
        const freiton::Scenario scenario = freiton::input::parse_scenario(bytes, "fuzz", "/nonexistent");
        const std::string resolved = freiton::input::resolved_scenario(scenario);
        const freiton::Scenario again = freiton::input::parse_scenario(resolved, "fuzz", "/nonexistent");
        if (!(again.parts() == scenario.parts())) std::abort();
    } catch (const freiton::InputError& error) {
        if (error.problems().empty()) std::abort();
    }
    return 0;
}
