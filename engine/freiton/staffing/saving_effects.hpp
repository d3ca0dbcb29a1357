// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "freiton/staffing/look.hpp"
#include "freiton/staffing/saving.hpp"

namespace freiton::staffing {

/// What a saving does to a number: in the unit of its value, negative to the bad side.
struct NumberEffect {
    std::size_t instance = 0;
    double mean = 0.0;
    double error = 0.0;  // one standard error
};

/// Whether a change in this interval may reach a number: what is left over one day is done on the next ones.
bool is_in_reach(const SearchSpace& space, std::size_t interval, const Instance& number);

/// So much of a number may be used up: its room, and a tenth of the half-width that is kept beside it. Without that a
/// number with no room at all would keep everybody whom chance lets reach it.
double usable_room(const Instance& number);

/// What each of its steps does, added up; beyond their reach only what is more than chance. `slacks` are those of the
/// look.
std::vector<NumberEffect> effects_of(const SearchSpace& space, const Saving& saving, const Look& look,
                                     const std::vector<Slack>& slacks, const Evaluation& now);

/// Whether all numbers would still hold, as far as single replications tell. Open: more of them have to, and until then
/// it seems to be missed.
enum class Fate { kept, missed, open };

Fate fate_of(const std::vector<NumberEffect>& effects, const Evaluation& now);

/// The number that a saving uses up most, as it would be then; none where it uses up nothing.
std::optional<Instance> broken_by(const std::vector<NumberEffect>& effects, const Evaluation& now,
                                  const std::vector<Slack>& slacks);

}  // namespace freiton::staffing
