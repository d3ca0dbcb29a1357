// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace freiton::input {

/// Which sign parts whole and fraction of a number: "1.010" is a thousand and ten where a comma does.
enum class DecimalSign { unknown, point, comma };

/// The decimal sign that this number shows: "1.5", "1,234.5" and "1,234,567" a point, "0,25" and "1.234,5" a comma;
/// unknown of "12", of "1.010" and of what is no number.
DecimalSign shown_sign(std::string_view cell);

/// Whether the number means something else with a decimal comma than with a point: "1.010", "1,010".
bool needs_sign(std::string_view cell);

/// The number, its thousands parted by the other sign, by blanks or by apostrophes; with the sign unknown a lone one is
/// the decimal sign. Nothing if it is no number. A unit or a currency is no part of it.
std::optional<double> log_number(std::string_view cell, DecimalSign sign);

/// What is written in place of a count of hours without work: "closed", "Feiertag".
bool is_closed(std::string_view cell);

/// What is written where there is nothing: "", "-", "n/a", "NULL", "#N/A", "#DIV/0!".
bool is_nothing(std::string_view cell);

}  // namespace freiton::input
