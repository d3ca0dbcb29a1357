// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/workbook_values.hpp"

#include <chrono>
#include <cmath>

#include "freiton/core/dates.hpp"
#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

constexpr double last_day = 2'958'465.0;  // 9999-12-31, the last that Excel knows

}  // namespace

NumberKind kind_of_format(std::string_view code) {
    bool day = false;
    bool clock = false;
    bool month_or_minute = false;
    bool percent = false;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const std::string inside = lower_case(code.substr(i + 1, end - i - 1));
            clock = clock || (!inside.empty() && inside.find_first_not_of("hms") == std::string::npos);
            i = end;
        } else {
            const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            day = day || small == 'y' || small == 'd';
            clock = clock || small == 'h' || small == 's';
            month_or_minute = month_or_minute || small == 'm';
            percent = percent || small == '%';
            if (lower_case(code.substr(i, 7)) == "general") return NumberKind::number;
        }
    }
    if (percent) return NumberKind::percent;
    if (day && clock) return NumberKind::date_time;
    if (clock) return NumberKind::time;
    return day || month_or_minute ? NumberKind::date : NumberKind::number;
}

NumberKind kind_of_builtin(int id) {
    if (id == 9 || id == 10) return NumberKind::percent;
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return NumberKind::date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return NumberKind::time;
    return id == 22 ? NumberKind::date_time : NumberKind::number;
}

std::string number_as_text(double value, NumberKind kind, bool from_1904) {
    const bool is_moment = kind != NumberKind::number && kind != NumberKind::percent;
    if (kind == NumberKind::percent) return number_text(std::round(value * 1e10) / 1e8) + " %";
    if (!is_moment || !(value >= 0.0) || value > last_day) {
        const std::string text = number_text(value);
        const auto point = text.find('.');
        return point != std::string::npos && text.size() - point == 4 ? text + "0" : text;
    }
    const double seconds = std::round(value * seconds_a_day * 1000.0) / 1000.0;
    constexpr double longest_duration = 1000.0;  // days; beyond it a time of day hides a date
    if (kind == NumberKind::time && value < longest_duration) return clock_seconds_text(Seconds{seconds});
    const double days = std::floor(seconds / seconds_a_day);
    const Date first{from_1904 ? std::chrono::year{1904} / 1 / 1 : std::chrono::year{1899} / 12 / 30};
    const std::string date = date_text(first + std::chrono::days{static_cast<int>(days)});
    const double of_day = seconds - days * seconds_a_day;
    return kind == NumberKind::date && of_day == 0.0 ? date : date + " " + clock_seconds_text(Seconds{of_day});
}

}  // namespace freiton::input
