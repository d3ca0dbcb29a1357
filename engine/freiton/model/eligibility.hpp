// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Place of a kind of work in a team's `handles`, if it is there.
std::optional<std::size_t> preference_of(const Team& team, const std::string& work);

/// The first team that handles it: at the contact's own site if there is one, else in the order of the file. An empty
/// site: the contact belongs to none.
std::optional<TeamIndex> first_team(const Scenario& scenario, const Work& work, const std::string& site);

/// Whether routing ever lets this team take contacts of this work from this site (also if only after a wait, or only
/// for an absent owner).
bool may_take(const Scenario& scenario, TeamIndex team, const Work& work, const std::string& site);

/// All teams that may, in the order of the file.
std::vector<TeamIndex> takers(const Scenario& scenario, const Work& work, const std::string& site);

/// Whether this work is put aside as soon as a call waits.
bool may_be_interrupted(const Scenario& scenario, const Work& work);

}  // namespace freiton
