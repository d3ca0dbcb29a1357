// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// The scenario with the log's mean handling times of each interval in place of its own; they no longer vary from day
/// to day. Where the log does not have them they stay as they were.
Scenario with_actual_handling(const Scenario& scenario, const LoggedCalls& logged);

/// Mean patience of a kind of calls by its log, if it is exponential: all waits over the number of those who gave up.
/// Nothing where fewer than 30 did. Who hung up at once does not count where the scenario says that some do.
std::optional<double> patience_in_log(const LoggedWork& logged);

}  // namespace freiton::study
