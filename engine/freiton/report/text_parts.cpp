// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/text_parts.hpp"

#include <algorithm>

#include "freiton/core/text.hpp"

namespace freiton::report {

namespace {

// A number is never parted from its unit, nor from its half-width.
bool belongs_to_number(std::string_view word) {
    word = word.substr(0, word.find_first_of(",;:.)"));
    return word == "%" || word == "s" || word == "min" || word == "h" || word == "±";
}

// Where the word that begins at `from` ends, with what must stay beside it.
std::size_t end_of_word(std::string_view sentence, std::size_t from) {
    const auto blank = [&](std::size_t at) { return std::min(sentence.find(' ', at), sentence.size()); };
    std::size_t to = blank(from);
    while (to < sentence.size()) {
        const std::string_view next = sentence.substr(to + 1, blank(to + 1) - to - 1);
        if (!belongs_to_number(next)) break;
        to = blank(next == "±" ? blank(to + 1) + 1 : to + 1);
    }
    return std::min(to, sentence.size());
}

}  // namespace

std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::string coloured(std::string text, Ink ink, const TextShape& shape) {
    if (!shape.colours || ink == Ink::plain || text.find_first_not_of(' ') == std::string::npos) return text;
    const std::string_view begin = ink == Ink::head ? "\x1b[1m" : "\x1b[36m";  // bold; cyan, on light and on dark
    return text.insert(0, begin).append("\x1b[0m");
}

void append_line(std::string& text, std::string line, Ink ink, const TextShape& shape) {
    line.erase(line.find_last_not_of(' ') + 1);
    text.append(coloured(std::move(line), ink, shape)).append("\n");
}

std::vector<std::string> broken(std::string_view sentence, std::size_t width) {
    std::vector<std::string> lines = {""};
    for (std::size_t from = 0; from < sentence.size();) {
        const std::size_t to = end_of_word(sentence, from);
        const std::string_view word = sentence.substr(from, to - from);
        const bool fresh = lines.back().empty();
        if (!fresh && display_width(lines.back()) + 1 + display_width(word) > width)
            lines.emplace_back(word);
        else
            lines.back().append(fresh ? "" : " ").append(word);
        from = to + 1;
    }
    return lines;
}

std::size_t longest_word(std::string_view sentence) {
    std::size_t longest = 0;
    for (std::size_t from = 0; from < sentence.size();) {
        const std::size_t to = end_of_word(sentence, from);
        longest = std::max(longest, display_width(sentence.substr(from, to - from)));
        from = to + 1;
    }
    return longest;
}

}  // namespace freiton::report
