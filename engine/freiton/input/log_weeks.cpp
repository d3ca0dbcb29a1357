// SPDX-License-Identifier: Apache-2.0
// Which dates there are: by year, month and day, by weeks as ISO 8601 counts them; and months by their names.
#include <algorithm>

#include "freiton/core/text.hpp"
#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_numbers.hpp"
#include "freiton/input/log_titles.hpp"

namespace freiton::input {

namespace {

std::optional<int> digits_of(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

bool is_week_word(std::string_view word) {
    constexpr std::string_view known[] = {"kw", "cw", "wk", "week", "woche", "kalenderwoche", "wc"};
    return std::find(std::begin(known), std::end(known), word) != std::end(known);
}

}  // namespace

int month_named(std::string_view word) {
    constexpr std::string_view names[][2] = {
        {"january", "januar"},  {"february", "februar"},  {"march", "maerz"},
        {"april", "april"},     {"may", "mai"},           {"june", "juni"},
        {"july", "juli"},       {"august", "august"},     {"september", "september"},
        {"october", "oktober"}, {"november", "november"}, {"december", "dezember"}};
    const std::string plain = plain_title(word);
    if (plain.size() < 3) return 0;
    for (int month = 1; month <= 12; ++month)
        for (const std::string_view name : names[month - 1])
            if (name.starts_with(plain)) return month;
    if (std::string_view{"jaenner"}.starts_with(plain)) return 1;
    return plain == "mrz" ? 3 : 0;
}

bool is_year(double number) {
    constexpr double first = 1990.0;
    constexpr double last = 2077.0;
    return number >= first && number <= last;
}

std::optional<Date> date_of_numbers(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<Date> iso_week_date(int year, int week, int weekday) {
    using namespace std::chrono;
    const auto monday_of_first = [](int of_year) {
        const sys_days fourth{std::chrono::year{of_year} / January / 4};  // always in the first week
        return fourth - (std::chrono::weekday{fourth} - Monday);
    };
    if (week < 1) return std::nullopt;
    const Date monday = monday_of_first(year) + days{7 * (week - 1)};
    return monday < monday_of_first(year + 1) ? std::optional{monday + days{weekday}} : std::nullopt;
}

std::optional<Date> iso_week_text(std::string_view text) {
    const bool dashes = text.size() == 10 && text[4] == '-' && text[8] == '-';
    if (!dashes && text.size() != 8) return std::nullopt;
    const std::size_t letter = dashes ? 5 : 4;
    if (text[letter] != 'W' && text[letter] != 'w') return std::nullopt;
    const auto year = digits_of(text.substr(0, 4));
    const auto week = digits_of(text.substr(letter + 1, 2));
    const auto day = digits_of(text.substr(text.size() - 1));
    return year && week && day && *day >= 1 && *day <= 7 ? iso_week_date(*year, *week, *day - 1) : std::nullopt;
}

bool names_week(std::string_view cell) {
    const auto words = words_of(plain_title(cell));
    return words.size() >= 2 && is_week_word(words[0]);
}

std::optional<Date> week_by_number(std::string_view cell) {
    const auto words = words_of(plain_title(cell));
    int week = 0;
    int year = 0;
    const auto number_of = [](std::string_view word) {
        const bool digits = !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
        return digits && word.size() <= 4 ? static_cast<int>(*log_number(word, DecimalSign::unknown)) : 0;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view word = words[i];
        if (is_year(number_of(word))) year = number_of(word);
        const std::size_t digits = std::min(word.find_first_of("0123456789"), word.size());
        const bool marked = is_week_word(word.substr(0, digits)) || (digits == 1 && word[0] == 'w');
        if (!marked) continue;
        const int number = digits < word.size()   ? number_of(word.substr(digits))
                           : i + 1 < words.size() ? number_of(words[i + 1])
                                                  : 0;
        if (week > 0 && number > 0 && number != week) return std::nullopt;  // several weeks
        week = number > 0 ? number : week;
    }
    return week > 0 && year > 0 ? iso_week_date(year, week, 0) : std::nullopt;
}

std::string_view date_of_week(std::string_view cell) {
    const auto words = words_of(plain_title(cell));
    if (std::none_of(words.begin(), words.end(), is_week_word)) return {};
    for (std::size_t blank = cell.find(' '); blank != std::string_view::npos; blank = cell.find(' ', blank + 1))
        if (const std::string_view rest = trimmed(cell.substr(blank)); looks_like_date(rest)) return rest;
    return {};
}

}  // namespace freiton::input
