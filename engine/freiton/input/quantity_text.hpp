// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "freiton/core/problem.hpp"
#include "freiton/core/units.hpp"

namespace freiton::input {

/// What a text turned out to be: a value, or the rule that it breaks and what was probably meant.
template <class T>
struct Reading {
    std::optional<T> value = std::nullopt;
    Rule rule = Rule::count_;
    std::string suggestion = {};
    std::vector<std::string> arguments = {};
};

/// A finite number: "12", "0.8", "1e3". Octal-looking "012" is twelve; "nan" and "1e400" are refused.
Reading<double> read_number(std::string_view text);

/// The same of an amount, where "1.200" may be twelve hundred as well as 1.2 and is refused: "1.20" and "1.2000" are
/// not.
Reading<double> read_amount(std::string_view text);
std::string amount_text(double amount);  // number_text, but so that read_amount takes it

/// The usual unit of handling times and patience: a bare number from 30 up is meant in seconds.
inline constexpr std::string_view seconds_or_minutes = "s or min";

/// A duration with its unit: "20 s", "4 min", "2 h". A bare number is refused, and `usual_unit` suggested.
Reading<Seconds> read_duration(std::string_view text, std::string_view usual_unit);

/// "80 %" or "0.8". A bare 80 is refused, and "80 %" suggested.
Reading<double> read_share(std::string_view text);

/// Seconds of a unit of time as people write it, from milliseconds to days: "ms", "Sek.", "m", "minutes", "Std", "d".
std::optional<double> seconds_of_unit(std::string_view word);
std::string unit_name(double seconds);  // "ms", "s", "min", "h", "d"; seconds where no unit is as long

/// Whole or half days as people write them: "2 d", "1 Tag", "1 Arbeitstag", "2 working days"; nothing if it is none.
std::optional<Reading<double>> read_day_count(std::string_view text);

std::string duration_text(Seconds duration);  // "4 min", in the largest unit that leaves a short number
std::string share_text(double share);         // "80 %"

}  // namespace freiton::input
