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
///                     complete grid the shares of several inputs add up, and what is missing to 1 is their interplay.
///   sobol             first-order Sobol indices, estimated from the sample itself: the same share over classes of
///                     equal size, less what chance alone would explain (Plischke, Borgonovo, Smith 2013, European
///                     Journal of Operational Research 226; the correction is Kelley's for the correlation ratio,
///                     1935). Error some 1 / sqrt(samples).
///   latin_hypercube,  Spearman's rank correlations, ties with their mean rank; for inputs that are texts the share of
///   list              the variance, as in a grid.
StudySummary summary_of(const StudyTable& table);

/// Share of the variance of `outputs` that the means of the classes explain; with `unbiased` less what chance would.
/// Nothing if the outputs do not vary.
std::optional<double> explained_share(const std::vector<std::size_t>& classes, const std::vector<double>& outputs,
                                      bool unbiased);

/// Spearman's rank correlation; nothing if one of the two does not vary.
std::optional<double> rank_correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace freiton::study
