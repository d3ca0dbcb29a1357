// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scenario_fields.hpp"

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/routing_fields.hpp"
#include "freiton/input/team_fields.hpp"
#include "freiton/input/work_fields.hpp"

namespace freiton::input {

namespace {

Codec<Organisation> organisation() {
    const Codec<Routing> keys = routing();
    return {[keys](const Reader& reader, const YamlNode& node, Organisation& value) {
                keys.read(reader, node, value.routing);
            },
            [keys](const Organisation& value) {
                YamlNode written = keys.write(value.routing);
                if (written.find("interrupt") == nullptr)  // an empty list replaces that of `routing`
                    written.entries.emplace_back("interrupt", YamlNode{.kind = YamlNode::Kind::list});
                return written;
            },
            keys.schema};
}

// Each organisation is the file's routing with some keys replaced; so routing is read first.
Field<ScenarioParts> organisations_field() {
    const Codec<Organisation> one = organisation();
    const auto all = [one](const Routing& routing) {
        return named_parts(one, "name", Names::plain, Organisation{"", routing});
    };
    return {"organisations",
            "by name, keys of routing to replace",
            false,
            {[all](const Reader& reader, const YamlNode& node, ScenarioParts& parts) {
                 all(parts.routing).read(reader, node, parts.organisations);
             },
             [all](const ScenarioParts& parts) { return all({}).write(parts.organisations); }, all({}).schema}};
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
