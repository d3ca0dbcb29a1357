// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// Tries every plan that is cheaper than the one found, as long as there are few: from the least that each team needs
/// in each interval with everybody else at the most that a cheaper plan can have, in the order of cost. Takes the first
/// that holds. True if that proves the result; false if there are too many, or if people cost nothing.
bool enumerate_cheaper(const SearchSpace& space, const Ask& evaluate, SearchResult& result,
                       const std::function<bool()>& stopped);

}  // namespace freiton::staffing
