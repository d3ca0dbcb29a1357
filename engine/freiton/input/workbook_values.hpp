// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace freiton::input {

/// What a number format makes of a number.
enum class NumberKind { number, date, time, date_time, percent };

/// Of a format code of our reckoning (ECMA-376 part 1, 18.8.31): "dd.mm.yyyy hh:mm", "[h]:mm:ss", "0.0%".
NumberKind kind_of_format(std::string_view code);

/// Of one that has a number only (18.8.30).
NumberKind kind_of_builtin(int id);

/// A number as text: shortest digits that read back as it, but never three decimals, which might be a thousand; dates
/// and times in ISO form, to the millisecond, a time of more than a day as hours. `from_1904`: the workbook counts its
/// days from 1904-01-01 and not from 1899-12-30.
std::string number_as_text(double value, NumberKind kind, bool from_1904);

}  // namespace freiton::input
