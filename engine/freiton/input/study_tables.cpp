// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/study_tables.hpp"

namespace freiton::input {

std::set<std::string> tables_of(const ScenarioParts& parts) {
    std::set<std::string> paths;
    const auto of_law = [&](const DurationLaw& law) {
        if (law.file) paths.insert(*law.file);
    };
    for (const Work& work : parts.work) {
        if (work.arrivals.file) paths.insert(work.arrivals.file->path);
        of_law(work.handling_time);
        if (work.patience) of_law(*work.patience);
    }
    for (const Team& team : parts.teams) {
        if (team.staff && team.staff->path) paths.insert(*team.staff->path);
        for (const auto& [work, law] : team.handling_time) of_law(law);
        if (team.absence && team.absence->length) of_law(*team.absence->length);
    }
    return paths;
}

}  // namespace freiton::input
