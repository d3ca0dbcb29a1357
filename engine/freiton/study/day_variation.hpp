// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

namespace freiton::study {

/// One day of one kind of calls by open interval: what came, and what a scenario says comes on average.
struct DayCounts {
    std::vector<double> came{};
    std::vector<double> predicted{};
};

/// A coefficient of variation: its square may be estimated below 0, where there is less than chance alone makes.
struct Variation {
    double square = 0.0;
    double square_error = 0.0;  // standard error by a jackknife over days; not a number of fewer than four
    double chance = 0.0;        // standard deviation of the square if there were no variation

    double cv() const;  // 0 where the square is below
    /// Of the cv: half the distance to its limit two standard errors of its logarithm up, as the spread of a few days
    /// is rather far below the true one than above. Not a number where the cv is 0.
    double standard_error() const;
    double at_most() const;  // where chance alone makes such a square: a 95 % limit; else not a number
};

/// How much days, and intervals within them, differ beyond what single contacts do by chance (Poisson): the factors
/// day_cv and interval_cv of a scenario.
///
/// Days that the scenario predicts alike are held against their own mean, with as many degrees of freedom less; where
/// no two are, all days are held against what was predicted, up to one common factor. With e = came - mean m, day_cv^2
/// is the sum of e_i e_j over pairs of intervals of one day, by that of m_i m_j; (1 + day_cv^2)(1 + interval_cv^2) - 1
/// is that of e_i^2 - came_i by that of m_i^2.
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
    bool by_days_alike = true;
};
std::optional<VolumeVariation> volume_variation(const std::vector<DayCounts>& days);

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
