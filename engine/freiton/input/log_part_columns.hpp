// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "freiton/input/log_table.hpp"

namespace freiton::input {

/// Columns that hold parts of a date or of a time, by their titles and cells.
struct PartColumns {
    std::optional<std::size_t> year{};
    std::optional<std::size_t> month{};
    std::optional<std::size_t> week{};
    std::optional<std::size_t> day{};   // what was taken for dates
    std::optional<std::size_t> hour{};  // and for times
    std::optional<std::size_t> minute{};
};
PartColumns part_columns(const LogTable& table);

/// The whole numbers in a text, in order.
std::vector<int> numbers_in(std::string_view cell);

/// "9", "09", "9.": of one or two digits and at most 31, so that it may be a day or an hour.
std::optional<int> day_or_hour(std::string_view cell);

}  // namespace freiton::input
