// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// People on duty by team and open interval: `required` when found, `staff` when given.
struct StaffingPlan {
    std::vector<std::vector<int>> agents;  // [team][interval]
    friend bool operator==(const StaffingPlan&, const StaffingPlan&) = default;
};

/// The staff that a scenario gives a team, by open interval; nothing where it is to be found. A table counts nobody in
/// intervals that it leaves out, and nobody is there while the team is closed.
std::optional<std::vector<int>> given_staff(const Scenario& scenario, TeamIndex team);

/// Fewest and most people that a team (or several together) may have, by open interval.
struct StaffBounds {
    std::vector<int> least;
    std::vector<int> most;
};

/// What is given; else `min` to `max`, and nobody while the team is closed.
StaffBounds staff_bounds(const Scenario& scenario, TeamIndex team);

/// More people than any office has; a search ends here.
constexpr int most_people = 1'000'000;

/// Whether nobody is to be found: every team has the staff that it is given.
bool is_all_staff_given(const Scenario& scenario);

/// How many intervals a team's table of staff says nothing about; nobody is on duty there. 0 without a table.
std::size_t intervals_without_row(const Team& team, const Calendar& calendar);

}  // namespace freiton
