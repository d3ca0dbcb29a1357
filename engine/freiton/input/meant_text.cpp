// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/meant_text.hpp"

#include <algorithm>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t longest_meant = 64;  // nobody means a longer text

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

}  // namespace

std::string plainly(std::string_view written) {
    if (written.size() > longest_meant) return {};
    std::string text{written};
    for (const char* dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}) replace_all(text, dash, "-");
    for (const char* nothing : {"\u201C", "\u201D", "\u201E", "\u2018", "\u2019", "Uhr"})
        replace_all(text, nothing, "");
    replace_all(text, "\u00A0", " ");
    return std::string{trimmed(text)};
}

std::string meant_clock(std::string_view written) {
    std::string text = plainly(written);
    std::replace(text.begin(), text.end(), '.', ':');
    if (!text.empty() && text.size() <= 2) text += ":00";
    const auto time = parse_clock(text);
    return time ? clock_text(*time) : std::string{};
}

std::string meant_hours(std::string_view written) {
    const std::string text = plainly(written);
    const auto dash = text.find('-');
    if (dash == std::string::npos) return {};
    const std::string from = meant_clock(std::string_view{text}.substr(0, dash));
    const std::string to = meant_clock(std::string_view{text}.substr(dash + 1));
    return from.empty() || to.empty() || from >= to ? std::string{} : from + "-" + to;
}

std::string meant_date(std::string_view written) {
    const std::string text = plainly(written);
    const auto last_dot = text.rfind('.');
    if (last_dot == std::string::npos || text.size() != last_dot + 3) return {};
    const ParsedDate date = parse_date(text.substr(0, last_dot + 1) + "20" + text.substr(last_dot + 1));
    return date.date ? date_text(*date.date) : std::string{};
}

}  // namespace freiton::input
