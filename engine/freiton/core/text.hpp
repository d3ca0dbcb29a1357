// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace freiton {

std::string_view trimmed(std::string_view text);
std::string lower_case(std::string_view text);  // ASCII only

/// The whole of `text` as a finite or infinite decimal number ("1e400" gives infinity); nothing if it is not one.
std::optional<double> parse_number(std::string_view text);

/// Shortest text that reads back as the same double: 0.1, 1800, 1e-12.
std::string number_text(double value);

/// The candidate that a typing error most likely meant, or nothing if none is near
/// (at most one edit in three letters, not all of them; a swap of neighbours is one edit).
std::optional<std::string> nearest_word(std::string_view written, const std::vector<std::string>& candidates);

/// Offset of the first byte that is not valid UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Columns that `text` takes on a terminal: code points, as none of our texts holds wide or combining ones.
std::size_t display_width(std::string_view text);

/// The first `count` of them; all where there are fewer.
std::string_view first_letters(std::string_view text, std::size_t count);

}  // namespace freiton
