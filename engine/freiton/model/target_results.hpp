// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/model/performance.hpp"
#include "freiton/model/promises.hpp"

namespace freiton {

/// Holds each promise of the scenario (promises_of, same order) against what came of it: of its intervals or days the
/// worst decides; those without demand keep every promise. Occupancy limits hold in every interval. The share of days
/// that keep a promise is no figure of an interval, a day or the horizon: whoever counted days judges by it.
std::vector<TargetResult> target_results(const Scenario& scenario, const std::vector<WorkPerformance>& work,
                                         const std::vector<TeamPerformance>& teams);

/// Judges by a single number.
void judge_by(double reached, std::optional<double> half_width, TargetResult& result);

/// The same for any promises, whoever states them: how an organisation does by the promises of another. Nothing where
/// the figures do not tell the sites of a promise apart, as those of a formula for a pool of sites, nor where a share
/// of days is asked for that was not counted: days are counted for its own promises only.
std::optional<std::vector<TargetResult>> results_by(const std::vector<Promise>& promises,
                                                    const Performance& performance);

}  // namespace freiton
