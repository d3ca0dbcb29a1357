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

/// Whether its handling times are made of talk without wrap-up, as far as the log itself says.
bool leaves_out_wrap_up(const CallLog& log);

/// Puts each row of a log into its open interval of the scenario, and counts what has none.
LoggedCalls read_logged_calls(const Scenario& scenario, const CallLog& log, const WorkOfQueue& works,
                              const ValidateOptions& options);

}  // namespace freiton::study
