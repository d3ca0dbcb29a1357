// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/call_log.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// A scenario made of a log: one kind of calls, one team, the mean volumes of each weekday's intervals on the days of
/// the log, a handling-time law, patience and day-to-day variation as far as the log tells them.
struct ImportedLog {
    ScenarioParts parts;
    LogFindings findings;
};

struct ImportOptions {
    std::string title{};
    Minutes interval{30};
};

/// Opening hours are, for each weekday, from the first to the last interval with at least a fiftieth of the calls of
/// its busiest one; what lies outside is counted as left out. Throws InputError if no call is left.
ImportedLog import_log(const CallLog& log, const std::string& file_name, const ImportOptions& options);

}  // namespace freiton::study
