// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/validation.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// Predicted and actual figures of one kind of calls, for each open interval of the compared days, and for these days.
std::vector<ComparedTime> compared_intervals(const Scenario& scenario, const Course<CallFigures>& predicted,
                                             const LoggedWork& logged, const std::vector<int>& days);
std::vector<ComparedTime> compared_days(const Scenario& scenario, const Course<CallFigures>& predicted,
                                        const LoggedWork& logged, const std::vector<int>& days);

/// The same days, where the prediction is the mean numbers of each interval.
std::vector<ComparedTime> compared_days(const Scenario& scenario, const std::vector<simulation::Numbers>& predicted,
                                        const LoggedWork& logged, const std::vector<int>& days);

/// Whether the log tells that figure of this work.
bool is_logged(Compared figure, const LoggedWork& logged);

/// How well one figure was predicted. Sums over days are ratios of sums: shares weigh the calls offered, waits the
/// calls answered. The bias of at least five days has a half-width by the delta method over them.
FigureFit fit_of(Compared figure, const std::vector<ComparedTime>& intervals, const std::vector<ComparedTime>& days);

}  // namespace freiton::study
