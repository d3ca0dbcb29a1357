// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/log_cells.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "freiton/core/text.hpp"
#include "freiton/input/log_numbers.hpp"
#include "freiton/input/meant_text.hpp"
#include "freiton/input/quantity_text.hpp"

namespace freiton::input {

namespace {

// "8:30:17.5 PM": its numbers from the left, and what stands behind them.
struct ClockText {
    std::array<double, 3> parts{};
    int count = 0;
    std::string_view rest{};
};

bool is_clock_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<ClockText> clock_of(std::string_view text, std::size_t most_digits) {
    ClockText clock;
    std::size_t i = 0;
    while (true) {
        const std::size_t begin = i;
        double number = 0.0;
        while (i < text.size() && is_clock_digit(text[i])) number = number * 10.0 + (text[i++] - '0');
        const std::size_t digits = i - begin;
        if (digits == 0 || digits > (clock.count == 0 ? most_digits : 2)) return std::nullopt;
        if (clock.count == 2 && i + 1 < text.size() && (text[i] == '.' || text[i] == ',') &&
            is_clock_digit(text[i + 1]))
            for (double place = 0.1; ++i < text.size() && is_clock_digit(text[i]); place /= 10.0)
                number += place * (text[i] - '0');
        if (clock.count > 0 && number >= 60.0) return std::nullopt;
        clock.parts[static_cast<std::size_t>(clock.count++)] = number;
        if (clock.count == 3 || i >= text.size() || text[i] != ':') break;
        ++i;
    }
    clock.rest = trimmed(text.substr(i));
    return clock;
}

enum class Half { none, am, pm, uhr, other };

Half half_of(std::string_view rest) {
    if (rest.empty()) return Half::none;
    constexpr std::size_t longest = 5;
    if (rest.size() > longest) return Half::other;
    const std::string word = lower_case(rest);
    if (word == "am" || word == "a.m." || word == "a") return Half::am;
    if (word == "pm" || word == "p.m." || word == "p") return Half::pm;
    constexpr std::string_view zones[] = {"cet", "cest", "mez", "mesz", "bst"};  // of the clock that wrote it
    const bool zone = std::find(std::begin(zones), std::end(zones), word) != std::end(zones);
    return word == "uhr" || word == "h" || zone ? Half::uhr : Half::other;
}

// Whether AM or PM stands behind a clock time.
bool is_of_half_day(std::string_view text) {
    const auto clock = clock_of(trimmed(text), 2);
    const Half half = clock ? half_of(clock->rest) : Half::other;
    return half == Half::am || half == Half::pm;
}

// "+01:00", "-0500" behind a clock time.
std::optional<Minutes> offset_of(std::string_view text) {
    if (text.size() < 3 || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    std::array<int, 4> digits{};
    std::size_t count = 0;
    for (const char c : text.substr(1)) {
        if (c == ':') continue;
        if (!is_clock_digit(c) || count == digits.size()) return std::nullopt;
        digits[count++] = c - '0';
    }
    if (count != 2 && count != 4) return std::nullopt;
    const Minutes east{(digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]};
    return text.front() == '-' ? -east : east;
}

// "ab 08:00", "von 08:00 bis 08:30"
bool is_preposition(std::string_view word) {
    constexpr std::string_view known[] = {"ab", "von", "um", "from", "at", "bis", "to", "until", "till"};
    return std::find(std::begin(known), std::end(known), lower_case(word.substr(0, 6))) != std::end(known);
}

// Takes "Z", "UTC", "+01:00" from the end of a time. A minus parts a range unless seconds stand before it.
void take_zone(LogMoment& moment) {
    std::string_view& time = moment.time;
    for (const std::string_view utc : {"Z", " UTC", " GMT"})
        if (time.ends_with(utc) && (utc != "Z" || time.size() < 2 || time[time.size() - 2] < 'A')) {  // not MEZ
            time = trimmed(time.substr(0, time.size() - utc.size()));
            moment.east_of_utc = Minutes{0};
            return;
        }
    const std::size_t sign = time.find_first_of("+-");
    if (sign == std::string_view::npos) return;
    const std::string_view before = time.substr(0, sign);
    const bool seconds = before.find(':') != before.rfind(':');
    if (time[sign] == '-' && (!seconds || moment.date.empty())) return;
    if (const auto east = offset_of(time.substr(sign))) {
        moment.east_of_utc = east;
        time = trimmed(before);
    }
}

// "PT4M10S", "P1DT2H", as ISO 8601 has them.
std::optional<Seconds> iso_duration(std::string_view text) {
    constexpr std::pair<char, double> units[] = {{'D', seconds_a_day}, {'H', 3600.0}, {'M', 60.0}, {'S', 1.0}};
    if (text.size() < 3 || text.front() != 'P') return std::nullopt;
    text.remove_prefix(1);
    bool times = false;
    double total = 0.0;
    for (std::size_t next = 0; !text.empty();) {
        if (text.front() == 'T' && !times) {
            times = true;
            text.remove_prefix(1);
        }
        const std::size_t end = text.find_first_not_of("0123456789.,");
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        const auto number = log_number(text.substr(0, end), DecimalSign::point);
        while (next < std::size(units) && units[next].first != text[end]) ++next;
        if (!number || next == std::size(units) || times == (next == 0)) return std::nullopt;
        total += *number * units[next++].second;
        text.remove_prefix(end + 1);
    }
    return Seconds{total};
}

// "4 min 10 s", "1 day, 02:00:00".
std::optional<Seconds> duration_in_words(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.size() > longest) return std::nullopt;
    double total = 0.0;
    while (!text.empty()) {
        std::size_t end = text.find_first_not_of("0123456789.,");
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        if (text[end] == ':') {
            const auto clock = clock_of(text, 2);
            if (!clock || clock->count != 3 || !clock->rest.empty()) return std::nullopt;
            return Seconds{total + clock->parts[0] * 3600.0 + clock->parts[1] * 60.0 + clock->parts[2]};
        }
        const auto number = log_number(text.substr(0, end), DecimalSign::unknown);
        text = trimmed(text.substr(end));
        end = std::min(text.find_first_of(" 0123456789,"), text.size());
        const auto unit = seconds_of_unit(text.substr(0, end));
        if (!number || !unit) return std::nullopt;
        total += *number * *unit;
        text.remove_prefix(end);
        while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
    }
    return Seconds{total};
}

}  // namespace

std::optional<Seconds> log_time(std::string_view text) {
    text = trimmed(text);
    const std::size_t h = text.find_first_of("hH");
    const auto clock = clock_of(text, 2);
    if (h == 1 || h == 2)  // "8h30"
        if (h + 3 == text.size() && (!clock || clock->count == 1))
            return log_time(std::string{text.substr(0, h)}.append(":").append(text.substr(h + 1)));
    if (!clock) return std::nullopt;
    const Half half = half_of(clock->rest);
    if (half == Half::other || (clock->count == 1 && half == Half::none)) return std::nullopt;
    auto [hours, minutes, seconds] = clock->parts;
    if (half == Half::am || half == Half::pm) {
        if (hours < 1.0 || hours > 12.0) return std::nullopt;
        hours = (hours == 12.0 ? 0.0 : hours) + (half == Half::pm ? 12.0 : 0.0);
    }
    const double total = hours * 3600.0 + minutes * 60.0 + seconds;
    return total <= seconds_a_day ? std::optional{Seconds{total}} : std::nullopt;
}

std::optional<LogSpan> log_span(std::string_view text, bool half_days) {
    if (const auto from = log_time(text)) return LogSpan{*from, std::nullopt};
    const std::string plain = plainly(text);
    const bool hours = text.find("Uhr") != std::string_view::npos;  // "8-9 Uhr", "8 Uhr"
    if (const auto from = hours ? log_time(plain.find(':') == std::string::npos ? plain + ":00" : plain) : std::nullopt)
        return LogSpan{*from, std::nullopt};
    for (const std::string_view between : {"-", " to ", " bis ", "/"}) {
        const auto at = plain.find(between);
        if (at == std::string::npos) continue;
        const std::string_view rest = trimmed(std::string_view{plain}.substr(at + between.size()));
        const std::string begin = plain.substr(0, at);
        if (hours && plain.find(':') == std::string::npos)
            return span_of(std::string{trimmed(begin)} + ":00", std::string{rest} + ":00", half_days);
        return span_of(begin, parted(rest).time, half_days);
    }
    return std::nullopt;
}

// AM or PM behind the end holds for the begin as well, as long as that comes before: 1:00-1:30PM, 11:30-12:00PM.
std::optional<LogSpan> span_of(std::string_view begin, std::string_view end, bool half_days) {
    begin = trimmed(begin);
    auto to = log_time(end);
    if (to && to->count() == 0.0) to = Seconds{seconds_a_day};
    if (!to) return std::nullopt;
    auto from = log_time(begin);
    const auto clock = clock_of(begin, 2);
    if (clock && clock->rest.empty() && is_of_half_day(end))
        for (const std::string_view half : {" AM", " PM"})
            if (const auto one = log_time(std::string{begin}.append(half)); one && *one < *to) from = one;
    if (half_days && from && *to <= *from) to = Seconds{to->count() + seconds_a_day / 2.0};
    if (!from || *to <= *from) return std::nullopt;
    return LogSpan{*from, Seconds{to_its_end(to->count())}};
}

double to_its_end(double second_s) {
    constexpr double step_s = 300.0;  // intervals last a multiple of five minutes
    constexpr double last_minute_s = 240.0;
    const double within = std::fmod(second_s, step_s);
    return within >= last_minute_s ? second_s + step_s - within : second_s;
}

LogMoment parted(std::string_view cell) {
    cell = trimmed(cell);
    const auto colon = cell.find(':');
    if (colon == std::string_view::npos) return {cell, {}, {}};
    std::size_t begin = colon;
    while (begin > 0 && is_clock_digit(cell[begin - 1])) --begin;
    LogMoment moment{{}, cell.substr(begin), {}};
    if (begin > 0) {
        std::string_view date = cell.substr(0, begin);
        while (!date.empty() && (date.back() == 'T' || date.back() == ',' || date.back() == ' ')) date.remove_suffix(1);
        moment.date = is_preposition(date) ? std::string_view{} : date;
    }
    take_zone(moment);
    return moment;
}

std::optional<Seconds> log_duration(std::string_view text, bool hours_minutes) {
    text = trimmed(text);
    if (text.starts_with('P')) return iso_duration(text);
    if (text.starts_with(':')) return log_duration("0" + std::string{text}, hours_minutes);  // ":12", as Avaya has it
    constexpr std::size_t most_digits = 6;
    const auto clock = clock_of(text, most_digits);
    if (!clock || clock->count == 1 || !clock->rest.empty())
        return text.empty() ? std::nullopt : duration_in_words(text);
    const auto [first, second, third] = clock->parts;
    const bool hours = clock->count == 3 || hours_minutes;
    return Seconds{hours ? first * 3600.0 + second * 60.0 + third : first * 60.0 + second};
}

}  // namespace freiton::input
