// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "freiton/model/scenario.hpp"

namespace freiton {

/// Which kind of work has this name; as many as there are, if none has.
std::size_t place_of(const std::vector<Work>& works, const std::string& name);

/// Whether contacts of this work come from that site (an empty name: from none).
bool comes_from(const Work& work, const std::string& site);

/// Whether some of what a team handles is of this kind.
bool handles_kind(const std::vector<Work>& works, const Team& team, WorkKind kind);

/// Place of a kind of work in a team's `handles`, if it is there.
std::optional<std::size_t> preference_of(const Team& team, const std::string& work);

/// The first team that handles it: at the contact's own site if there is one, else in the order of the file. An empty
/// site: the contact belongs to none.
std::optional<TeamIndex> first_team(const Scenario& scenario, const Work& work, const std::string& site);

/// How contacts of this work are routed: as the work says, else as the scenario's routing does.
Reach reach_of(const Scenario& scenario, const Work& work);
bool prefers_own_site(const Scenario& scenario, const Work& work);

/// Whether its items belong to persons and stay with them.
bool is_owned(const Scenario& scenario, const Work& work);

/// Whether a team sits at another site than a contact comes from; either may have none, and then it does not.
bool is_away(const Team& team, const std::string& site);

/// What handling times are drawn from where this team does the work: its own law, else that of the work.
const DurationLaw& handling_law(const Team& team, const Work& work);

/// How long somebody is busy with one: mean and coefficient of variation of the handling time and, of calls, the
/// wrap-up after it, which are independent; of chats his part of that time while he holds as many as he may; of an
/// entry of a call list all attempts, whoever answers them.
struct BusyTime {
    Seconds mean{};
    double cv = 1.0;
    double second_moment() const { return mean.count() * mean.count() * (1.0 + cv * cv); }
};
BusyTime busy_time(const DurationLaw& handling, const std::optional<DurationLaw>& wrap_up);
BusyTime busy_time(const Work& work);
BusyTime busy_time(const Team& team, const Work& work);

/// How long a contact from this site (an empty name: from none) waits before this team takes it: what the team says for
/// all that is not of its own site; else, for contacts of another site, what the work or the routing says. What is
/// always there has waited long enough.
Seconds help_after(const Scenario& scenario, const Team& team, const Work& work, const std::string& site);

/// Whether some team helps with something only after a wait.
bool helped_late(const Scenario& scenario);

/// Whether routing ever lets this team take contacts of this work from this site (also if only after a wait, or only
/// for an absent owner).
bool may_take(const Scenario& scenario, TeamIndex team, const Work& work, const std::string& site);

/// All teams that may, in the order of the file.
std::vector<TeamIndex> takers(const Scenario& scenario, const Work& work, const std::string& site);

/// Whether this work is put aside as soon as a call waits.
bool may_be_interrupted(const Scenario& scenario, const Work& work);

}  // namespace freiton
