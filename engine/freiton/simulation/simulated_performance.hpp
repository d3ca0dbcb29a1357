// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/model/performance.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/model/staffing_plan.hpp"
#include "freiton/simulation/durations.hpp"
#include "freiton/simulation/moments.hpp"

namespace freiton::simulation {

/// The figures of one view at one place, with their half-widths but without quantiles.
Measured<CallFigures> call_figures(const Views& views, const Moments& moments, std::size_t view, std::size_t place,
                                   double open_s, double handling_s);
Measured<BacklogFigures> backlog_figures(const Views& views, const Moments& moments, std::size_t view,
                                         std::size_t place, double open_s, double handling_s);

/// Everything that was counted, as figures of the scenario: work, teams, targets; no warnings.
Performance simulated_performance(const Scenario& scenario, const StaffingPlan& plan, const Views& views,
                                  const Moments& moments, const Durations& durations);

}  // namespace freiton::simulation
