// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/report/document.hpp"

namespace freiton::report {

/// What a text is made for. Bars and curves take what the other columns leave of `width`, and are left out where that
/// is next to nothing. What is said here is what a file or a pipe gets.
struct TextShape {
    std::size_t width = 80;          // columns that sentences are broken for
    std::size_t widest_table = 100;  // columns that a table may have
    bool colours = false;
};

/// For a terminal: tables in columns, sentences beside their label, a blank line round every table. No line is wider
/// than the shape says, but for single words and figures that are.
std::string text_of(const Document& document, const TextShape& shape = {});

/// A bar of `value` out of `most`, at most `width` columns wide, in eighths of a column.
std::string bar_text(double value, double most, std::size_t width);

/// Heights in at most `width` columns, in eighths of a line; of values that share a column the greatest.
std::string curve_text(const Curve& curve, std::size_t width);

}  // namespace freiton::report
