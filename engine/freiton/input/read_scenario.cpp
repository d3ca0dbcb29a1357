// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/read_scenario.hpp"

#include <algorithm>
#include <cstdlib>

#include "freiton/core/files.hpp"
#include "freiton/input/bracket_mistakes.hpp"
#include "freiton/input/organisation_fields.hpp"
#include "freiton/input/scenario_fields.hpp"

namespace freiton::input {

namespace {

const Codec<ScenarioParts>& scenario_codec() {
    static const Codec<ScenarioParts> codec = scenario_file();
    return codec;
}

// The line of the deepest node on the way to a key such as "work.sales.target.within".
int line_of(const YamlNode& root, const std::string& key) {
    const YamlNode* node = &root;
    for (std::size_t from = 0; from <= key.size();) {
        const std::size_t to = std::min(key.find_first_of(".[", from), key.size());
        const YamlNode* next = node->find(key.substr(from, to - from));
        if (next == nullptr) break;
        node = next;
        from = to + 1;
        if (to == key.size() || key[to] == '.') continue;
        const std::size_t item = std::strtoul(key.c_str() + from, nullptr, 10);  // "leads_to[2].work"
        if (item < 1 || item > node->items.size()) break;
        node = &node->items[item - 1];
        from = std::min(key.find(']', from), key.size() - 1) + 2;
    }
    return node->line;
}

bool lies_within(const std::string& key, const std::string& outer) {
    return key.starts_with(outer) &&
           (key.size() == outer.size() || key[outer.size()] == '.' || key[outer.size()] == '[');
}

// Whether a complaint across fields is only the echo of one about a field.
bool echoes(const Problem& later, const Problems& earlier) {
    const bool about_whole_part = later.rule == Rule::work_without_team || later.rule == Rule::no_team_at_site;
    const bool needs_calendar = later.rule == Rule::list_too_short || later.rule == Rule::list_too_long ||
                                later.rule == Rule::row_not_open || later.rule == Rule::moment_not_open ||
                                later.rule == Rule::row_outside_horizon;
    return std::any_of(earlier.begin(), earlier.end(), [&](const Problem& first) {
        if (needs_calendar && lies_within(first.key, "calendar")) return true;
        if (!later.place.file.empty())  // of a table: only if nothing in it could be read
            return later.rule == Rule::row_outside_horizon &&
                   (first.place.file == later.place.file || first.value == later.place.file);
        if (later.rule == Rule::unknown_name && (first.key == "work" || first.key == "sites")) return true;
        if (about_whole_part) return first.key == later.key || lies_within(first.key, "teams");
        return lies_within(later.key, first.key) || lies_within(first.key, later.key);
    });
}

constexpr std::size_t most_echoed = 100;  // each problem across fields is held against all of them

void add_problems_across_fields(const YamlNode& root, const std::string& file_name, const ScenarioParts& parts,
                                Problems& problems) {
    Problems across_fields;
    std::string key;  // many problems in a row are about one key
    int line = line_of(root, key);
    for (Problem& problem : Scenario::check(parts)) {
        if (echoes(problem, problems)) continue;
        if (problem.key != key) line = line_of(root, key = problem.key);
        if (problem.place.file.empty()) problem.place = {file_name, line};
        across_fields.push_back(std::move(problem));
    }
    problems.insert(problems.end(), across_fields.begin(), across_fields.end());
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

Scenario scenario_from_tree(const YamlNode& root, const std::string& file_name, const std::filesystem::path& directory,
                            const TableTexts& texts) {
    if (root.kind == YamlNode::Kind::empty) throw InputError{Problem{Rule::file_empty}.at({file_name, 0})};
    if (root.find("freiton-study") != nullptr && root.find("freiton") == nullptr)
        throw InputError{Problem{Rule::is_study}.at({file_name, root.find("freiton-study")->line})};
    Problems problems;
    ScenarioParts parts;
    const std::optional<YamlNode> mended = with_brackets_mended(root, file_name, problems);
    scenario_codec().read(Reader{file_name, problems}, mended ? *mended : root, parts);
    if (root.kind != YamlNode::Kind::mapping) throw InputError{std::move(problems)};
    read_tables(parts, directory, problems, texts);
    for (Problem& problem : problems) {  // of a table as a whole: say where the scenario names it
        const bool of_table = !problem.place.file.empty() && problem.place.file != file_name;
        if (!of_table || problem.place.line != 0 || problem.key.empty()) continue;
        problem.value = problem.place.file;
        problem.place = {file_name, line_of(root, problem.key)};
    }
    if (problems.size() <= most_echoed) add_problems_across_fields(root, file_name, parts, problems);
    sort_by_place(problems, file_name);
    if (problems.empty()) organise(root, file_name, directory, texts, parts, problems);
    if (!problems.empty()) throw InputError{std::move(problems)};
    return Scenario{std::move(parts)};
}

Scenario parse_scenario(std::string yaml, const std::string& file_name, const std::filesystem::path& directory) {
    return scenario_from_tree(parse_yaml(std::move(yaml), file_name), file_name, directory);
}

Scenario read_scenario(const std::filesystem::path& path) {
    return parse_scenario(read_file(path, most_yaml_bytes), path.string(), path.parent_path());
}

Scenario with_staff_table(const Scenario& scenario, const std::filesystem::path& table) {
    return with_staff_table(scenario, CsvTable::read(table));
}

Scenario with_staff_table(const Scenario& scenario, const CsvTable& table) {
    ScenarioParts parts = scenario.parts();
    Problems problems;
    read_staff_table(parts, table, problems);
    if (!problems.empty()) throw InputError{std::move(problems)};
    return Scenario{std::move(parts)};
}

std::string scenario_text(const ScenarioParts& parts) { return yaml_text(scenario_codec().write(parts)); }

std::string resolved_scenario(const Scenario& scenario) { return scenario_text(scenario.parts()); }

std::string scenario_json_schema() { return json_schema(scenario_codec().schema, "Freiton scenario"); }

std::string scenario_reference() { return reference_page(scenario_codec().schema); }

}  // namespace freiton::input
