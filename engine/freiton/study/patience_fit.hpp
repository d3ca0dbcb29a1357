// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/study/ended_waits.hpp"

namespace freiton::study {

/// Laws of patience by censored maximum likelihood: who was answered would have waited longer, nobody knows how much.
/// Exponential, lognormal and hyperexponential laws; each also with a share that hangs up at once, where any did.
/// In the order of Akaike's criterion, by which one is chosen: the first, but the exponential law where that is no more
/// than 2 behind. Standard errors by the observed information; those of the chosen law half the farther of the two
/// limits at which the profile of the log likelihood is two less than its greatest value, as it is far from a parabola
/// where few waits are long.
///
/// A recorded wait w counts as P(w - h < patience < w + h), h half of the log's resolution, so that rounding does no
/// harm; giving up at once as balk + (1 - balk) P(patience < h) in a log of whole seconds.
///
/// Source:   Brown et al., JASA 100 (2005), section 5; Kalbfleisch, Prentice, "Failure Time Data" (2002), chapter 3.
/// Domain:   callers' patience has nothing to do with how long they would have had to wait; at least one gave up after
///           a wait.
/// Cost:     some thousand values of the law for each distinct wait.
std::vector<PatienceCandidate> fit_patience(const EndedWaits& waits);

/// Standard error of the chosen mean, with the doubt about the law itself: over all laws by their Akaike weights, the
/// root of the law's own variance and of its squared distance. Not a number where no law has an error.
///
/// Source: Burnham, Anderson, "Model Selection and Multimodel Inference" (2002), section 4.3.
double mean_error_over_laws(const std::vector<PatienceCandidate>& laws);

}  // namespace freiton::study
