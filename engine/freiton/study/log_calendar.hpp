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

/// So many contacts are expected where chance misses them all once in 3,000 times.
constexpr double surely_some = 8.0;

/// Calls by weekday and interval of the day, and on how many dates of each weekday there were any.
struct Counts {
    std::map<Date, ByTime> by_date;
    std::array<ByTime, 7> by_weekday;
    std::array<ByTime, 7> handled;     // of exports that have mean handling times: calls that they are about,
    std::array<ByTime, 7> handling_s;  // and their sum
    std::array<int, 7> dates{};
};

/// Of all queues of the log.
Counts count_calls(const CallLog& log, Minutes interval);

bool any_call(const Counts& counts);

/// From the first to the last day of the log. Opening hours are, for each weekday, the runs of intervals with at least
/// a tenth of the calls of its mean one (of exports by interval: with any); gaps of two intervals, or such in which
/// fewer than five calls would have been expected, do not part them, and runs with less than a twentieth of the day's
/// calls are none. Open weekdays without a call are holidays.
CalendarParts calendar_of(const Counts& counts, Minutes interval, bool by_interval);

/// The weekday's mean in each open interval of each day that `all` has; with the mean handling time of that interval
/// where it was recorded.
VolumeFile mean_volumes(const Counts& own, const Counts& all, const CalendarParts& calendar);

/// The wanted interval, or as long as the rows are; 30 min where they do not say, and for lists of calls. Throws
/// InputError if the rows cannot be split that finely, or are no planning intervals.
Minutes interval_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> wanted);

}  // namespace freiton::study
