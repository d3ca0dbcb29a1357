// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace freiton::study {

/// The rows of a grid that form a complete one by themselves, every level of an input with every level of the others.
/// `levels` is [row][input]. As long as combinations are missing (rows that failed), the level that misses most of its
/// combinations is left out; of equal ones the first met. Only in a complete grid do the shares of variance of several
/// inputs add up to no more than 1.
std::vector<std::size_t> complete_grid(const std::vector<std::vector<std::size_t>>& levels);

}  // namespace freiton::study
