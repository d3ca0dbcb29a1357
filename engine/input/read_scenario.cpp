// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_scenario.hpp"

#include <algorithm>

#include "freiton/core/files.hpp"
#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/read_volumes.hpp"
#include "freiton/input/work_fields.hpp"

namespace freiton::input {

namespace {

Codec<ScenarioParts> scenario() {
    using P = ScenarioParts;
    return mapping<P>({
        {.key = "freiton",
         .meaning = "version of the format: 1",
         .required = true,
         .read =
             [](const Reader& reader, const YamlNode& node, ScenarioParts&) {
                 if (node.text != "1") reader.complain(node, Rule::version_unknown);
             }},
        field("title", &P::title, text(), "what the scenario is about"),
        required_field("calendar", &P::calendar, calendar(), "the horizon and its opening hours"),
        required_field("work", &P::work, works(), "kinds of requests, by name"),
        required_field("teams", &P::teams, teams(), "people with the same skills, by name"),
    });
}

// The line of the deepest node on the way to a key such as "work.sales.target.within".
int line_of(const YamlNode& root, const std::string& key) {
    const YamlNode* node = &root;
    for (std::size_t from = 0; from <= key.size();) {
        const std::size_t to = std::min(key.find('.', from), key.size());
        const YamlNode* next = node->find(key.substr(from, to - from));
        if (next == nullptr) break;
        node = next;
        from = to + 1;
    }
    return node->line;
}

// One of the keys lies within the other: then the second complaint is probably an echo of the first.
bool related(const std::string& a, const std::string& b) {
    const std::string& shorter = a.size() < b.size() ? a : b;
    const std::string& longer = a.size() < b.size() ? b : a;
    if (!longer.starts_with(shorter)) return false;
    return longer.size() == shorter.size() || longer[shorter.size()] == '.' || longer[shorter.size()] == '[';
}

bool echoes(const Problem& later, const Problems& earlier) {
    const bool needs_calendar = later.rule == Rule::list_too_short || later.rule == Rule::list_too_long ||
                                later.rule == Rule::row_not_open || later.rule == Rule::row_outside_horizon;
    return std::any_of(earlier.begin(), earlier.end(), [&](const Problem& first) {
        return related(first.key, later.key) || (needs_calendar && related(first.key, "calendar"));
    });
}

void read_tables(ScenarioParts& parts, const std::filesystem::path& directory, Problems& problems) {
    for (Work& work : parts.work) {
        if (!work.arrivals.file) continue;
        const std::filesystem::path path = directory / work.arrivals.file->path;
        try {
            read_volumes(path, work.name, *work.arrivals.file, problems);
        } catch (const InputError& error) {
            for (Problem problem : error.problems()) {
                problem.key = "work." + work.name + ".arrivals.file";
                problems.push_back(std::move(problem));
            }
        }
    }
}

void sort_by_place(Problems& problems, const std::string& file_name) {
    std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
        const bool a_first = a.place.file == file_name;
        const bool b_first = b.place.file == file_name;
        if (a_first != b_first) return a_first;
        return a.place.file != b.place.file ? a.place.file < b.place.file : a.place.line < b.place.line;
    });
}

}  // namespace

Scenario parse_scenario(std::string yaml, const std::string& file_name, const std::filesystem::path& directory) {
    const YamlNode root = parse_yaml(std::move(yaml), file_name);
    Problems problems;
    ScenarioParts parts;
    scenario()(Reader{file_name, problems}, root, parts);
    read_tables(parts, directory, problems);
    Problems across_fields;
    for (Problem& problem : Scenario::check(parts)) {
        if (echoes(problem, problems)) continue;
        if (problem.place.file.empty()) problem.place = {file_name, line_of(root, problem.key)};
        across_fields.push_back(std::move(problem));
    }
    problems.insert(problems.end(), across_fields.begin(), across_fields.end());
    sort_by_place(problems, file_name);
    if (!problems.empty()) throw InputError{std::move(problems)};
    return Scenario{std::move(parts)};
}

Scenario read_scenario(const std::filesystem::path& path) {
    return parse_scenario(read_file(path, most_yaml_bytes), path.string(), path.parent_path());
}

}  // namespace freiton::input
