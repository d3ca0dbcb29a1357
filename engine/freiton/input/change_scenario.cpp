// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/change_scenario.hpp"

#include <algorithm>
#include <optional>

#include "freiton/input/key_path.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

Problems put_all(YamlNode& tree, const std::vector<Change>& changes) {
    Problems problems;
    for (const Change& change : changes)
        if (const auto unknown = put_value(tree, change.path, change.value))
            problems.push_back(unknown->problem().on(change.path));
    return problems;
}

// Whether the complaint is about what a change put in: about its path or what lies below it
// ("teams.office.absence.share" under "teams.*.absence"), or about a key on the way that no scenario has.
bool is_of_change(const Problem& problem, const std::string& path) {
    const bool unknown = problem.rule == Rule::key_unknown || problem.rule == Rule::key_unknown_here;
    return reaches(path, problem.key) || (unknown && reaches(beginning_like(path, problem.key), problem.key));
}

}  // namespace

Problems undone_changes(const std::vector<Change>& changes, const std::string& before) {
    Problems undone;
    for (auto later = changes.begin(); later != changes.end(); ++later)
        for (auto earlier = changes.begin(); earlier != later; ++earlier) {
            if (!reaches(later->path, earlier->path)) continue;
            std::string both = before;
            both.append(earlier->path).append(", ").append(before).append(later->path);
            undone.push_back(Problem{Rule::keys_exclusive}.on(later->path).with({std::move(both)}));
        }
    return undone;
}

ReadScenario changed_scenario(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                              const std::filesystem::path& directory, const TableTexts& texts) {
    if (Problems unknown = put_all(tree, changes); !unknown.empty()) throw InputError{std::move(unknown)};
    try {
        Scenario scenario = scenario_from_tree(tree, file_name, directory, texts);
        return {std::move(tree), std::move(scenario)};
    } catch (const InputError& error) {
        Problems problems = error.problems();
        for (Problem& problem : problems) {
            const bool changed = std::any_of(changes.begin(), changes.end(),
                                             [&](const Change& change) { return is_of_change(problem, change.path); });
            if (changed && problem.place.file == file_name) problem.place = {};
        }
        throw InputError{std::move(problems)};
    }
}

}  // namespace freiton::input
