// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace freiton::staffing {

/// Standard errors by which a number must be ahead of its promise to count as kept (bench/README.md: with 1.96 one plan
/// in ten was below it).
inline constexpr double errors_ahead = 2.5;

/// Standard errors in the half-width of a 95 % interval.
inline constexpr double errors_of_half_width = 1.96;

/// How well numbers must be known before they decide.
struct Sureness {
    double half_width_share = 0.005;   // 95 %; known that well, a number counts as it is seen
    double half_width_time = 0.01;     // of what was promised
    double most_contacts = 4'000'000;  // of one look
};

}  // namespace freiton::staffing
