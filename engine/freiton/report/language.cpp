// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/language.hpp"

#include <fmt/format.h>

#include <cmath>

namespace freiton::report {

std::string decimal(double value, int decimals, Language language) {
    if (std::isnan(value)) return "-";
    if (std::isinf(value)) return "∞";
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);  // "-0.0"
    if (language == Language::de)
        if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

std::string percent(double share, int decimals, Language language) {
    if (std::isnan(share)) return "-";
    return decimal(share * 100.0, decimals, language) + " %";
}

std::string seconds(double value_s, Language language) {
    if (!std::isfinite(value_s)) return decimal(value_s, 0, language);
    if (value_s < 10.0) return decimal(value_s, 1, language) + " s";
    if (value_s < 600.0) return decimal(value_s, 0, language) + " s";
    if (value_s < 7200.0) return decimal(value_s / 60.0, 1, language) + " min";
    return decimal(value_s / 3600.0, 1, language) + " h";
}

namespace {

// As many digits as the half-width leaves sense in.
std::string spread(double value, double half_width, const char* unit, Language language) {
    if (!std::isfinite(value)) return decimal(value, 1, language);
    if (std::isnan(half_width)) return decimal(value, 1, language) + unit;
    const int decimals = half_width < 9.95 ? 1 : 0;
    const std::string sure =
        half_width < 0.05 ? "<" + decimal(0.1, 1, language) : decimal(half_width, decimals, language);
    return decimal(value, decimals, language) + " ± " + sure + unit;
}

}  // namespace

std::string percent_spread(double share, double half_width, Language language) {
    return spread(share * 100.0, half_width * 100.0, " %", language);
}

std::string seconds_spread(double value_s, double half_width_s, Language language) {
    if (std::isfinite(value_s) && value_s >= 7200.0)
        return hours_spread(value_s / 3600.0, half_width_s / 3600.0, language);
    if (std::isfinite(value_s) && value_s >= 600.0)
        return spread(value_s / 60.0, half_width_s / 60.0, " min", language);
    return spread(value_s, half_width_s, " s", language);
}

std::string minutes_spread(double value_h, double half_width_h, Language language) {
    return spread(value_h * 60.0, half_width_h * 60.0, " min", language);
}

std::string hours_spread(double value_h, double half_width_h, Language language) {
    return spread(value_h, half_width_h, " h", language);
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool slot = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 1] >= '0' &&
                          pattern[i + 1] <= '9' && pattern[i + 2] == '}';
        if (!slot) {
            text += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < arguments.size()) text += arguments[index];
        i += 2;
    }
    return text;
}

}  // namespace freiton::report
