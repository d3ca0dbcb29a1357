// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace freiton::study {

/// A table with these sums of its rows and columns, as even as it can be where `allowed`, 0 elsewhere: iterative
/// proportional fitting from the outer product.
///
/// Source:   Deming, Stephan (1940), On a least squares adjustment of a sampled frequency table.
/// Domain:   sums that are not negative. Where no table has them all, columns are fitted last and rows are not kept.
/// Accuracy: columns to rounding where anything is allowed in them and comes; rows to a relative 1e-10, or after 200
///           rounds as near as they are by then.
std::vector<std::vector<double>> proportional_fit(const std::vector<double>& rows, const std::vector<double>& columns,
                                                  const std::vector<std::vector<bool>>& allowed);

}  // namespace freiton::study
