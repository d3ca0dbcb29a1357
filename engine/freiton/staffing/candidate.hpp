// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "freiton/staffing/saving_effects.hpp"

namespace freiton::staffing {

/// A saving that seems possible, and what it does.
struct Candidate {
    Saving saving{};
    std::vector<NumberEffect> effects{};
};

/// Its effect on a number; nothing so far where it had none.
NumberEffect& effect_on(Candidate& person, std::size_t instance);

/// What a single person does to a number over a day or the horizon is little beside what chance does. Those of the same
/// time of day do about the same: they get their mean over the horizon, and on the days they are there half of it and
/// half of their own.
void share_out_over_days(const SearchSpace& space, const Evaluation& now, std::vector<Candidate>& candidates);

/// How much of a number it uses up; 0 where it does good.
double used_of(const Candidate& candidate, std::size_t instance);

/// By interval, its place in its day.
std::vector<std::size_t> times_of_day(const SearchSpace& space);

using TimeOfDay = std::pair<std::size_t, std::size_t>;  // team, place in the day

inline bool is_one_person(const Saving& saving) { return saving.steps.size() == 1; }

}  // namespace freiton::staffing
