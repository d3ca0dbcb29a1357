// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"
#include "freiton/report/language.hpp"

namespace freiton::report {

/// For people: what was simulated, with half-widths. JSON and CSV are those of a plan (plan_report.hpp).
std::string simulation_text(const Scenario& scenario, const PlanResult& result, Language language);

/// The largest scale of arrivals at which every target holds; `at_least`: even that one does.
std::string headroom_text(double scale, bool at_least, Language language);

}  // namespace freiton::report
