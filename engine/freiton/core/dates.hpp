// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "freiton/core/units.hpp"

namespace freiton {

/// A calendar day without a time zone.
using Date = std::chrono::sys_days;

/// Minutes since midnight on the wall clock; 24:00 is 1440.
using Minutes = std::chrono::minutes;

/// Monday is 0, as a planner's week begins.
inline constexpr std::array<std::string_view, 7> weekday_names = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::size_t weekday_index(Date day);

enum class DateError { not_a_date, does_not_exist };

struct ParsedDate {
    std::optional<Date> date;
    DateError error = DateError::not_a_date;  // why there is none: "2026-02-30" has the form but does not exist
};

ParsedDate parse_date(std::string_view text);               // "2026-03-02", or "02.03.2026" as Excel writes it
std::optional<Minutes> parse_clock(std::string_view text);  // "08:00" ... "24:00", seconds ":00" allowed

std::string date_text(Date date);                // "2026-03-02"
std::string clock_text(Minutes since_midnight);  // "08:00"

/// "08:30:17", and to the millisecond where there is a fraction: "27:03:04.25".
std::string clock_seconds_text(Seconds since_midnight);

/// ISO 8601 local time, "2026-03-02T08:00:00"; 24:00 becomes 00:00 of the next day.
std::string local_time_text(Date day, Minutes since_midnight);

}  // namespace freiton
