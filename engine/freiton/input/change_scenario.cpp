// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/change_scenario.hpp"

#include <algorithm>
#include <optional>

#include "freiton/input/key_path.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

// Whether anything stood under the path; then it is gone.
bool took_away(YamlNode& node, std::string_view path) {
    const std::string_view name = first_part(path);
    const auto is_meant = [&](const auto& entry) { return name == "*" || entry.first == name; };
    const std::string_view further = other_parts(path);
    if (further.empty()) return std::erase_if(node.entries, is_meant) > 0;
    bool any = false;
    for (auto& entry : node.entries) any = (is_meant(entry) && took_away(entry.second, further)) || any;
    return any;
}

// Nothing as a value takes the key away; where there is none it is put in, to be complained about.
Problems put_all(YamlNode& tree, const std::vector<Change>& changes) {
    Problems problems;
    for (const Change& change : changes) {
        if (change.value.kind == YamlNode::Kind::empty && took_away(tree, change.path)) continue;
        if (const auto unknown = put_value(tree, change.path, change.value))
            problems.push_back(unknown->problem().on(change.path));
    }
    return problems;
}

// Whether the complaint is about what a change put in: about its path or what lies below it
// ("teams.office.absence.share" under "teams.*.absence"), or about a key on the way that no scenario has.
bool is_of_change(const Problem& problem, const std::string& path) {
    const bool unknown = problem.rule == Rule::key_unknown || problem.rule == Rule::key_unknown_here;
    return reaches(path, problem.key) || (unknown && reaches(beginning_like(path, problem.key), problem.key));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> undone_changes(const std::vector<Change>& changes) {
    std::vector<std::pair<std::string, std::string>> undone;
    for (std::size_t later = 1; later < changes.size(); ++later)
        for (std::size_t earlier = 0; earlier < later; ++earlier)
            if (reaches(changes[later].path, changes[earlier].path))
                undone.emplace_back(changes[earlier].path, changes[later].path);
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
