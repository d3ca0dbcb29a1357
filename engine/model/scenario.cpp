// SPDX-License-Identifier: Apache-2.0
#include "freiton/model/scenario.hpp"

#include <algorithm>
#include <utility>

#include "freiton/core/text.hpp"
#include "freiton/model/volumes.hpp"

namespace freiton {

namespace {

void check_target(const Work& work, const std::string& key, Problems& problems) {
    const CallTarget& target = work.target;
    const bool any =
        target.answered || target.within || target.abandoned || target.average_wait || target.wait_probability;
    if (!any)
        problems.push_back(Problem{Rule::keys_one_of}
                               .on(key + ".target")
                               .with({"answered, abandoned, average_wait, wait_probability"}));
    if (work.redial && !work.patience && !work.lines)
        problems.push_back(Problem{Rule::redial_without_loss}.on(key + ".redial"));
    if (target.answered.has_value() != target.within.has_value())
        problems.push_back(Problem{Rule::target_incomplete}
                               .on(key + ".target")
                               .with(target.answered ? std::vector<std::string>{"answered", "within"}
                                                     : std::vector<std::string>{"within", "answered"}));
}

void check_work(const ScenarioParts& parts, const Calendar* calendar, Problems& problems) {
    if (parts.work.empty()) problems.push_back(Problem{Rule::work_missing}.on("work"));
    for (const Work& work : parts.work) {
        const std::string key = "work." + work.name;
        if (calendar != nullptr) check_volumes(work.arrivals, *calendar, key + ".arrivals", problems);
        check_target(work, key, problems);
        const bool handled = std::any_of(parts.teams.begin(), parts.teams.end(), [&](const Team& team) {
            return std::find(team.handles.begin(), team.handles.end(), work.name) != team.handles.end();
        });
        if (!handled && !parts.teams.empty()) problems.push_back(Problem{Rule::work_without_team}.on(key));
    }
}

void check_teams(const ScenarioParts& parts, Problems& problems) {
    if (parts.teams.empty()) problems.push_back(Problem{Rule::team_missing}.on("teams"));
    std::vector<std::string> names;
    for (const Work& work : parts.work) names.push_back(work.name);
    for (const Team& team : parts.teams) {
        const std::string key = "teams." + team.name;
        for (const std::string& name : team.handles)
            if (std::find(names.begin(), names.end(), name) == names.end())
                problems.push_back(Problem{Rule::unknown_name}
                                       .on(key + ".handles")
                                       .got(name)
                                       .with({"work"})
                                       .meant(nearest_word(name, names).value_or("")));
        if (team.most && *team.most < team.least)
            problems.push_back(Problem{Rule::at_least}
                                   .on(key + ".max")
                                   .got(std::to_string(*team.most))
                                   .with({"min: " + std::to_string(team.least)}));
    }
}

ScenarioParts checked(ScenarioParts parts) {
    if (Problems problems = Scenario::check(parts); !problems.empty()) throw InputError{std::move(problems)};
    return parts;
}

}  // namespace

Problems Scenario::check(const ScenarioParts& parts) {
    Problems problems;
    Calendar::check(parts.calendar, problems);
    const std::optional<Calendar> calendar = problems.empty() ? std::optional<Calendar>{parts.calendar} : std::nullopt;
    check_work(parts, calendar ? &*calendar : nullptr, problems);
    check_teams(parts, problems);
    return problems;
}

Scenario::Scenario(ScenarioParts parts) : parts_{checked(std::move(parts))}, calendar_{parts_.calendar} {
    for (const Work& work : parts_.work) arrivals_.push_back(volumes(work.arrivals, calendar_));
}

}  // namespace freiton
