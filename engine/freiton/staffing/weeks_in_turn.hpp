// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/staffing/stretch.hpp"

namespace freiton::staffing {

/// The different weeks of a long horizon, which are planned one by one: what a person does in a week is over soon after
/// it, so that a plan of a year takes as long as its different weeks do. Before each week but the first stand some
/// days that fill the office as it is then (Stretch::lead_in): as many open days as it takes until all post is due, at
/// least one. Weeks of the same hours, demand, given staff and days before them are one. What is promised over the
/// horizon is promised over each week and its days before. None for up to eight weeks, and where something spans weeks:
/// an assurance over days, days that are to have the same numbers, a horizon that repeats itself, post that is due
/// after more than five open days, contacts that lead to others after more than eight hours.
std::vector<Stretch> weeks_in_turn(const Scenario& scenario);

}  // namespace freiton::staffing
