// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "freiton/simulation/promise_simulation.hpp"

namespace freiton::study {

/// Whether a number keeps its promise as surely as a plan must; open: more replications have to tell.
enum class Verdict { kept, broken, open };

/// Kept or broken beyond doubt (2.5 standard errors), by the plan's own replications.
Verdict judged_alone(const simulation::PromiseEstimate& estimate);

/// How far a number is on the good side of its promise, less the margin that a plan must keep; without limit where
/// nothing came.
double room_of(const simulation::PromiseEstimate& estimate);

inline constexpr double unlimited_room = std::numeric_limits<double>::infinity();

/// A plan's number as a long simulation of another one, the reference, tells it: that one's number and the paired
/// difference, with the margin of as many replications as the reference has (`part`: ours by its). Where either knows
/// nothing, our own.
simulation::PromiseEstimate as_reference_tells(const simulation::PromiseEstimate& own,
                                               const simulation::PromiseEstimate& difference,
                                               const simulation::PromiseEstimate& reference, double part);

struct Judged {
    simulation::PromiseEstimate estimate;
    Verdict verdict = Verdict::open;
};

/// What a long simulation of another plan, the reference, would say of this plan: its number, changed by the paired
/// difference on the same random numbers. `part`: our replications by the reference's, at most 1. A promise is kept if
/// that number is 2.5 standard errors of the long simulation on the good side, whatever the difference is exactly. Most
/// plans that are tried fail, so that a rougher look is enough for them, once the difference is known to
/// `known_half_width` (twice that over a day or the horizon: one person in one interval moves those by little, and is
/// kept by mistake at as little cost). What even all replications do not decide is broken.
Judged judged_beside(const simulation::PromiseEstimate& own, const simulation::PromiseEstimate& difference,
                     const simulation::PromiseEstimate& reference, double part, double known_half_width);

}  // namespace freiton::study
