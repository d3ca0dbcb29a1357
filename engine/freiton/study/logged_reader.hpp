// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>

#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// Which kind of calls each queue with calls is; nothing for those that the scenario does not have.
using WorkOfQueue = std::map<std::size_t, std::optional<WorkIndex>>;

/// Whether the reader of a log noted that.
bool was_noted(const CallLog& log, LogNoteKind kind);

/// Puts each row of a log into its open interval of the scenario, and counts what has none.
LoggedCalls read_logged_calls(const Scenario& scenario, const CallLog& log, const WorkOfQueue& works, Seconds wrap_up);

}  // namespace freiton::study
