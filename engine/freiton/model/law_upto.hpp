// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "freiton/model/duration_law.hpp"

namespace freiton {

/// What has ended by a time t, and what goes on.
struct LawUpto {
    double ended = 0.0;         // P(X <= t)
    double lasts = 1.0;         // P(X > t)
    double ended_mean_s = 0.0;  // E(X; X <= t)

    /// E min(X, t), the integral of P(X > .) up to t.
    double limited_mean_s(double t_s) const { return ended_mean_s + t_s * lasts; }
};

/// All three at once, as a function of t >= 0 in seconds: what integrals over waits ask of a law of patience.
///
/// Domain:   as law_functions.hpp.
/// Accuracy: relative error about 1e-13, `lasts` absolutely where it is below a half (LawUpto.*).
std::function<LawUpto(double)> law_upto_function(const DurationLaw& law);

/// The times above 0 between which those functions have all derivatives, rising.
std::vector<double> law_breaks_s(const DurationLaw& law);

/// Whether nothing ends between them: a constant, or recorded values.
bool is_law_in_steps(const DurationLaw& law);

}  // namespace freiton
