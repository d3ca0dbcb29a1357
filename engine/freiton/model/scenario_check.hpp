// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "freiton/model/scenario.hpp"
#include "freiton/model/scenario_names.hpp"

namespace freiton {

/// Adds that the horizon has more days than kinds of work, sites and intervals leave room for: a few lines could ask
/// for billions of values. The largest honest scenario, a year in quarter hours round the clock with hundreds of kinds
/// of work, fits.
void check_length(const ScenarioParts& parts, const Calendar& calendar, Problems& problems);

/// Adds that a name is none of the known ones, with the one that was probably meant.
void check_known(const std::string& name, const NameSet& known, const std::string& what, const std::string& key,
                 Problems& problems);

/// Adds what is wrong across the fields of one kind of work (its target, what goes with its kind, its sites).
void check_work(const ScenarioParts& parts, const ScenarioNames& names, const Work& work, Problems& problems);

/// Adds what is wrong with the ways of one kind of work: lists of its answers and slowdowns that do not fit.
void check_ways(const Calendar& calendar, const Work& work, Problems& problems);

/// Adds what is wrong with the routing of one kind of work, under its key.
void check_routing_of_work(const ScenarioParts& parts, const Work& work, const std::string& key, Problems& problems);

/// Adds what is wrong with what a kind of work leads to, in whatever way: unknown work, work that is always there,
/// sites that do not fit.
void check_leads(const ScenarioParts& parts, const ScenarioNames& names, const Work& work, Problems& problems);

/// Adds that contacts lead to each other without end: one would cause, in all, more than a thousand, or those who ask
/// for what is late would lead to more of it.
void check_leads_end(const ScenarioParts& parts, Problems& problems);

/// Adds what is wrong across the fields of one team.
void check_team(const ScenarioNames& names, const Team& team, Problems& problems);

/// Adds that a team takes calls while it chats, and does not handle both.
void check_while_chatting(const std::vector<Work>& works, const Team& team, Problems& problems);

/// Adds what is wrong with a routing under this key: "routing", or "organisations.NAME".
void check_routing(const ScenarioParts& parts, const ScenarioNames& names, const Routing& routing,
                   const std::string& key, Problems& problems);

/// Adds the work of a site that no team there handles, where some routing lets nobody else.
void check_work_of_sites(const ScenarioParts& parts, const ScenarioNames& names, Problems& problems);

/// Adds that an assurance is asked of a method that cannot tell single days.
void check_assurance(const PlanOptions& plan, Problems& problems);

/// Adds that no two open days of those that are to have the same numbers share a time of day.
void check_alike(const PlanOptions& plan, const Calendar& calendar, Problems& problems);

/// Adds what is wrong with a team's given staff on this calendar.
void check_staff(const ScenarioParts& parts, const Team& team, const Calendar& calendar, Problems& problems);

/// Adds what is wrong with values of a team that change through the week: lists that do not fit the day, values for a
/// closed weekday, `max` below `min`.
void check_team_values(const Team& team, const Calendar& calendar, Problems& problems);

}  // namespace freiton
