// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/change_scenario.hpp"

#include <algorithm>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

void put_all(YamlNode& tree, const std::vector<Change>& changes) {
    Problems problems;
    for (const Change& change : changes)
        if (const auto unknown = put_value(tree, change.path, change.value))
            problems.push_back(
                Problem{Rule::study_key_unknown}.on(change.path).got(unknown->part).meant(unknown->suggestion));
    if (!problems.empty()) throw InputError{std::move(problems)};
}

// Whether the complaint is about what a change put in: about its path or what lies below it
// ("teams.office.absence.share" under "teams.*.absence"), or about a key on the way that no scenario has.
bool is_of_change(const Problem& problem, const std::string& path) {
    const std::string& key = problem.key;
    std::size_t k = 0;
    std::size_t p = 0;
    while (p <= path.size() && k <= key.size()) {
        const std::size_t path_end = std::min(path.find('.', p), path.size());
        const std::size_t key_end = std::min(key.find_first_of(".[", k), key.size());
        const std::string part = path.substr(p, path_end - p);
        if (part != "*" && part != key.substr(k, key_end - k)) return false;
        p = path_end + 1;
        k = key_end + 1;
    }
    return p > path.size() || problem.rule == Rule::key_unknown || problem.rule == Rule::key_unknown_here;
}

}  // namespace

Change typed_change(const std::string& text) {
    const std::size_t equals = text.find('=');
    const std::string path{trimmed(std::string_view{text}.substr(0, std::min(equals, text.size())))};
    if (equals == std::string::npos || path.empty())
        throw InputError{Problem{Rule::value_missing}.at({"--set", 0}).on(text).meant(text + "=VALUE")};
    return {path, parse_yaml(text.substr(equals + 1), "--set " + path)};
}

Scenario read_changed_scenario(const std::filesystem::path& path, const std::vector<Change>& changes) {
    try {
        YamlNode tree = parse_yaml(read_file(path, most_yaml_bytes), path.string());
        return changed_scenario(std::move(tree), changes, path.string(), path.parent_path()).scenario;
    } catch (const InputError& error) {
        Problems problems = error.problems();
        for (Problem& problem : problems)
            if (problem.place.file.empty()) problem.place.file = "--set";
        throw InputError{std::move(problems)};
    }
}

ReadScenario changed_scenario(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                              const std::filesystem::path& directory, const TableTexts& texts) {
    put_all(tree, changes);
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
