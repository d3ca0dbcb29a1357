// SPDX-License-Identifier: Apache-2.0
// Which dates there are: by year, month and day, by weeks as ISO 8601 counts them; and months by their names.
#include "freiton/core/text.hpp"
#include "freiton/input/log_cells.hpp"
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

}  // namespace freiton::input
