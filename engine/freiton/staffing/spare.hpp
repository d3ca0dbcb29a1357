// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "freiton/staffing/search.hpp"

namespace freiton::staffing {

/// Spares everyone who can be spared. People are tried in groups whose work does not touch (another day where promises
/// are for days, three intervals apart where they are for intervals), so that whoever is missed is known; a person who
/// was missed stays, as one who is missed by more is missed by fewer. Fills `needed`.
void spare(const SearchSpace& space, const Ask& evaluate, SearchResult& result, const std::function<bool()>& stopped);

/// Where the promise of another interval keeps people, tries two of them less for one more in that interval. True if
/// any such trade was made; others may be spared then.
bool trade(const SearchSpace& space, const Ask& evaluate, SearchResult& result, const std::function<bool()>& stopped);

/// Replaces people of a dearer team by people of a cheaper one in the same interval where every promise still holds.
/// True if anybody was replaced.
bool exchange(const SearchSpace& space, const Ask& evaluate, SearchResult& result,
              const std::function<bool()>& stopped);

}  // namespace freiton::staffing
