// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "freiton/model/calendar.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/model/work.hpp"

namespace freiton::study {

using ByTime = std::map<Minutes, double>;

/// Calls by weekday and interval of the day, and on how many dates of each weekday there were any.
struct Counts {
    std::map<Date, ByTime> by_date;
    std::array<ByTime, 7> by_weekday;
    std::array<int, 7> dates{};
};

/// Of one queue, or of all; days on which it had no call are days all the same.
Counts count_calls(const CallLog& log, Minutes interval, std::optional<std::size_t> queue);

bool any_call(const Counts& counts);
bool is_open(const OpenWeek& week, Date date, Minutes start);

/// From the first to the last day of the log. Opening hours are, for each weekday, the runs of intervals with at least
/// a tenth of the calls of its mean one; gaps of up to two intervals do not part them, and runs with less than a
/// twentieth of the day's calls are none. Open weekdays without a call are holidays.
CalendarParts calendar_of(const Counts& counts, Minutes interval);

/// The weekday's mean in each open interval of each day of the log.
VolumeFile mean_volumes(const Counts& counts, const CalendarParts& calendar);

/// The wanted interval, or as long as the rows are; 30 min where they do not say, and for lists of calls. Throws
/// InputError if the rows cannot be split that finely, or are no planning intervals.
Minutes interval_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> wanted);

}  // namespace freiton::study
