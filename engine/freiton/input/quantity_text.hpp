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

/// The usual unit of handling times and patience: a bare number from 30 up is meant in seconds.
inline constexpr std::string_view seconds_or_minutes = "s or min";

/// A duration with its unit: "20 s", "4 min", "2 h". A bare number is refused, and `usual_unit` suggested.
Reading<Seconds> read_duration(std::string_view text, std::string_view usual_unit);

/// "80 %" or "0.8". A bare 80 is refused, and "80 %" suggested.
Reading<double> read_share(std::string_view text);

std::string duration_text(Seconds duration);  // "4 min", in the largest unit that leaves a short number
std::string share_text(double share);         // "80 %"

}  // namespace freiton::input
