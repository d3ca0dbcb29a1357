// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/history/work_history.hpp"
#include "freiton/model/call_log.hpp"
#include "freiton/model/forecast.hpp"
#include "freiton/study/known_days.hpp"
#include "freiton/study/queue_days.hpp"

namespace freiton::study {

/// A log as days.
struct LogDays {
    history::Setting setting{};  // without events
    KnownDays known{};
    std::vector<history::WorkHistory> work{};  // of each queue in which anything came, the days that tell of it
    std::vector<QueueDays> work_days{};        // which they are
    std::vector<std::string> empty{};          // queues without a contact
    std::vector<EndedQueue> ended{};           // queues that are gone: they are no work
};

/// Opening hours are those at its end (hours_now.hpp), for tickets round the clock.
LogDays days_of(const CallLog& log, const std::string& file_name, std::optional<Minutes> interval,
                const std::vector<Date>& holidays);

}  // namespace freiton::study
