// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/call_log.hpp"

namespace freiton::study {

/// What the data do not say, of this log and what was found in it.
std::vector<LogGap> gaps_of(const CallLog& log, const LogSummary& summary);

}  // namespace freiton::study
