// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// A scenario made of a log: a kind of calls for each queue, one team, the mean volumes of each weekday's intervals on
/// the days of the log, a handling-time law, patience and day-to-day variation as far as the log tells them.
struct ImportedLog {
    ScenarioParts parts;
    LogSummary summary;
};

struct ImportOptions {
    std::string title{};
    std::optional<Minutes> interval{};       // none: as long as the rows are; 30 min for lists of calls
    std::optional<Seconds> handling_time{};  // where the log has none
};

/// The calendar is that of log_calendar.hpp; what lies outside its opening hours is counted as left out. Throws
/// InputError if no call is left, if nothing says how long one takes, or if the rows do not fit the interval.
ImportedLog import_log(const CallLog& log, const std::string& file_name, const ImportOptions& options);

}  // namespace freiton::study
