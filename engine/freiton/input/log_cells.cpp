// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_cells.hpp"

#include <array>
#include <string>

#include "freiton/core/text.hpp"
#include "freiton/input/meant_text.hpp"

namespace freiton::input {

namespace {

struct DateParts {
    int first = 0;
    int second = 0;
    int year = 0;
};

std::optional<int> whole_number(std::string_view text, std::size_t most_digits) {
    if (text.empty() || text.size() > most_digits || text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    return static_cast<int>(*parse_number(text));
}

// "03/02/2026" or "3-2-2026": two short numbers and a year.
std::optional<DateParts> date_parts(std::string_view text) {
    text = trimmed(text);
    const char sign = text.find('/') != std::string_view::npos ? '/' : '-';
    const auto one = text.find(sign);
    const auto two = one == std::string_view::npos ? one : text.find(sign, one + 1);
    if (two == std::string_view::npos) return std::nullopt;
    const auto first = whole_number(text.substr(0, one), 2);
    const auto second = whole_number(text.substr(one + 1, two - one - 1), 2);
    const auto year = whole_number(text.substr(two + 1), 4);
    if (!first || !second || !year || text.size() - two - 1 != 4) return std::nullopt;
    return DateParts{*first, *second, *year};
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// The numbers of "8:30:17", from hours down; empty if it is no such thing.
std::optional<std::array<double, 3>> clock_parts(std::string_view text) {
    std::array<double, 3> parts{};
    std::size_t count = 0;
    for (std::size_t from = 0; from <= text.size(); ++count) {
        const std::size_t to = std::min(text.find(':', from), text.size());
        const std::string_view part = text.substr(from, to - from);
        const auto number = count == 2 ? parse_number(part) : std::optional<double>{whole_number(part, 3)};
        if (count == 3 || !number || *number < 0.0 || (count > 0 && *number >= 60.0)) return std::nullopt;
        parts[count] = *number;
        from = to + 1;
    }
    if (count < 2) return std::nullopt;
    if (count == 2) parts[2] = -1.0;  // no seconds
    return parts;
}

}  // namespace

DateOrder shown_order(std::string_view date) {
    const auto parts = date_parts(date);
    if (!parts) return DateOrder::unknown;
    if (parts->first > 12 && parts->second <= 12) return DateOrder::day_first;
    return parts->second > 12 && parts->first <= 12 ? DateOrder::month_first : DateOrder::unknown;
}

bool needs_order(std::string_view date) {
    const auto parts = date_parts(date);
    return parts && parts->first != parts->second;
}

ParsedDate log_date(std::string_view text, DateOrder order) {
    const auto parts = date_parts(text);
    if (!parts) return parse_date(trimmed(text));
    const bool day_first = order == DateOrder::day_first;
    const int month = day_first ? parts->second : parts->first;
    const int day = day_first ? parts->first : parts->second;
    return parse_date(std::to_string(parts->year) + "-" + two_digits(month) + "-" + two_digits(day));
}

std::optional<Seconds> log_time(std::string_view text) {
    std::string word = lower_case(trimmed(text));
    const bool am = word.ends_with("am") || word.ends_with("a.m.");
    const bool pm = word.ends_with("pm") || word.ends_with("p.m.");
    if (am || pm) word = trimmed(std::string_view{word}.substr(0, word.find_first_of("ap")));
    if (word.ends_with(" uhr")) word.resize(word.size() - 4);
    const auto parts = clock_parts(word);
    if (!parts) return std::nullopt;
    auto [hours, minutes, seconds] = *parts;
    seconds = std::max(0.0, seconds);
    if (am || pm) {
        if (hours < 1.0 || hours > 12.0) return std::nullopt;
        hours = (hours == 12.0 ? 0.0 : hours) + (pm ? 12.0 : 0.0);
    }
    const double total = hours * 3600.0 + minutes * 60.0 + seconds;
    return total <= 86'400.0 ? std::optional{Seconds{total}} : std::nullopt;
}

std::optional<LogSpan> log_span(std::string_view text) {
    const std::string plain = plainly(text);
    const auto dash = plain.find('-');
    const auto from = log_time(std::string_view{plain}.substr(0, dash));
    if (!from || dash == std::string::npos) return from ? std::optional{LogSpan{*from, std::nullopt}} : std::nullopt;
    auto to = log_time(std::string_view{plain}.substr(dash + 1));
    if (to && to->count() == 0.0) to = Seconds{86'400.0};
    if (!to || *to <= *from) return std::nullopt;
    return LogSpan{*from, to};
}

DateAndTime parted(std::string_view cell) {
    cell = trimmed(cell);
    const auto at = cell.find_first_of(" T");
    const bool both = at != std::string_view::npos && at >= 8 && cell.find(':') > at;
    if (both && cell.find(':') != std::string_view::npos) return {cell.substr(0, at), trimmed(cell.substr(at + 1))};
    return cell.find(':') == std::string_view::npos ? DateAndTime{cell, {}} : DateAndTime{{}, cell};
}

std::optional<Seconds> log_duration(std::string_view text) {
    const auto parts = clock_parts(trimmed(text));
    if (!parts) return std::nullopt;
    const auto [first, second, third] = *parts;
    return Seconds{third < 0.0 ? first * 60.0 + second : first * 3600.0 + second * 60.0 + third};
}

}  // namespace freiton::input
