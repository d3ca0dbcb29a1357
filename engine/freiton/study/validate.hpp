// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/run_control.hpp"
#include "freiton/model/validation.hpp"
#include "freiton/study/logged_calls.hpp"

namespace freiton::study {

/// So many horizons are simulated where the scenario does not say how many: of 30 the 5 to 95 % quantiles would hold
/// 84 % of days in place of 90.
inline constexpr int days_for_bands = 400;

/// What the scenario's given staffing was predicted to bring beside what came by the log: errors, bias, bands, and what
/// each cause explains. Causes are found by putting what came into the scenario, one after the other, on the same
/// random numbers (error_causes.hpp): volumes and handling times in both orders, of which the mean is told, then
/// patience; what remains no log tells. Where a log's handling times are talk alone, the wrap-up that the scenario
/// states apart is added to them, unless another is told. Throws InputError like given_staffing() and logged_calls().
///
/// Cost: a simulation, and up to four of means only. Stopped, it gives what it has.
Validation validate(const Scenario& scenario, const CallLog& log, const std::string& file_name,
                    const ValidateOptions& options = {}, const RunControl& control = {});

}  // namespace freiton::study
