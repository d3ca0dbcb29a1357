// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "freiton/study/likeliest.hpp"
#include "freiton/study/shown_by_log.hpp"

namespace freiton::study {

/// A value that is tried until simulations show what the log shows.
struct TriedValue {
    Fitted what{};
    std::size_t logged_work = 0;  // of minutes away: of all
    double value = 0.0;
    double step = 0.0;  // by which it is moved to see what it does
    double least = 0.0;
    double most = 0.0;
};

/// Simulations of what is tried, always on the same random numbers.
using Show = std::function<ShownBySimulation(const std::vector<TriedValue>&)>;

/// The values at which the figures differ least from the log's, in units of their noise.
struct MomentFit {
    std::vector<TriedValue> tried{};
    ShownBySimulation shown{};
    SquareMatrix covariance{};  // of the values
    double unexplained = 1.0;   // mean square of what remains, in units of noise; 1 if it is all chance
};

/// The method of simulated moments: Gauss and Newton's steps on sum ((actual - simulated) / noise)^2, halved where they
/// lead upwards, slopes by differences on common random numbers. What is off by more than twice its noise counts
/// straight in place of squared (Huber), so that an hour of which the scenario does not know decides little. The noise
/// is that of replications; so is their covariance, from which standard errors follow (the sandwich), widened by 1 + 1
/// / replications, and by what remains unexplained where that is more than chance.
///
/// Source:   McFadden (1989); Huber (1964); Gourieroux, Monfort, "Simulation-Based Econometric Methods" (1996),
/// chapter 2. Domain:   at least as many figures as values. Accuracy: the last step is below a twentieth of the
/// standard error, unless eight did not get there. Cost:     2 n + 1 simulations a step, three to five steps.
MomentFit fit_moments(const std::vector<ShownFigure>& figures, std::vector<TriedValue> start, const Show& show);

/// The same without a step: what is known of the values where they are.
MomentFit look_around(const std::vector<ShownFigure>& figures, std::vector<TriedValue> there, const Show& show);

}  // namespace freiton::study
