// SPDX-License-Identifier: Apache-2.0
// Any bytes are a workbook with a table, or problems.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/input/read_workbook.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> others;
    try {
        const auto sheet = freiton::input::read_workbook(bytes, "fuzz", "", others);
        for (std::size_t row = 0; row < sheet.rows(); ++row)
            for (std::size_t column = 0; column < sheet.cells(row); ++column)
                if (sheet.place(row, column).file.empty()) std::abort();
    } catch (const freiton::InputError& error) {
        if (error.problems().empty()) std::abort();
    }
    return 0;
}
