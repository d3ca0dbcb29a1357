// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "freiton/analytic/pools.hpp"

namespace freiton::analytic {

/// Teams, at least two, that are one team in all but where they sit, what they cost and how many they may be: all take
/// the same work, from every site at once, in the same way. Where the plan places people (`plan.locate`), a number for
/// all of them together is enough. Not among them are teams of one site that cost differently, teams of which those
/// that help others' sites work at another pace, and, where people sit at the cheapest site, teams of which the
/// cheapest may not have as many as it takes.
std::vector<Pool> teams_as_one(const Scenario& scenario);

}  // namespace freiton::analytic
