// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace freiton::report {

enum class Language { en, de };

/// One text in every language that we speak.
struct Phrase {
    std::string_view en;
    std::string_view de;
    std::string_view in(Language language) const { return language == Language::de ? de : en; }
};

inline std::string in(const Phrase& phrase, Language language) { return std::string{phrase.in(language)}; }

/// Numbers as people of that language read them; an undefined one is a dash, an infinite one the sign for it.
std::string decimal(double value, int decimals, Language language);  // "1234.5", "1234,5"
std::string percent(double share, int decimals, Language language);  // "80.0 %"
std::string seconds(double value_s, Language language);              // "8.3 s", "127 s", "12.5 min", "3.1 h"

/// A value with the half-width of its interval, one unit for both: "92.3 ± 1.1 %", "127 ± 12 s", "52.1 ± 0.8 min". A
/// half-width too small to show is "<0.1"; one that is undefined is left away, as is all of an undefined value.
std::string percent_spread(double share, double half_width, Language language);
std::string seconds_spread(double value_s, double half_width_s, Language language);
std::string minutes_spread(double value_h, double half_width_h, Language language);
std::string hours_spread(double value_h, double half_width_h, Language language);

/// A phrase with {0}, {1} filled in; other braces stay.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace freiton::report
