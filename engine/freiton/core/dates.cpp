// SPDX-License-Identifier: Apache-2.0
#include "freiton/core/dates.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "freiton/core/text.hpp"

namespace freiton {

using namespace std::chrono;

namespace {

// "2026-03-02" with '-' gives {2026, 3, 2}; nothing unless every part is digits only.
std::optional<std::vector<int>> split_numbers(std::string_view text, char separator) {
    std::vector<int> numbers;
    while (true) {
        const auto end = text.find(separator);
        const std::string_view part = text.substr(0, end);
        if (part.empty() || part.size() > 4 || part.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        int number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number);
        numbers.push_back(number);
        if (end == std::string_view::npos) return numbers;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::size_t weekday_index(Date day) { return weekday{day}.iso_encoding() - 1; }

ParsedDate parse_date(std::string_view text) {
    const bool german = text.find('.') != std::string_view::npos;
    const auto parts = split_numbers(text, german ? '.' : '-');
    const std::size_t year_digits = german ? text.size() - text.rfind('.') - 1 : text.find('-');
    if (!parts || parts->size() != 3 || year_digits != 4) return {};
    const auto [first, month_number, last] = std::array{(*parts)[0], (*parts)[1], (*parts)[2]};
    const int day_number = german ? first : last;
    if (month_number > 12 || day_number > 31) return {std::nullopt, DateError::does_not_exist};
    const year_month_day ymd{year{german ? last : first}, month{static_cast<unsigned>(month_number)},
                             day{static_cast<unsigned>(day_number)}};
    if (!ymd.ok()) return {std::nullopt, DateError::does_not_exist};
    return {sys_days{ymd}};
}

std::optional<Minutes> parse_clock(std::string_view text) {
    const auto parts = split_numbers(text, ':');
    if (!parts || parts->size() < 2 || parts->size() > 3 || (parts->size() == 3 && (*parts)[2] != 0))
        return std::nullopt;
    const auto [hour, minute] = std::array{(*parts)[0], (*parts)[1]};
    if (minute > 59 || hour > 24 || (hour == 24 && minute != 0)) return std::nullopt;
    return Minutes{hour * 60 + minute};
}

namespace {

// A million moments are written for one log: by hand that is many times as fast as by printf.
void append_two_digits(std::string& text, int number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
}

}  // namespace

std::string date_text(Date date) {
    const year_month_day ymd{date};
    const int year = static_cast<int>(ymd.year());
    std::string text = year < 0 ? "-" : "";
    if (std::abs(year) > 9999) text += std::to_string(std::abs(year) / 10'000);
    append_two_digits(text, std::abs(year) / 100 % 100);
    append_two_digits(text, std::abs(year) % 100);
    text += '-';
    append_two_digits(text, static_cast<int>(static_cast<unsigned>(ymd.month())));
    text += '-';
    append_two_digits(text, static_cast<int>(static_cast<unsigned>(ymd.day())));
    return text;
}

std::string clock_text(Minutes since_midnight) {
    const int minutes_total = static_cast<int>(since_midnight.count());
    std::string text = minutes_total < 6000 ? "" : std::to_string(minutes_total / 6000);
    append_two_digits(text, minutes_total / 60);
    text += ':';
    append_two_digits(text, minutes_total % 60);
    return text;
}

std::string clock_seconds_text(Seconds since_midnight) {
    const double total_s = std::round(since_midnight.count() * 1000.0) / 1000.0;
    const double whole_s = std::floor(total_s);
    const auto second = static_cast<std::int64_t>(whole_s);
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", static_cast<int>(second / 3600),
                  static_cast<int>(second / 60 % 60), static_cast<int>(second % 60));
    std::string text = buffer.data();
    const double fraction = std::round((total_s - whole_s) * 1000.0) / 1000.0;
    if (fraction > 0.0) text += number_text(fraction).substr(1);
    return text;
}

std::string local_time_text(Date day, Minutes since_midnight) {
    const auto whole_days = floor<days>(since_midnight);
    return date_text(day + whole_days) + "T" + clock_text(since_midnight - whole_days) + ":00";
}

}  // namespace freiton
