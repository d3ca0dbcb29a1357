// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/organisation_fields.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "freiton/input/key_path.hpp"
#include "freiton/input/read_scenario.hpp"
#include "freiton/input/read_study.hpp"
#include "freiton/input/routing_fields.hpp"

namespace freiton::input {

namespace {

constexpr std::string_view of_routing = "routing.";

// What an organisation may replace beside the routing.
constexpr std::array<std::string_view, 6> replaceable = {"calendar", "sites", "work", "teams", "simulation", "plan"};

bool is_path_elsewhere(std::string_view key) {
    const std::string_view part = first_part(key);
    return std::find(replaceable.begin(), replaceable.end(), part) != replaceable.end();
}

// The path in the file that a key of an organisation means; a bare key is one of the routing.
std::string path_of(const std::string& key) {
    return is_path_elsewhere(key) || key.starts_with(of_routing) ? key : std::string{of_routing}.append(key);
}

// Nothing as a value is no key of the routing: what it takes away, the rest of the file knows.
void read_organisation(const Codec<Routing>& routing, const Reader& reader, const YamlNode& node,
                       Organisation& organisation) {
    if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
    YamlNode of_the_routing{.kind = YamlNode::Kind::mapping, .line = node.line};
    std::set<std::string> paths;
    for (const auto& [key, value] : node.entries) {
        const std::string path = path_of(key);
        if (!paths.insert(path).second)  // bare and as a path
            reader.at(key).complain_of_key(value.line, Rule::keys_exclusive,
                                           {path.substr(of_routing.size()).append(", ").append(path)});
        if (path.starts_with(of_routing) && value.kind != YamlNode::Kind::empty)
            of_the_routing.entries.emplace_back(path.substr(of_routing.size()), value);
        else
            organisation.changes.push_back({path, flow_text(value)});
    }
    routing.read(reader, of_the_routing, organisation.routing);
}

YamlNode write_organisation(const Codec<Routing>& routing, const Organisation& organisation) {
    YamlNode written = routing.write(organisation.routing);
    if (written.find("interrupt") == nullptr)  // an empty list replaces that of `routing`
        written.entries.emplace_back("interrupt", YamlNode{.kind = YamlNode::Kind::list});
    for (const KeyChange& change : organisation.changes)
        written.entries.emplace_back(change.path,
                                     change.value.empty() ? YamlNode{} : parse_yaml(change.value, change.path));
    return written;
}

Codec<Organisation> organisation() {
    const Codec<Routing> keys = routing();
    auto schema = std::make_shared<Schema>(*keys.schema);
    schema->paths = "^(routing|calendar|sites|work|teams|simulation|plan)(\\..+)?$";
    return {[keys](const Reader& reader, const YamlNode& node, Organisation& value) {
                read_organisation(keys, reader, node, value);
            },
            [keys](const Organisation& value) { return write_organisation(keys, value); }, schema};
}

YamlNode without_organisations(YamlNode root) {
    std::erase_if(root.entries, [](const auto& entry) { return entry.first == "organisations"; });
    return root;
}

// The rest of the file with the values of one organisation put in; what cannot be put is told.
YamlNode with_values(YamlNode tree, const std::string& key, const YamlNode& organisation, const std::string& file_name,
                     Problems& problems) {
    for (const auto& [name, value] : organisation.entries)
        if (const auto unknown = put_value(tree, path_of(name), value))
            problems.push_back(
                unknown->problem().at({file_name, value.line}).on(std::string{key}.append(".").append(name)));
    return tree;
}

// The scenario that comes of it, and its routing, which then says all of that.
void take_resolved(const Scenario& resolved, Organisation& organisation) {
    organisation.routing = resolved.routing();
    std::erase_if(organisation.changes, [](const KeyChange& change) { return change.path.starts_with(of_routing); });
    if (!organisation.changes.empty()) organisation.parts = std::make_shared<const ScenarioParts>(resolved.parts());
}

// Figures are held against each other by work.
bool has_same_work(const ScenarioParts& a, const ScenarioParts& b) {
    return std::equal(
        a.work.begin(), a.work.end(), b.work.begin(), b.work.end(),
        [](const Work& one, const Work& other) { return one.name == other.name && one.kind == other.kind; });
}

std::size_t nodes_of(const YamlNode& node) {
    std::size_t nodes = 1;
    for (const YamlNode& item : node.items) nodes += nodes_of(item);
    for (const auto& [key, value] : node.entries) nodes += nodes_of(value);
    return nodes;
}

// Each organisation reads the rest of the file again: as many values in all as a file may have.
bool are_too_large(const YamlNode& rest, const std::vector<Organisation>& organisations, const Place& place,
                   Problems& problems) {
    const auto again = std::count_if(organisations.begin(), organisations.end(),
                                     [](const Organisation& one) { return !one.changes.empty(); });
    if (again == 0 || nodes_of(rest) <= most_yaml_nodes / static_cast<std::size_t>(again)) return false;
    problems.push_back(
        Problem{Rule::too_many_values}.at(place).on("organisations").with({std::to_string(most_yaml_nodes)}));
    return true;
}

}  // namespace

// Each organisation is the file's routing with some keys replaced; so routing is read first.
Field<ScenarioParts> organisations_field() {
    const Codec<Organisation> one = organisation();
    const auto all = [one](const Routing& routing) {
        return named_parts(one, "name", Names::plain, Organisation{.routing = routing});
    };
    return {"organisations",
            "by name, keys of routing to replace, or key paths to anything else; ~ takes a key away",
            false,
            {[all](const Reader& reader, const YamlNode& node, ScenarioParts& parts) {
                 all(parts.routing).read(reader, node, parts.organisations);
             },
             [all](const ScenarioParts& parts) { return all({}).write(parts.organisations); }, all({}).schema}};
}

YamlNode organised_tree(const YamlNode& root, const std::string& organisation) {
    Problems none;
    return with_values(without_organisations(root), "", *root.find("organisations")->find(organisation), "", none);
}

void organise(const YamlNode& root, const std::string& file_name, const std::filesystem::path& directory,
              const TableTexts& texts, ScenarioParts& parts, Problems& problems) {
    const YamlNode* organisations = root.find("organisations");
    if (organisations == nullptr) return;
    const YamlNode rest = without_organisations(root);
    if (are_too_large(rest, parts.organisations, {file_name, organisations->line}, problems)) return;
    for (Organisation& one : parts.organisations) {
        if (one.changes.empty()) continue;
        const std::string key = "organisations." + one.name;
        const YamlNode& node = *organisations->find(one.name);
        Problems own;
        const YamlNode tree = with_values(rest, key, node, file_name, own);
        try {
            if (own.empty()) {
                const Scenario scenario = scenario_from_tree(tree, file_name, directory, texts);
                if (!has_same_work(parts, scenario.parts()))
                    own.push_back(Problem{Rule::organisation_other_work}.at({file_name, node.line}).on(key));
                take_resolved(scenario, one);
            }
        } catch (const InputError& error) {
            for (Problem problem : error.problems()) {
                problem.key = problem.key.empty() ? key : std::string{key}.append(".").append(problem.key);
                if (problem.place.file == file_name) problem.place = {file_name, node.line};
                own.push_back(std::move(problem));
            }
        }
        problems.insert(problems.end(), own.begin(), own.end());
    }
}

}  // namespace freiton::input
