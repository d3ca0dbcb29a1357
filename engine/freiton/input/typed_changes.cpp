// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "freiton/core/files.hpp"
#include "freiton/core/text.hpp"
#include "freiton/input/change_scenario.hpp"
#include "freiton/input/key_path.hpp"
#include "freiton/input/read_study.hpp"

namespace freiton::input {

namespace {

std::string place_of(const std::string& path) { return "--set " + path; }

// "KEY=VALUE" as a change; else a problem more.
void add_typed(const std::string& text, std::vector<Change>& changes, Problems& problems) {
    const std::size_t equals = text.find('=');
    const std::string path{trimmed(std::string_view{text}.substr(0, std::min(equals, text.size())))};
    const std::string value = equals == std::string::npos ? "" : text.substr(equals + 1);
    if (path.empty()) return problems.push_back(Problem{Rule::key_missing}.at({"--set", 0}).got(text));
    if (trimmed(value).empty())
        return problems.push_back(Problem{Rule::value_missing}.at({place_of(path), 0}).meant(path + "=VALUE"));
    try {
        changes.push_back({path, parse_yaml(value, place_of(path))});
    } catch (const InputError& error) {
        for (Problem problem : error.problems())
            problems.push_back(std::move(problem).at({place_of(path), 0}));  // no line of any file
    }
}

// Problems that changed_scenario() left without a place: each gets the last change that reaches it.
void place_problems(Problems& problems, const std::vector<Change>& changes) {
    for (Problem& problem : problems) {
        if (!problem.place.file.empty()) continue;
        const auto of_it = std::find_if(changes.rbegin(), changes.rend(), [&](const Change& change) {
            return reaches(change.path, problem.key) || reaches(beginning_like(change.path, problem.key), problem.key);
        });
        if (of_it == changes.rend()) continue;
        problem.place.file = place_of(of_it->path);
        if (problem.key == of_it->path) problem.key.clear();  // it stands there already
    }
}

}  // namespace

std::vector<Change> typed_changes(const std::vector<std::string>& texts) {
    std::vector<Change> changes;
    Problems problems;
    for (const std::string& text : texts) add_typed(text, changes, problems);
    for (Problem& undone : undone_changes(changes, place_of(""))) {
        undone.place = {place_of(undone.key), 0};
        undone.key.clear();  // it stands there already
        problems.push_back(std::move(undone));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
    return changes;
}

bool states(const Change& change, std::string_view key) {
    if (!reaches(change.path, key)) return false;
    for (std::string_view path = change.path; !path.empty(); path = other_parts(path)) key = other_parts(key);
    const YamlNode* node = &change.value;
    for (; node != nullptr && !key.empty(); key = other_parts(key)) node = node->find(first_part(key));
    return node != nullptr;
}

ReadScenario scenario_as_typed(YamlNode tree, const std::vector<Change>& changes, const std::string& file_name,
                               const std::filesystem::path& directory, const TableTexts& texts) {
    Problems problems;
    std::vector<Change> known;  // the others are told, and the rest is looked at without them
    for (const Change& change : changes) {
        YamlNode probe = tree;
        if (const auto unknown = put_value(probe, change.path, change.value))
            problems.push_back(unknown->problem().at({place_of(change.path), 0}));
        else
            known.push_back(change);
    }
    try {
        ReadScenario read = changed_scenario(std::move(tree), known, file_name, directory, texts);
        if (problems.empty()) return read;
    } catch (const InputError& error) {
        Problems of_scenario = error.problems();
        place_problems(of_scenario, known);
        problems.insert(problems.end(), of_scenario.begin(), of_scenario.end());
    }
    throw InputError{std::move(problems)};
}

Scenario read_changed_scenario(const std::filesystem::path& path, const std::vector<Change>& changes) {
    YamlNode tree = parse_yaml(read_file(path, most_yaml_bytes), path.string());
    return scenario_as_typed(std::move(tree), changes, path.string(), path.parent_path()).scenario;
}

}  // namespace freiton::input
