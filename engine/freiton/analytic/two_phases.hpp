// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "freiton/analytic/transient_demand.hpp"
#include "freiton/model/duration_law.hpp"

namespace freiton::analytic {

/// A law of handling times as one or two exponential phases, the second of which only some calls have (Cox's law).
struct PhasesOfLaw {
    std::optional<SecondPhase> second{};  // nothing: one phase
    double cv = 1.0;                      // the law's own
    bool exact = true;                    // else only some moments are the law's
    bool equal = false;                   // the law spreads less than two phases can
};

/// Exact where the law has such phases: exponential, hyperexponential, Erlang of two. Otherwise with its mean and
/// standard deviation: above cv 1 with its third moment, too, where two phases can have it (it must be above
/// 3/2 m2^2 / m1), else both phases take half of the mean. Below cv 1/sqrt(2), the least that two phases can have, two
/// equal phases.
///
/// Source:   D. R. Cox, "A use of complex probabilities in the theory of stochastic processes" (1955); T. Altiok, "On
///           the phase-type approximations of general distributions" (1985); equal parts: R. Marie, "Calculating
///           equilibrium probabilities for lambda(n)/C_k/1/N queues" (1980).
/// Domain:   a complete law with a mean above 0.
/// Accuracy: moments to 1e-9 (TwoPhases.*). What becomes of service levels: docs/methods.md, A plan through the day.
PhasesOfLaw phases_of(const DurationLaw& law);

/// By how many points the service level of an interval was off in 19 of 20, where a law was not exact.
struct PointsOff {
    double usual;    // on days that change as days do
    double jumping;  // where volumes jump every hour
};

/// The greatest coefficient of variation for which that is known.
constexpr double greatest_cv = 2.0;

/// Source: bench/campaigns/two_phases.py; between the variations that were tried, the worse of both.
/// Domain: 0 <= cv <= greatest_cv.
PointsOff points_off(double cv);

}  // namespace freiton::analytic
