// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// Columns of a terminal that sentences are broken for. Tables are as wide as their figures make them; bars and curves
/// take what is left of these columns, and are left out where that is next to nothing.
inline constexpr std::size_t terminal_width = 80;

/// For a terminal: tables in columns, sentences beside their label, a blank line round every table.
std::string text_of(const Document& document, std::size_t width = terminal_width);

/// A bar of `value` out of `most`, at most `width` columns wide, in eighths of a column.
std::string bar_text(double value, double most, std::size_t width);

/// Heights in at most `width` columns, in eighths of a line; of values that share a column the greatest.
std::string curve_text(const Curve& curve, std::size_t width);

}  // namespace freiton::report
