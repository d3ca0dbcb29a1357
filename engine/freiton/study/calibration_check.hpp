// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/core/run_control.hpp"
#include "freiton/model/calibration.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// Simulates the scenario as it was and as it was calibrated, both with volumes of their own (while the calibration
/// played the calls as they came), on the same random numbers, and tells which lies nearer to the log. Where the
/// calibrated one lies further off, by more than the log's days leave in doubt, and does not with the variation of days
/// and intervals that the scenario had, that variation stays: the values are withheld.
///
/// Throws Stopped. Cost: two or three simulations.
void check_calibrated(const Scenario& before, const LoggedCalls& logged, const RunControl& control,
                      Calibration& calibration);

}  // namespace freiton::study
