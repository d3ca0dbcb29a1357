// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/validation.hpp"
#include "freiton/simulation/numbers.hpp"

namespace freiton::study {

/// What a log says of some time, in the numbers that a simulated day has too, so that both are told by the same rules.
struct LoggedSums {
    simulation::Numbers numbers{};
    double handled = 0.0;  // calls whose handling time is known
    double handling_s = 0.0;

    LoggedSums& operator+=(const LoggedSums& other);
};

/// A call of a log that lies in an open interval of the scenario.
struct PlacedCall {
    std::size_t interval = 0;
    std::size_t call = 0;  // of CallLog::calls
};

/// One kind of calls by open interval of the scenario, and what of it the log tells at all.
struct LoggedWork {
    WorkIndex work{};
    std::string queue{};
    std::vector<LoggedSums> intervals{};
    std::vector<PlacedCall> calls{};  // where they are told one by one
    bool ends = false;                // who was answered and who gave up
    bool waits = false;               // of the answered
    bool single = false;              // calls one by one, so that thresholds can be counted
    bool handling = false;            // handling times
    double wrap_up_s = 0.0;           // that was added to each of them
    double waited_s = 0.0;            // all waits of those who came into the queue, and how many of them gave up
    double gave_up = 0.0;
};

struct LoggedCalls {
    std::vector<int> days{};  // of the calendar, that the log has too
    std::vector<LoggedWork> work{};
    NotCompared left_out{};
};

/// What validate() needs to know of a log beside it.
struct ValidateOptions {
    std::optional<Seconds> wrap_up{};  // that its handling times leave out
    bool add_stated_wrap_up = false;   // not told: the scenario's, if these times are talk alone
};

/// The calls of a log at the scenario's open intervals, on the days that both have. A log with a single queue is about
/// a scenario's single kind of calls, whatever their names; others must be called alike. Throws InputError if the log
/// has no calls, no day or no queue of the scenario, or rows that its intervals cannot hold.
LoggedCalls logged_calls(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                         const ValidateOptions& options);

}  // namespace freiton::study
