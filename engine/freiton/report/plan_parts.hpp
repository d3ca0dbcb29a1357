// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/dates.hpp"
#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

std::string weekday_text(Date date, Language language);  // "Mon"
std::string date_label(Date date, Language language);    // "Mon 2026-03-02"

/// Of more open days than these a plan shows sums in place of every interval.
constexpr int most_grid_days = 7;

/// What every plan ends with: each target and whether it is met, the people of each team, every approximation.
std::string closing_text(const Scenario& scenario, const PlanResult& result, Language language);

/// A plan for several teams or kinds of work: people by team and interval with what asked for them, calls and post by
/// day with the backlog and the work that is due as lines, each kind of work in total.
std::string overview_text(const Scenario& scenario, const PlanResult& result, Language language);

}  // namespace freiton::report
