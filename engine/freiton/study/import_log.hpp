// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// A scenario made of a log: a kind of work for each queue and one team. Of calls the mean volumes of each weekday's
/// intervals on the days of the log, with their handling times where they were recorded by interval, a handling-time
/// law, patience and day-to-day variation as far as the log tells them; of tickets the list of when they came.
struct ImportedLog {
    ScenarioParts parts;
    LogSummary summary;
};

struct ImportOptions {
    std::string title{};
    std::optional<Minutes> interval{};       // none: as long as the rows are; 30 min for lists
    std::optional<Seconds> handling_time{};  // where the log has none
};

/// The calendar is that of log_calendar.hpp, for tickets round the clock; what lies outside its opening hours is
/// counted as left out. Throws InputError if no call is left, if nothing says how long one takes, or if the rows do not
/// fit the interval.
ImportedLog import_log(const CallLog& log, const std::string& file_name, const ImportOptions& options);

}  // namespace freiton::study
