// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/report/plan_report.hpp"

namespace freiton::report {

/// For people: how given staff does, with half-widths; `headroom` where it was asked for. JSON and CSV are those of a
/// plan (plan_report.hpp).
Document simulation_document(const Scenario& scenario, const PlanResult& result,
                             const std::optional<HeadroomScale>& headroom, Language language);

}  // namespace freiton::report
