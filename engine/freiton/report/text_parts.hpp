// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "freiton/report/text_writer.hpp"

namespace freiton::report {

std::string blanks(std::size_t count);

/// What a terminal with colours shows in another way.
enum class Ink { plain, head, picture };

/// The same text where there are no colours, or nothing to see.
std::string coloured(std::string text, Ink ink, const TextShape& shape);

/// Adds the line, without blanks at its end.
void append_line(std::string& text, std::string line, Ink ink = Ink::plain, const TextShape& shape = {});

/// The sentence in lines of at most so many columns, broken at blanks; a number stays beside its unit and half-width,
/// and a word that is longer has a line of its own.
std::vector<std::string> broken(std::string_view sentence, std::size_t width);

/// Columns that its longest word takes.
std::size_t longest_word(std::string_view sentence);

}  // namespace freiton::report
