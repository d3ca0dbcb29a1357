// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// What of a prediction is replaced by what came.
struct Replaced {
    bool volume = false;
    bool handling_time = false;
    bool patience = false;
};

/// The scenario with the log's calls of each interval, its mean handling times, its patience, in place of its own; what
/// is replaced no longer varies from day to day. Intervals that the log does not have stay as they were. Where callers
/// try again, or contacts lead to others, the log counts all of them: those that come by themselves are taken as the
/// same share as was predicted.
Scenario with_actual(const Scenario& scenario, const LoggedCalls& logged, const Performance& predicted,
                     const Replaced& replaced);

/// Mean patience of a kind of calls by its log, if it is exponential: all waits over the number of those who gave up.
/// Nothing where fewer than 30 did. Who hung up at once does not count where the scenario says that some do.
std::optional<double> patience_in_log(const LoggedWork& logged);

}  // namespace freiton::study
