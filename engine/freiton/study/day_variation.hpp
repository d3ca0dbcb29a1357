// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/study/outlying_counts.hpp"
#include "freiton/study/variation.hpp"

namespace freiton::study {

/// How much days, and intervals within them, differ beyond what single contacts do by chance (Poisson): the factors
/// day_cv and interval_cv of a scenario.
///
/// Days that the scenario predicts alike are held against their own mean, with as many degrees of freedom less; where
/// no two are, all days are held against what was predicted, up to one common factor. With e = came - mean m, day_cv^2
/// is the sum of e_i e_j over pairs of intervals of one day, by that of m_i m_j; (1 + day_cv^2)(1 + interval_cv^2) - 1
/// is that of e_i^2 - came_i by that of m_i^2.
///
/// Single intervals far off their day are left out of all of it (outlying_counts.hpp): one outage would make an
/// interval_cv of its own.
///
/// A standard error is that of a jackknife over days (two days alike are left out together), times the standard
/// deviation of Student's law with as many degrees of freedom, as few days hardly know their own spread.
///
/// Source:   method of moments; Jongbloed, Koole, "Managing uncertainty in call centres" (2001); the jackknife: Efron
///           (1982).
/// Domain:   nothing is found of fewer than two days, or of days of a single interval each.
/// Cost:     linear in days times intervals, and once more for each day.
struct VolumeVariation {
    Variation day{};
    Variation interval{};
    std::vector<OutlyingCount> outliers{};
    bool by_days_alike = true;
};
std::optional<VolumeVariation> volume_variation(const std::vector<DayCounts>& days);

}  // namespace freiton::study
