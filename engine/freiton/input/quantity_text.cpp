// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/quantity_text.hpp"

#include <array>
#include <cmath>

#include "freiton/core/text.hpp"

namespace freiton::input {

namespace {

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::array<Unit, 3> units = {{{"s", 1.0}, {"min", 60.0}, {"h", 3600.0}}};

// Splits "20 s" into number and unit; either may be empty.
std::pair<std::string_view, std::string_view> split_unit(std::string_view text) {
    text = trimmed(text);
    const auto end = text.find_last_of("0123456789.,");
    if (end == std::string_view::npos) return {{}, text};
    return {trimmed(text.substr(0, end + 1)), trimmed(text.substr(end + 1))};
}

// What people write for our units.
std::string_view unit_meant(std::string_view written) {
    const std::string word = lower_case(written);
    for (const std::string_view alias : {"sec", "secs", "second", "seconds", "sek", "sekunden", "\""})
        if (word == alias) return "s";
    for (const std::string_view alias : {"m", "mins", "minute", "minutes", "minuten", "'"})
        if (word == alias) return "min";
    for (const std::string_view alias : {"hr", "hrs", "hour", "hours", "std", "stunden"})
        if (word == alias) return "h";
    for (const Unit& unit : units)
        if (word == unit.name) return unit.name;
    return {};
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
        if (const auto comma = with_point.find(','); comma != std::string::npos) with_point[comma] = '.';
        return {.rule = Rule::number_expected, .suggestion = parse_number(with_point) ? with_point : ""};
    }
    if (!std::isfinite(*value)) return {.rule = Rule::number_not_finite};
    return {.value = *value};
}

Reading<Seconds> read_duration(std::string_view text, std::string_view usual_unit) {
    const auto [number, unit] = split_unit(text);
    const Reading<double> value = read_number(number);
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
    std::string best = number_text(duration.count()) + " s";
    for (const Unit& unit : units) {
        const double count = duration.count() / unit.seconds;
        const std::string text = number_text(count) + " " + std::string{unit.name};
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
