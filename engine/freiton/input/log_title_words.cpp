// SPDX-License-Identifier: Apache-2.0
// Titles in plain words.
#include <algorithm>
#include <cctype>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/input/log_titles.hpp"

namespace freiton::input {

namespace {

// Letters beyond ASCII as they stand in titles, in plain ones.
constexpr std::pair<std::string_view, std::string_view> plain_letters[] = {
    {"\u00E4", "ae"},      {"\u00F6", "oe"},      {"\u00FC", "ue"},     {"\u00DF", "ss"},    {"\u00C4", "ae"},
    {"\u00D6", "oe"},      {"\u00DC", "ue"},      {"\u00E9", "e"},      {"\u00E8", "e"},     {"\u00EA", "e"},
    {"\u00C9", "e"},       {"\u00E1", "a"},       {"\u00E0", "a"},      {"\u00E7", "c"},     {"\u00F3", "o"},
    {"\u00F1", "n"},       {"\u00D8", " avg "},   {"\u00F8", " avg "},  {"\u2300", " avg "}, {"\u2205", " avg "},
    {"\u03A3", " total "}, {"\u2211", " total "}, {"\u03C3", " total "}};

}  // namespace

std::string plain_title(std::string_view title) {
    std::string plain;
    const auto blank = [&] {
        if (!plain.empty() && plain.back() != ' ') plain += ' ';
    };
    const auto is = [&](std::size_t i, int (*kind)(int)) {
        return i < title.size() && kind(static_cast<unsigned char>(title[i])) != 0;
    };
    for (std::size_t i = 0; i < title.size();) {
        const auto letter = std::find_if(std::begin(plain_letters), std::end(plain_letters),
                                         [&](const auto& known) { return title.substr(i).starts_with(known.first); });
        if (letter != std::end(plain_letters)) {
            if (letter->second.front() == ' ') blank();
            plain.append(trimmed(letter->second)).append(letter->second.back() == ' ' ? " " : "");
            i += letter->first.size();
            continue;
        }
        const char c = title[i];
        const bool word_begins = is(i, std::isupper) && i > 0 &&
                                 (is(i - 1, std::islower) || (is(i - 1, std::isupper) && is(i + 1, std::islower)));
        if (word_begins) blank();
        if (c == '%') {
            blank();
            plain += "percent ";
        } else if (is(i, std::isalnum) || (c & 0x80) != 0) {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else {
            blank();
        }
        ++i;
    }
    return std::string{trimmed(plain)};
}

std::vector<std::string> words_of(std::string_view plain) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < plain.size();) {
        const std::size_t to = std::min(plain.find(' ', from), plain.size());
        if (to > from) words.emplace_back(plain.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

bool is_no_figure(const std::vector<std::string>& words) {
    constexpr std::string_view shares[] = {"percent", "percentage", "pct",   "prozent", "rate",
                                           "quote",   "ratio",      "share", "anteil"};
    constexpr std::string_view extremes[] = {"max", "maximum", "maximale", "longest", "laengste", "min", "minimum"};
    constexpr std::string_view plans[] = {"plan",      "planned",   "forecast",       "forecasted", "fcst",
                                          "predicted", "expected",  "target",         "budget",     "prognose",
                                          "soll",      "ziel",      "geplant",        "geplante",   "prognostiziert",
                                          "erwartet",  "erwartete", "prognostizierte"};
    const auto has_one_of = [&](const auto& others) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return std::find(std::begin(others), std::end(others), word) != std::end(others);
        });
    };
    return has_one_of(shares) || has_one_of(extremes) || has_one_of(plans);
}

}  // namespace freiton::input
