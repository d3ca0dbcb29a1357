// SPDX-License-Identifier: Apache-2.0
// Titles of figures that name what they are about.
#include <algorithm>
#include <cctype>

#include "freiton/core/text.hpp"
#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_outcomes.hpp"
#include "freiton/input/log_titles.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

// Not "within 20 s" of "answered within 20 s".
bool may_name_work(const std::vector<std::string>& words) {
    constexpr std::string_view others[] = {"within", "in",        "after", "before", "under", "over",     "innerhalb",
                                           "nach",   "vor",       "unter", "bis",    "sec",   "secs",     "sek",
                                           "s",      "threshold", "sl",    "not",    "nicht", "outbound", "transferred",
                                           "agent",  "customer",  "and",   "und",    "total"};
    return !words.empty() && !is_no_figure(words) && std::none_of(words.begin(), words.end(), [&](const auto& word) {
        return std::find(std::begin(others), std::end(others), word) != std::end(others) || seconds_of_unit(word);
    });
}

// "served", "dropped"; but lost cards are a kind of work, and voicemail may be one.
bool is_outcome(const std::string& word) {
    if (is_count(meaning_of(word).column)) return true;
    const auto end = says_yes(word) ? std::nullopt : call_end_of(word);
    return end && *end != LoggedEnd::turned_away;
}

// "20s", "30sec"
bool is_time_in_one_word(std::string_view word) {
    const std::size_t unit = word.find_first_not_of("0123456789");
    return unit != 0 && unit != std::string_view::npos && seconds_of_unit(word.substr(unit));
}

// Which of the contacts were counted: by how they ended, or by how long they took. A number in front names a skill.
bool is_of_some(std::string_view name, const std::vector<std::string>& words, bool in_front) {
    const auto has_no_letter = [](const std::string& word) {
        return word.find_first_not_of("0123456789") == std::string::npos;
    };
    return name.find_first_of("<>") != std::string_view::npos || std::all_of(words.begin(), words.end(), is_outcome) ||
           std::any_of(words.begin(), words.end(), is_time_in_one_word) ||
           (!in_front && !looks_like_date(name) && std::all_of(words.begin(), words.end(), has_no_letter));
}

// "- AHT" of "Sales - AHT" is "AHT".
std::string_view without_marks(std::string_view title) {
    constexpr std::string_view marks = " -_:/";
    const std::size_t begin = std::min(title.find_first_not_of(marks), title.size());
    const std::size_t end = title.find_last_not_of(marks);
    return end == std::string_view::npos ? std::string_view{} : title.substr(begin, end + 1 - begin);
}

}  // namespace

NamedFigure figure_of(std::string_view title) {
    NamedFigure figure{{}, std::string{title}, meaning_of(title)};
    if (figure.meaning.column != LogColumn::count_) return is_figure(figure.meaning.column) ? figure : NamedFigure{};
    NamedFigure none;
    for (const std::string_view parts : {" ", " - ", "-", "_", ": ", ":", "/"})
        for (std::size_t at = title.find(parts); at != std::string_view::npos; at = title.find(parts, at + 1))
            for (const bool name_first : {true, false}) {
                const std::string_view before = trimmed(title.substr(0, at));
                const std::string_view behind = trimmed(title.substr(at + parts.size()));
                const std::string_view rest = name_first ? behind : before;
                const std::string_view name = name_first ? before : behind;
                const TitleMeaning meaning = meaning_of(rest);
                const std::vector<std::string> words = words_of(plain_title(name));
                if (!is_figure(meaning.column) || !may_name_work(words)) continue;
                if (!is_of_some(name, words, name_first))
                    return {std::string{name}, std::string{without_marks(rest)}, meaning};
                none.of_some = true;
            }
    return none;
}

}  // namespace freiton::input
