// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scenario_fields.hpp"

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/routing_fields.hpp"
#include "freiton/input/team_fields.hpp"
#include "freiton/input/work_fields.hpp"

namespace freiton::input {

namespace {

// Each organisation is the file's routing with some keys replaced; so routing is read first.
Field<ScenarioParts> organisations_field() {
    const Codec<Routing> keys = routing();
    return {"organisations",
            "by name, keys of routing to replace",
            false,
            {[keys](const Reader& reader, const YamlNode& node, ScenarioParts& parts) {
                 if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
                 for (const auto& [name, value] : node.entries) {
                     if (!detail::is_name(name)) reader.at(name).complain_of_key(value.line, Rule::name_invalid);
                     Organisation organisation{name, parts.routing};
                     keys.read(reader.at(name), value, organisation.routing);
                     parts.organisations.push_back(std::move(organisation));
                 }
             },
             [keys](const ScenarioParts& parts) {
                 YamlNode node{.kind = parts.organisations.empty() ? YamlNode::Kind::empty : YamlNode::Kind::mapping};
                 for (const auto& [name, value] : parts.organisations) {
                     YamlNode written = keys.write(value);
                     if (written.find("interrupt") == nullptr)  // an empty list replaces that of `routing`
                         written.entries.emplace_back("interrupt", YamlNode{.kind = YamlNode::Kind::list});
                     node.entries.emplace_back(name, std::move(written));
                 }
                 return node;
             },
             named_schema(keys.schema, "name")}};
}

}  // namespace

Codec<ScenarioParts> scenario_file() {
    using P = ScenarioParts;
    return mapping<P>({
        version_field<P>("freiton"),
        field("title", &P::title, text(), "what the scenario is about"),
        required_field("calendar", &P::calendar, calendar(), "the horizon and its opening hours"),
        field("sites", &P::sites, list_of(name()), "names of the places where people sit"),
        required_field("work", &P::work, works(), "kinds of requests, by name"),
        required_field("teams", &P::teams, teams(), "people with the same skills, by name"),
        field("routing", &P::routing, routing(), "who may take what, and when"),
        organisations_field(),
        field("simulation", &P::simulation, simulation_options(), "how long to simulate"),
        field("plan", &P::plan, plan_options(), "how to plan"),
    });
}

}  // namespace freiton::input
