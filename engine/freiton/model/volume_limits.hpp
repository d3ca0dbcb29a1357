// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/core/problem.hpp"
#include "freiton/model/calendar.hpp"
#include "freiton/model/opening.hpp"
#include "freiton/model/work.hpp"

namespace freiton {

/// A million contacts in an interval, or lying there at the start, are a cell that lost its separators: the largest
/// centres have a thousandth of that, and simulating them takes seconds and a gigabyte.
inline constexpr double most_contacts = 1e6;

/// As many people as a team may have (input's limit of `staff`, `min` and `max`).
inline constexpr double most_busy_people = 1e6;

/// Adds a problem for the first interval in which more contacts come, or more people would be busy with calls.
void check_volume_limits(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                         const AcceptedHours& accepted = {});

/// Whether its deadlines run on while the office is closed.
bool promised_by_wall_clock(const Work& work);

/// Adds a problem where all calls of a day come at a moment when nobody accepts any; post too, if it has hours of its
/// own.
void check_moment_of_calls(const Work& work, const Calendar& calendar, const std::string& key, Problems& problems,
                           const AcceptedHours& accepted = {});

}  // namespace freiton
