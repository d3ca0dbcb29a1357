// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace freiton::study {

/// One day of one kind of calls by open interval: what came (not a number: left out), and what a scenario says comes on
/// average.
struct DayCounts {
    std::vector<double> came{};
    std::vector<double> predicted{};
};

/// Days that are held against their own mean, or against what was predicted.
using DaysAlike = std::vector<std::size_t>;  // of all days

/// A single interval that is far off its day: something happened then that is no variation of intervals.
struct OutlyingCount {
    std::size_t day = 0;
    std::size_t interval = 0;  // of the day
    double came = 0.0;
    double usual = 0.0;  // what its day's level makes of the others
};

/// Takes single intervals out of these days, the worst first, as long as one is beyond `outlying` spreads, but no more
/// than a tenth of all. Measured on the root scale, where Poisson counts of any size have about a variance of 1, and a
/// factor of cv one of cv^2 times the mean more: that cv which makes the median of what is off what normal values have.
/// An interval's usual count is that of the other days alike (or what was predicted), times its day's level.
///
/// Source: Anscombe (1948) for the scale; Hampel (1974) for the median of sizes. Chance has a normal value beyond five
///         spreads once in 1.7 million times, a gamma factor of cv 0.3 once in 10,000.
/// Cost:   days times intervals, for each that is found.
inline constexpr double outlying = 5.0;
std::vector<OutlyingCount> take_outlying_out(const std::vector<DaysAlike>& groups, bool by_prediction,
                                             std::vector<DayCounts>& days);

/// Of what is not left out.
double sum_kept(const std::vector<double>& values, const DayCounts& day);

}  // namespace freiton::study
