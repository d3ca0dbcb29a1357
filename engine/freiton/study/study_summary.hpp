// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/model/study_table.hpp"

namespace freiton::study {

/// Ranks the inputs of a study by their effect on cost and on the service of each kind of work, and gives the
/// variations that none beats in cost and service at once. Rows that failed are left out.
///
///   grid              main effects: what share of the output's variance the means of the input's levels explain. In a
///                     complete grid the shares of several inputs add up, and what is missing to 1 is their interplay;
///                     of one in which rows failed, the complete part is taken (complete_grid).
///   sobol             first-order Sobol indices, estimated from the sample itself: the same share over classes of
///                     equal size, less what chance alone would explain (Plischke, Borgonovo, Smith 2013, European
///                     Journal of Operational Research 226; the correction is Kelley's for the correlation ratio,
///                     1935). Error some 1 / sqrt(samples).
///   saltelli          first-order and total Sobol indices (sobol_indices).
///   latin_hypercube,  Spearman's rank correlations, ties with their mean rank; for inputs that are texts the share of
///   list              the variance, as in a grid.
StudySummary summary_of(const StudyTable& table);

/// Share of the variance of `outputs` that the means of the classes explain; with `unbiased` less what chance would.
/// Nothing if the outputs do not vary.
std::optional<double> explained_share(const std::vector<std::size_t>& classes, const std::vector<double>& outputs,
                                      bool unbiased);

/// How much of an output's variance an input explains by itself, and how much with all that it does together with
/// others: the part that would be left if everything but this input were known.
struct SobolIndices {
    double first = 0.0;
    double total = 0.0;
};

/// From the outputs at points A, at points B, and at points A with the input from B. Nothing if the outputs at A and B
/// do not vary.
///
///   first = mean of f(B) (f(AB) - f(A)) / variance,   total = mean of (f(A) - f(AB))^2 / 2 / variance
///
/// Source:   Saltelli et al. (2010), Computer Physics Communications 181, table 2 (b) and (f); the latter is Jansen's
///           (1999). f is taken less its mean, which only makes the error smaller.
/// Accuracy: the error falls with 1 / sqrt(samples) or faster. Estimates outside 0 to 1 are brought back to them.
std::optional<SobolIndices> sobol_indices(const std::vector<double>& at_a, const std::vector<double>& at_b,
                                          const std::vector<double>& at_ab);

/// Spearman's rank correlation; nothing if one of the two does not vary.
std::optional<double> rank_correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace freiton::study
