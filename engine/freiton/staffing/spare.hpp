// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "freiton/staffing/take_savings.hpp"

namespace freiton::staffing {

/// Lets people go while many can go at once, by a rough look at each plan: a start for those who look closely.
void thin_out(const SearchSpace& space, SavingsTaker& taker);

/// Spares everyone who can be spared, and looks at what is left as a reference. Fills `needed`.
void spare(const SearchSpace& space, const Ask& ask, SavingsTaker& taker, SearchResult& result,
           const std::function<bool()>& stopped);

/// Where the promise of another interval keeps people, two of them less for one more in that interval. True if any such
/// trade was made; others may be spared then.
bool trade(const SearchSpace& space, SavingsTaker& taker, const SearchResult& result);

/// Replaces people of a dearer team by people of a cheaper one in the same interval where every promise still holds.
/// True if anybody was replaced.
bool exchange(const SearchSpace& space, SavingsTaker& taker);

}  // namespace freiton::staffing
