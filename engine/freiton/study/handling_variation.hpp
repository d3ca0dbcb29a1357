// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/study/variation.hpp"

namespace freiton::study {

/// Calls whose handling time is known, by interval of one day: how many, and their mean over what is usual then.
struct DayHandling {
    std::vector<double> calls{};
    std::vector<double> ratio{};
};

/// How much a day's mean handling time differs beyond what single calls do (handling_time.day_cv): analysis of variance
/// with days as groups, the spread of single calls by that of a day's interval means.
///
/// Source: Searle, Casella, McCulloch, "Variance Components" (1992), chapter 3 (unbalanced one-way layout).
std::optional<Variation> handling_variation(const std::vector<DayHandling>& days);

}  // namespace freiton::study
