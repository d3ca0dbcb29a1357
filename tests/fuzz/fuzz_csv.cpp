// SPDX-License-Identifier: Apache-2.0
// Any bytes are a table or problems; what csv_line writes reads back as the same cells.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "freiton/core/csv.hpp"
#include "freiton/core/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    try {
        const freiton::CsvTable table = freiton::CsvTable::parse(bytes, "fuzz");
        for (const auto& row : table.rows()) {
            std::vector<std::string> cells;
            for (const std::string_view cell : row.cells) {
                table.number(cell);
                cells.emplace_back(cell);
            }
            cells.emplace_back("x");  // so that no row is blank
            std::string header = freiton::csv_line(std::vector<std::string>(cells.size(), "c"));
            const freiton::CsvTable again = freiton::CsvTable::parse(header + freiton::csv_line(cells), "fuzz");
            const auto same = [](std::string_view a, const std::string& b) { return a == freiton::trimmed(b); };
            if (again.rows().size() != 1 || !std::equal(again.rows()[0].cells.begin(), again.rows()[0].cells.end(),
                                                        cells.begin(), cells.end(), same))
                std::abort();
        }
    } catch (const freiton::InputError& error) {
        if (error.problems().empty()) std::abort();
    }
    return 0;
}
