// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Adds what is wrong across the fields of one kind of work (its target, what goes with its kind, its sites).
void check_work(const ScenarioParts& parts, const Work& work, Problems& problems);

/// Adds what is wrong across the fields of one team.
void check_team(const ScenarioParts& parts, const Team& team, Problems& problems);

/// Adds what is wrong with a routing under this key: "routing", or "organisations.NAME".
void check_routing(const ScenarioParts& parts, const Routing& routing, const std::string& key, Problems& problems);

/// Adds what is wrong with a team's given staff on this calendar.
void check_staff(const Team& team, const Calendar& calendar, Problems& problems);

}  // namespace freiton
