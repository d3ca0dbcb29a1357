// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace freiton::simulation {

/// Half-width factor of a two-sided 95 % interval: Student's t with so many degrees of freedom.
double student_t95(std::int64_t degrees_of_freedom);

struct Estimate {
    double value;
    double half_width;  // of a 95 % interval; NaN where nothing can be said
};

/// Mean over n replications, from the sum and the sum of squares. A count of what was never seen has no spread; its
/// half-width is then 3 / n (rule of three). Where it is no count, nothing can be said.
Estimate mean_estimate(double sum, double square, std::int64_t n, bool count = true);

/// Ratio of two sums over n replications by the delta method (Law, Simulation Modeling and Analysis, 5th ed., section
/// 9.5): var(sum N / sum D) = var(N - R D) / (n mean(D)^2). A share of which no exception was seen gets 3 / sum D (rule
/// of three), never zero; a mean that nothing adds to has no half-width.
Estimate ratio_estimate(double numerator, double denominator, double numerator2, double denominator2, double product,
                        std::int64_t n, bool share);

/// The most that an event may be expected and still never be seen, 19 times in 20: -ln 5 % (rule of three).
inline constexpr double never_seen = 3.0;

/// Of a share of days: those of one replication may depend on each other, so that without any spread, too, replications
/// are what was seen.
Estimate share_of_days(Estimate estimate, std::int64_t n);

}  // namespace freiton::simulation
