// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "freiton/model/scenario.hpp"

namespace freiton::input {

/// Calls `use(key, path, table, owner)` for each table that the scenario itself names, its organisations apart: the key
/// that names it, its path as it is stated, what holds its rows (a Holidays, DurationLaw, VolumeFile or Staff), and the
/// part that it is of (calendar, site, work or team).
template <class Parts, class Use>
void for_each_table(Parts& parts, const Use& use) {
    const auto use_law = [&](const std::string& key, auto& law, auto& owner) {
        if (law.file) use(key + ".file", *law.file, law, owner);
    };
    const auto use_holidays = [&](const std::string& key, auto& holidays, auto& owner) {
        if (holidays.path) use(key, *holidays.path, holidays, owner);
    };
    use_holidays("calendar.holidays", parts.calendar.holidays, parts.calendar);
    for (auto& [site, hours] : parts.site_hours)
        use_holidays(std::string{"sites."}.append(site).append(".holidays"), hours.holidays, hours);
    for (auto& work : parts.work) {
        const std::string key = "work." + work.name;
        use_law(key + ".handling_time", work.handling_time, work);
        if (work.patience) use_law(key + ".patience", *work.patience, work);
        if (work.arrivals.file) use(key + ".arrivals.file", work.arrivals.file->path, *work.arrivals.file, work);
    }
    for (auto& team : parts.teams) {
        const std::string key = "teams." + team.name;
        for (auto& [work, law] : team.handling_time)
            use_law(std::string{key}.append(".handling_time.").append(work), law, team);
        if (team.absence && team.absence->length) use_law(key + ".absence.length", *team.absence->length, team);
        if (team.staff && team.staff->path) use(key + ".staff", *team.staff->path, *team.staff, team);
    }
}

/// The paths of the tables that a scenario or one of its organisations names: volumes, staff, recorded durations.
std::set<std::string> tables_of(const ScenarioParts& parts);

}  // namespace freiton::input
