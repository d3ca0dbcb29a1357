// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "freiton/core/text.hpp"
#include "freiton/input/log_cells.hpp"
#include "freiton/input/log_numbers.hpp"

namespace freiton::input {

namespace {

constexpr std::string_view date_digits = "0123456789";

enum class Parts { year_month_day, day_month_year, month_day_year, unclear };

struct DateParts {
    Parts order = Parts::unclear;
    int year = 0;
    int first = 0;
    int second = 0;
};

struct DateToken {
    std::string_view text;
    char before = ' ';  // the sign in front of it
};

// The numbers and words of a date, without a weekday at its front; nothing if there are others than three.
std::optional<std::array<DateToken, 3>> tokens_of(std::string_view text) {
    std::array<DateToken, 3> tokens{};
    std::size_t count = 0;
    char before = ' ';
    for (std::size_t i = 0; i < text.size();) {
        const auto is_letter = [&](std::size_t at) {
            return std::isalpha(static_cast<unsigned char>(text[at])) != 0 || (text[at] & 0x80) != 0;
        };
        const bool digit = date_digits.find(text[i]) != std::string_view::npos;
        if (!digit && !is_letter(i)) {
            if (std::string_view{" ./-,"}.find(text[i]) == std::string_view::npos) return std::nullopt;
            if (text[i] != ' ' && text[i] != ',') before = text[i];
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < text.size() && (digit ? date_digits.find(text[i]) != std::string_view::npos : is_letter(i))) ++i;
        const std::string_view token = text.substr(begin, i - begin);
        if (count == 0 && !digit && month_named(token) == 0) {
            if (!weekday_of(token)) return std::nullopt;
            before = ' ';
            continue;
        }
        if (count == tokens.size()) return std::nullopt;
        tokens[count++] = {token, before};
        before = ' ';
    }
    return count == tokens.size() ? std::optional{tokens} : std::nullopt;
}

std::optional<int> number_of(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most) return std::nullopt;
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<int> year_of(std::string_view text) {
    const auto year = number_of(text, 4);
    if (!year || (text.size() != 2 && text.size() != 4)) return std::nullopt;
    return text.size() == 4 ? *year : *year + (*year < 70 ? 2000 : 1900);
}

std::optional<DateParts> date_parts(std::string_view text) {
    text = trimmed(text);
    if (text.size() == 8 && text.find_first_not_of(date_digits) == std::string_view::npos)
        return DateParts{Parts::year_month_day, *number_of(text.substr(0, 4), 4), *number_of(text.substr(4, 2), 2),
                         *number_of(text.substr(6), 2)};
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return std::nullopt;
    if (const auto date = iso_week_text(text)) {
        const std::chrono::year_month_day day{*date};
        return DateParts{Parts::year_month_day, static_cast<int>(day.year()),
                         static_cast<int>(static_cast<unsigned>(day.month())),
                         static_cast<int>(static_cast<unsigned>(day.day()))};
    }
    const auto tokens = tokens_of(text);
    if (!tokens) return std::nullopt;
    const auto [one, two, three] = *tokens;
    if (one.text.size() == 4) {
        const auto month = number_of(two.text, 2);
        const auto day = number_of(three.text, 2);
        const auto year = number_of(one.text, 4);
        return year && month && day ? std::optional{DateParts{Parts::year_month_day, *year, *month, *day}}
                                    : std::nullopt;
    }
    const auto year = year_of(three.text);
    if (!year) return std::nullopt;
    const auto first = number_of(one.text, 2);
    const auto second = number_of(two.text, 2);
    if (const int month = month_named(two.text); month > 0 && first && !second)
        return DateParts{Parts::day_month_year, *year, *first, month};
    if (const int month = month_named(one.text); month > 0 && second && !first)
        return DateParts{Parts::month_day_year, *year, month, *second};
    if (!first || !second) return std::nullopt;
    return DateParts{two.before == '.' ? Parts::day_month_year : Parts::unclear, *year, *first, *second};
}

// "202603020800", "20260302080000"
std::optional<DigitMoment> stamp_of(std::string_view digits) {
    const ParsedDate day = log_date(digits.substr(0, 8), DateOrder::unknown);
    const int hours = *number_of(digits.substr(8, 2), 2);
    const int minutes = *number_of(digits.substr(10, 2), 2);
    const int seconds = number_of(digits.substr(12), 2).value_or(0);
    if (!day.date || hours > 23 || minutes > 59 || seconds > 59) return std::nullopt;
    return DigitMoment{*day.date, hours * 3600.0 + minutes * 60.0 + seconds, false};
}

}  // namespace

std::optional<int> weekday_of(std::string_view word) {
    constexpr std::string_view english[] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};
    constexpr std::string_view german[] = {"montag",  "dienstag", "mittwoch", "donnerstag",
                                           "freitag", "samstag",  "sonntag"};
    word = trimmed(word);
    if (!word.empty() && word.back() == '.') word.remove_suffix(1);
    for (int day = 0; day < 7; ++day)
        for (const auto& [name, least] :
             {std::pair{english[day], std::size_t{3}}, std::pair{german[day], std::size_t{2}}})
            if (word.size() >= least && word.size() <= name.size() && name.starts_with(lower_case(word))) return day;
    return std::nullopt;
}

DateOrder shown_order(std::string_view date) {
    const auto parts = date_parts(date);
    if (!parts || parts->order != Parts::unclear) return DateOrder::unknown;
    if (parts->first > 12 && parts->second <= 12) return DateOrder::day_first;
    return parts->second > 12 && parts->first <= 12 ? DateOrder::month_first : DateOrder::unknown;
}

bool needs_order(std::string_view date) {
    const auto parts = date_parts(date);
    return parts && parts->order == Parts::unclear && parts->first != parts->second;
}

bool looks_like_date(std::string_view text) {
    const auto parts = date_parts(text);
    return parts && parts->first <= 31 && parts->second <= 31;
}

ParsedDate log_date(std::string_view text, DateOrder order) {
    const auto parts = date_parts(text);
    if (!parts) return {};
    const bool day_last = parts->order == Parts::year_month_day || parts->order == Parts::month_day_year ||
                          (parts->order == Parts::unclear && order != DateOrder::day_first);
    const int month = day_last ? parts->first : parts->second;
    const int day = day_last ? parts->second : parts->first;
    const std::chrono::year_month_day date{std::chrono::year{parts->year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return {std::nullopt, DateError::does_not_exist};
    return {std::chrono::sys_days{date}};
}

std::optional<SpreadsheetMoment> spreadsheet_moment(std::string_view cell) {
    constexpr double first = 32'874.0;
    constexpr double beyond = 65'000.0;
    constexpr Date origin{std::chrono::year{1899} / std::chrono::December / 30};
    if (cell.size() < 5 || cell.front() < '3' || cell.front() > '6') return std::nullopt;
    const auto number = log_number(cell, cell.find(',') == 5 ? DecimalSign::comma : DecimalSign::point);
    if (!number || *number < first || *number >= beyond) return std::nullopt;
    const double day = std::floor(*number);
    SpreadsheetMoment moment{origin + std::chrono::days{static_cast<int>(day)}};
    if (*number > day || cell.size() > 5)
        moment.second_s = std::min(std::round((*number - day) * seconds_a_day), seconds_a_day - 1.0);
    return moment;
}

bool is_no_date(std::string_view date) {
    if (date.find("1899") == std::string_view::npos && date.find("1900") == std::string_view::npos) return false;
    const auto parts = date_parts(date);
    if (!parts) return false;
    const int low = std::min(parts->first, parts->second);
    const int high = std::max(parts->first, parts->second);
    return (parts->year == 1899 && low == 12 && high >= 30) || (parts->year == 1900 && low <= 1 && high == 1);
}

std::string_view without_midnight(std::string_view cell) {
    const LogMoment moment = parted(cell);
    const auto time = moment.date.empty() ? std::nullopt : log_time(moment.time);
    return time && time->count() == 0.0 ? moment.date : cell;
}

std::optional<DigitMoment> moment_in_digits(std::string_view cell) {
    constexpr std::size_t digits_of_a_date = 8;
    cell = trimmed(cell);
    if (cell.size() <= digits_of_a_date || cell.find(':') != std::string_view::npos) return std::nullopt;
    const bool digits = cell.find_first_not_of(date_digits) == std::string_view::npos;
    if (digits && (cell.size() == 12 || cell.size() == 14)) return stamp_of(cell);
    auto seconds = log_number(cell, DecimalSign::point);
    if (seconds && *seconds >= 1e12 && *seconds < 1e13) *seconds /= 1000.0;
    if (!seconds || *seconds < 1e8 || *seconds >= 1e10) return std::nullopt;
    const double days = std::floor(*seconds / seconds_a_day);
    return DigitMoment{Date{std::chrono::days{static_cast<int>(days)}}, *seconds - days * seconds_a_day, true};
}

}  // namespace freiton::input
