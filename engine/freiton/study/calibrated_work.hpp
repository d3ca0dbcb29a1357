// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/calibration.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// What single waits tell of one kind of calls: laws of patience, who hangs up at once, the curve without any law.
void calibrate_waits(const Scenario& scenario, const CallLog& log, const LoggedWork& logged, WorkCalibration& work);

/// What its days tell by their differences: variation of volumes and of handling times.
void calibrate_days(const Scenario& scenario, const LoggedCalls& all, const LoggedWork& logged, WorkCalibration& work);

/// What simulations of the logged days tell: wrap-up times, minutes away, of counts by interval the patience; and what
/// the log shows beside what they show. Throws Stopped.
void calibrate_by_simulation(const Scenario& scenario, const CallLog& log, const LoggedCalls& logged,
                             const RunControl& control, Calibration& calibration);

/// The scenario with these values in it, rounded to what is worth telling.
Scenario with_fitted(const Scenario& scenario, const std::vector<WorkCalibration>& works);

/// A law of the same family with another mean; where it is stated by its ends, or by a table, a lognormal one with the
/// same variation.
DurationLaw with_mean(const DurationLaw& law, double mean_s);

}  // namespace freiton::study
