// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/staffing/look.hpp"
#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// Adds people to a plan that fails by little, where they help most for their cost: as many as it takes by what each of
/// them does alone. True if everything holds then; what nobody alone can help is left to the repair.
bool mend(const SearchSpace& space, const Ask& ask, const LookAt& look_at, SearchResult& result,
          const std::function<bool()>& stopped);

}  // namespace freiton::staffing
