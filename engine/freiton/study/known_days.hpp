// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/study/log_calendar.hpp"

namespace freiton::study {

/// What a log tells of its open weekdays.
///
/// Closed is a day without contacts whose weekday usually brings eight and more, which chance misses once in 3,000
/// times; and a stated holiday with less than a twentieth of the usual. Nobody knows a day without rows that is not
/// closed: an export by interval has rows of zeros where nothing came, lists of calls need none. Nor does anybody know
/// a weekday that has no rows three weeks together, unless chance may do that: so long no office is closed.
struct KnownDays {
    std::vector<Date> open{};  // in order, as all of these
    std::vector<Date> closed{};
    std::vector<Date> missing{};
    bool open_on_holidays = false;      // half of the stated holidays were open: then those to come are
    Date first{};                       // of the log
    Date last{};                        // with contacts, or nearly: rows of closed days at the end are none
    std::optional<Date> zeros_until{};  // of such rows
};

/// Of all queues of a log in which anything came; holidays in order.
KnownDays known_days(const Counts& all, const OpenWeek& open, bool by_interval, const std::vector<Date>& holidays);

bool is_among(const std::vector<Date>& dates, Date date);  // of dates in order

}  // namespace freiton::study
