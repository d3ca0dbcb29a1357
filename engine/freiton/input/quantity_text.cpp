// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/quantity_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::string_view decimal_digits = "0123456789";
constexpr std::array<Unit, 3> units = {{{"s", 1.0}, {"min", 60.0}, {"h", 3600.0}}};

// Splits "20 s" into number and unit; either may be empty. "Min." is abbreviated.
std::pair<std::string_view, std::string_view> split_unit(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 2 && text.back() == '.' && decimal_digits.find(text[text.size() - 2]) == std::string_view::npos)
        text.remove_suffix(1);
    const auto end = text.find_last_of("0123456789.,");
    if (end == std::string_view::npos) return {{}, text};
    return {trimmed(text.substr(0, end + 1)), trimmed(text.substr(end + 1))};
}

// What people write for our units.
std::string_view unit_meant(std::string_view written) {
    const auto seconds = written == "\"" ? 1.0 : written == "'" ? 60.0 : seconds_of_unit(written).value_or(0.0);
    for (const Unit& unit : units)
        if (seconds == unit.seconds) return unit.name;
    return {};
}

// "1.200" and "12.345.678": groups of three digits after one to three.
bool may_be_thousands(std::string_view text) {
    const std::size_t first = text.find('.');
    if (first == std::string_view::npos || first == 0 || first > 3 || text.front() == '0') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool point = i >= first && (i - first) % 4 == 0;
        if (point ? text[i] != '.' : decimal_digits.find(text[i]) == std::string_view::npos) return false;
    }
    return (text.size() - first) % 4 == 0;
}

std::string without_points(std::string_view text) {
    std::string plain{text};
    plain.erase(std::remove(plain.begin(), plain.end(), '.'), plain.end());
    return plain;
}

// "4:30" is minutes and seconds, "0:04:30" has hours; nothing if it is no such thing.
std::optional<Seconds> clock_duration(std::string_view text) {
    double total = 0.0;
    int parts = 0;
    for (std::size_t from = 0; from <= text.size(); ++parts) {
        const std::size_t to = std::min(text.find(':', from), text.size());
        const auto part = parse_number(text.substr(from, to - from));
        if (!part || *part < 0.0 || (parts > 0 && *part >= 60.0)) return std::nullopt;
        total = total * 60.0 + *part;
        from = to + 1;
    }
    return parts == 2 || parts == 3 ? std::optional{Seconds{total}} : std::nullopt;
}

}  // namespace

Reading<double> read_number(std::string_view text) {
    const std::string_view digits = trimmed(text);
    const std::string word = lower_case(digits);
    if (word == "nan" || word == ".nan" || word == "inf" || word == ".inf" || word == "-inf" || word == "-.inf")
        return {.rule = Rule::number_not_finite};
    const auto value = parse_number(digits);
    if (!value) {
        std::string with_point{digits};
        if (const auto comma = with_point.find(','); comma != std::string::npos) {
            if (may_be_thousands(with_point.substr(0, comma)))
                with_point = without_points(with_point.substr(0, comma)) + with_point.substr(comma);
            with_point[with_point.find(',')] = '.';
        } else if (may_be_thousands(with_point)) {
            with_point = without_points(with_point);  // "1.200.000"
        }
        return {.rule = Rule::number_expected, .suggestion = parse_number(with_point) ? with_point : ""};
    }
    if (!std::isfinite(*value)) return {.rule = Rule::number_not_finite};
    return {.value = *value};
}

Reading<double> read_amount(std::string_view text) {
    const std::string_view number = trimmed(text);
    Reading<double> value = read_number(number);
    if (!value.value || !may_be_thousands(number)) return value;
    return {.rule = Rule::number_ambiguous, .suggestion = without_points(number)};
}

std::string amount_text(double amount) {
    const std::string text = number_text(amount);
    return may_be_thousands(text) ? text + "0" : text;
}

std::optional<double> seconds_of_unit(std::string_view word) {
    constexpr std::size_t longest = 20;
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty() || word.size() > longest) return std::nullopt;
    const std::string small = lower_case(word);
    const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), small) != words.end();
    };
    if (is_one_of({"s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden"})) return 1.0;
    if (is_one_of({"m", "min", "mins", "minute", "minutes", "minuten", "industrieminuten"})) return 60.0;
    if (is_one_of({"h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"})) return 3600.0;
    if (is_one_of({"ms", "msec", "milliseconds", "millisekunden"})) return 0.001;
    return is_one_of({"d", "day", "days", "tag", "tage"}) ? std::optional{seconds_a_day} : std::nullopt;
}

std::string unit_name(double seconds) {
    constexpr Unit names[] = {{"ms", 0.001}, {"s", 1.0}, {"min", 60.0}, {"h", 3600.0}, {"d", seconds_a_day}};
    for (const Unit& unit : names)
        if (unit.seconds == seconds) return std::string{unit.name};
    return number_text(seconds) + " s";
}

std::optional<Reading<double>> read_day_count(std::string_view text) {
    const auto [number, unit] = split_unit(text);
    const std::string word = lower_case(unit);
    for (const std::string_view day : {"d", "day", "days", "working day", "working days", "tag", "tage", "tagen",
                                       "arbeitstag", "arbeitstage", "arbeitstagen", "werktag", "werktage", "werktagen"})
        if (word == day) return read_number(number);
    return std::nullopt;
}

Reading<Seconds> read_duration(std::string_view text, std::string_view usual_unit) {
    const auto [number, unit] = split_unit(text);
    const Reading<double> value = read_amount(number);
    if (value.rule == Rule::number_ambiguous && !unit.empty())
        return {.rule = value.rule, .suggestion = value.suggestion + " " + std::string{unit}};
    if (const auto clock = clock_duration(trimmed(text)))
        return {.rule = Rule::duration_expected, .suggestion = duration_text(*clock)};
    if (!value.value) {
        const bool not_finite = value.rule == Rule::number_not_finite;
        const bool comma = !value.suggestion.empty() && !unit.empty();  // "1,5 h"
        return {.rule = not_finite ? value.rule : Rule::duration_expected,
                .suggestion = comma ? value.suggestion + " " + std::string{unit} : ""};
    }
    if (unit.empty()) {
        // 180 without a unit is three minutes, not three hours
        const bool either = usual_unit == seconds_or_minutes;
        const bool seconds_meant = either && *value.value >= 30.0;
        return {.rule = Rule::unit_missing,
                .suggestion = std::string{number} + " " +
                              std::string{seconds_meant ? "s"
                                          : either      ? "min"
                                                        : usual_unit}};
    }
    for (const Unit& known : units)
        if (unit == known.name) {
            const double total = *value.value * known.seconds;
            if (!std::isfinite(total)) return {.rule = Rule::number_not_finite};
            return {.value = Seconds{total}};
        }
    const std::string_view meant = unit_meant(unit);
    return {.rule = Rule::duration_expected,
            .suggestion = meant.empty() ? "" : std::string{number} + " " + std::string{meant}};
}

Reading<double> read_share(std::string_view text) {
    const auto [number, unit] = split_unit(text);
    const Reading<double> value = read_number(unit == "%" ? number : trimmed(text));
    if (!value.value)
        return {.rule = value.rule == Rule::number_not_finite ? value.rule : Rule::share_expected,
                .suggestion = value.suggestion.empty() ? "" : value.suggestion + (unit == "%" ? " %" : "")};
    const bool percent = unit == "%";
    const double share = percent ? *value.value / 100.0 : *value.value;
    if (share > 1.0) {
        const bool unit_forgotten = !percent && *value.value <= 100.0;
        return {.rule = Rule::at_most,
                .suggestion = unit_forgotten ? std::string{number} + " %" : "",
                .arguments = {"100 %"}};
    }
    if (share < 0.0) return {.rule = Rule::at_least, .arguments = {"0 %"}};
    return {.value = share};
}

std::string duration_text(Seconds duration) {
    std::string best = amount_text(duration.count()) + " s";
    for (const Unit& unit : units) {
        const double count = duration.count() / unit.seconds;
        const std::string text = amount_text(count) + " " + std::string{unit.name};
        if (count >= 1.0 && count * unit.seconds == duration.count() && text.size() <= best.size()) best = text;
    }
    return best;
}

std::string share_text(double share) {
    const std::string percent = number_text(share * 100.0);
    const bool exact = *parse_number(percent) / 100.0 == share;
    return exact && percent.size() <= 8 ? percent + " %" : number_text(share);
}

}  // namespace freiton::input
