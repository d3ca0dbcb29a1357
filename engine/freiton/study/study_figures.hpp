// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

/// The figures of one result as a row of a study holds them: totals, then teams.T.*, then work.W.*, each with its
/// _half_width where it was simulated. The names depend only on the scenario and the method.
struct StudyFigures {
    std::vector<std::string> names{};
    std::vector<double> values{};
};
StudyFigures study_figures(const Scenario& scenario, const PlanResult& result);

/// Contacts answered or done in time, of all contacts whose work has such a promise; not a number if none has.
double in_time_share(const Scenario& scenario, const Performance& performance);

}  // namespace freiton::study
