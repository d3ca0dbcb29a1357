// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// Tries every plan that is cheaper than the one found, as long as there are few: from the least that each team needs
/// in each interval with everybody else at the most, in the order of cost, leaving out what has no more people anywhere
/// than a plan that failed. Takes the first that holds. True if that proves the result; false if there are too many.
bool enumerate_cheaper(const SearchSpace& space, const Ask& evaluate, SearchResult& result,
                       const std::function<bool()>& stopped);

}  // namespace freiton::staffing
