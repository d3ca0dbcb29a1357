// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "freiton/core/dates.hpp"
#include "freiton/core/units.hpp"

namespace freiton::input {

/// What the cells of logs and exports look like; all of it leaves blanks at either end aside.

/// In which order dates such as 03/04/2026 are written.
enum class DateOrder { unknown, day_first, month_first };

/// The order that this date shows: 13/03/2026 can only begin with the day. Unknown if it may be either, or is none.
DateOrder shown_order(std::string_view date);

/// Whether it is a date that needs an order to be read.
bool needs_order(std::string_view date);

/// "2026-03-02", "02.03.2026", and with an order "03/02/2026" and "3-2-2026".
ParsedDate log_date(std::string_view text, DateOrder order);

/// A time of day: "08:30", "8:30 AM", "08:30:17", "12:15:04 pm"; at most 24:00.
std::optional<Seconds> log_time(std::string_view text);

/// "08:00" or "08:00 - 08:30".
struct LogSpan {
    Seconds from{};
    std::optional<Seconds> to{};  // 24:00 for a midnight at its end
};
std::optional<LogSpan> log_span(std::string_view text);

/// "2026-03-02 08:00" and "2026-03-02T08:00" in two; `time` is empty if there is only one of them.
struct DateAndTime {
    std::string_view date{};
    std::string_view time{};
};
DateAndTime parted(std::string_view cell);

/// Minutes and seconds "4:10", hours too "00:04:10".
std::optional<Seconds> log_duration(std::string_view text);

}  // namespace freiton::input
