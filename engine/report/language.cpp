// SPDX-License-Identifier: Apache-2.0
#include "freiton/report/language.hpp"

#include <fmt/format.h>

#include <cmath>

namespace freiton::report {

std::string decimal(double value, int decimals, Language language) {
    if (std::isnan(value)) return "-";
    if (std::isinf(value)) return "∞";
    std::string text = fmt::format("{:.{}f}", value, decimals);
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
