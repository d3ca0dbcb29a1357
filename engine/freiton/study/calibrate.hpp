// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/run_control.hpp"
#include "freiton/model/calibration.hpp"
#include "freiton/model/call_log.hpp"

namespace freiton::study {

/// So many replications a simulation of the logged days has, unless the scenario says fewer.
inline constexpr int calibration_replications = 100;

/// What a log tells of a scenario beside its counts: the law of patience and the share that hangs up at once from
/// single waits, variation of days and intervals from their differences, and, where the scenario says who was there,
/// the wrap-up time (and minutes away, if the two can be told apart) by simulations of the logged days. Of counts by
/// interval the mean patience is found by simulation too.
///
/// In the end the scenario is simulated before and after, and what makes it worse is withheld (calibration_check.hpp).
///
/// Throws InputError like logged_calls(). Stopped, it gives what it has. Cost: some twenty simulations.
Calibration calibrate(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                      const RunControl& control = {});

}  // namespace freiton::study
