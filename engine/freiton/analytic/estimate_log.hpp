// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/model/call_log.hpp"
#include "freiton/model/duration_law.hpp"

namespace freiton::analytic {

/// A law for recorded durations: of exponential, lognormal, gamma, Weibull and (for cv > 1) hyperexponential with the
/// sample's mean and cv the one whose distribution is nearest (Kolmogorov and Smirnov); all distances go into the
/// findings.
DurationLaw fit_handling_time(std::vector<double> recorded_s, LogFindings& findings);

/// Mean patience from waits that ended in giving up, or were cut short by an answer (Kaplan and Meier 1958): the
/// exponential law whose mean wait until `seen until` equals the area under the estimated survival curve. `seen until`
/// is the last wait at which 50 were still waiting. Also total waiting / abandoned, which is the same if patience is
/// exponential. Source: Brown et al., "Statistical analysis of a telephone call center" (JASA 2005), section 5.
void estimate_patience(const std::vector<LoggedCall>& calls, LogFindings& findings);

/// Coefficient of variation of a day's factor beyond Poisson, from day totals of the same weekday: the excess of their
/// variance over their mean, pooled over weekdays. Nothing unless some weekday was seen twice.
std::optional<double> estimate_day_cv(const std::vector<std::pair<Date, double>>& day_totals);

}  // namespace freiton::analytic
