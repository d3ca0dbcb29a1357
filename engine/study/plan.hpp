// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "freiton/model/plan_result.hpp"
#include "freiton/model/scenario.hpp"

namespace freiton::study {

struct PlanOptions {
    std::uint64_t seed = 1;
    int threads = 1;  // 0: as many as there are; the result is the same
};

/// Finds the staffing that meets every target, and says how it performs.
PlanResult plan(const Scenario& scenario, const PlanOptions& options = {});

}  // namespace freiton::study
