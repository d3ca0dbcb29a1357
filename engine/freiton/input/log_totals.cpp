// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_totals.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "freiton/input/log_titles.hpp"

namespace freiton::input {

namespace {

constexpr std::size_t longest_total = 40;

// At the front or the end of what a row of sums is called.
constexpr std::string_view total_heads[] = {
    "total",         "totals",           "sum",           "sums",        "summe",       "summen",
    "gesamt",        "gesamtsumme",      "insgesamt",     "average",     "averages",    "mittelwert",
    "durchschnitt",  "subtotal",         "zwischensumme", "avg",         "grand",       "gesamtergebnis",
    "ergebnis",      "teilergebnis",     "tagessumme",    "wochensumme", "monatssumme", "overall",
    "tagesergebnis", "zwischenergebnis", "summary"};

// Alone: within longer texts they may be names.
constexpr std::string_view total_words[] = {"all",
                                            "alle",
                                            "mean",
                                            "max",
                                            "maximum",
                                            "min",
                                            "minimum",
                                            "median",
                                            "std",
                                            "stddev",
                                            "stdev",
                                            "mittel",
                                            "schnitt",
                                            "ges",
                                            "std dev",
                                            "stabw",
                                            "standardabweichung",
                                            "standard deviation"};

// What stands beside a word for all in the name of a queue of sums.
constexpr std::string_view queue_words[] = {
    "queues",  "queue",  "skills",         "groups",         "calls",       "csqs",     "splits", "total", "all",
    "alle",    "gesamt", "warteschlangen", "anrufe",         "summe",       "grand",    "sum",    "aller", "overall",
    "gruppen", "totals", "insgesamt",      "gesamtergebnis", "gesamtsumme", "services", "lines",  "of"};

template <std::size_t N>
bool is_in(const std::string_view (&words)[N], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Whether a word of the first two tables begins with these two small letters.
class Beginnings {
  public:
    constexpr Beginnings() {
        for (const std::string_view word : total_heads) known_[place(word[0], word[1])] = true;
        for (const std::string_view word : total_words) known_[place(word[0], word[1])] = true;
    }
    constexpr bool has(char first, char second) const {
        return is_small(first) && is_small(second) && known_[place(first, second)];
    }

  private:
    static constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
    static constexpr std::size_t place(char first, char second) {
        return static_cast<std::size_t>(first - 'a') * letters + static_cast<std::size_t>(second - 'a');
    }
    static constexpr std::size_t letters = 26;
    std::array<bool, letters * letters> known_{};
};

}  // namespace

bool is_total(std::string_view cell) {
    if (cell.empty() || cell.size() > longest_total) return false;
    const std::string plain = plain_title(cell);
    const std::size_t first = std::min(plain.find(' '), plain.size());
    const std::size_t last = plain.rfind(' ') == std::string::npos ? 0 : plain.rfind(' ') + 1;
    const std::string_view text = plain;
    return is_in(total_heads, text.substr(0, first)) || is_in(total_heads, text.substr(last)) ||
           is_in(total_words, text);
}

bool is_weak_total(std::string_view cell) { return is_in(total_words, plain_title(cell)); }

bool may_be_total(std::string_view cell) {
    if (cell.size() < 2 || cell.size() > longest_total) return false;
    static constexpr Beginnings beginnings;
    const auto may_begin = [](std::string_view word) {
        if (word.size() < 2 || (word.front() & 0x80) != 0) return !word.empty();
        const auto small = [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
        return beginnings.has(small(word[0]), small(word[1]));
    };
    const std::size_t blank = cell.rfind(' ');  // "02.03.2026 Ergebnis"
    return may_begin(cell) || (blank != std::string_view::npos && may_begin(cell.substr(blank + 1)));
}

bool is_total_queue(std::string_view name) {
    if (!may_be_total(name) || name.size() > longest_total) return false;
    const std::string plain = plain_title(name);
    if (is_in(total_heads, plain)) return true;
    bool any_head = false;
    for (std::size_t from = 0; from < plain.size();) {
        const std::size_t to = std::min(plain.find(' ', from), plain.size());
        const std::string_view word = std::string_view{plain}.substr(from, to - from);
        if (!is_in(queue_words, word)) return false;
        any_head = any_head || is_total(word) || word == "aller";
        from = to + 1;
    }
    return any_head;
}

bool is_long_total_queue(std::string_view name) {
    return name.find_first_of(" _-") != std::string_view::npos && is_total_queue(name);
}

}  // namespace freiton::input
