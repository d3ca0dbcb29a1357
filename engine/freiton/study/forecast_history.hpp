// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/history/work_history.hpp"
#include "freiton/model/call_log.hpp"

namespace freiton::study {

/// A log as days: of each queue the open days on which the office was there, and the open weekdays on which it was not.
struct LogDays {
    history::Setting setting{};  // without events
    std::vector<history::WorkHistory> work{};
    std::vector<Date> closed{};
    Date first{};
    Date last{};
};

LogDays days_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> interval);

}  // namespace freiton::study
