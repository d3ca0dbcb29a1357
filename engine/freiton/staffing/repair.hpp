// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// Adds people until every instance holds: in the interval that misses its promise, or where a day or the horizon
/// misses most; more at a time as long as it does not suffice. Where an interval is full, in the one before. False if
/// nobody is left to add; then the plan is as good as it gets. Where little is missing at last, who helps most by what
/// each does alone (mend.hpp; without looks this is left out).
bool repair(const SearchSpace& space, const Ask& evaluate, const LookAt& look_at, SearchResult& result,
            const std::function<bool()>& stopped);

}  // namespace freiton::staffing
