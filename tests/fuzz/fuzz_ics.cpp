// SPDX-License-Identifier: Apache-2.0
// Any text is a calendar with closed days in order, or problems.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "freiton/input/read_ics.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const freiton::Date from{std::chrono::days{20'454}};
    freiton::Problems problems;
    const auto days = freiton::input::read_ics(text, "fuzz", from, from + std::chrono::days{800}, problems);
    for (std::size_t i = 1; i < days.size(); ++i)
        if (days[i] <= days[i - 1]) std::abort();
    return 0;
}
