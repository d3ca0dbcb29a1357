// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/scenario_fields.hpp"

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/organisation_fields.hpp"
#include "freiton/input/routing_fields.hpp"
#include "freiton/input/team_fields.hpp"
#include "freiton/input/work_fields.hpp"

namespace freiton::input {

namespace {

Codec<SiteHours> site_hours() {
    using P = SiteHours;
    return mapping<P>({
        field("open", &P::open, optional_of(open_week()), "opening hours of the site, within the calendar's"),
        field("holidays", &P::holidays, holidays(), "days on which the site is closed, in the same ways"),
    });
}

void read_sites_by_name(const Codec<SiteHours>& hours, const Reader& reader, const YamlNode& node,
                        ScenarioParts& parts) {
    for (const auto& [site, value] : node.entries) {
        if (!detail::is_name(site)) reader.at(site).complain_of_key(value.line, Rule::name_invalid);
        parts.sites.push_back(site);
        if (value.kind == YamlNode::Kind::empty) continue;
        SiteHours own;
        hours.read(reader.at(site), value, own);
        if (own != SiteHours{}) parts.site_hours.emplace(site, std::move(own));
    }
}

// A list of names; by name where some site has hours or holidays of its own.
Field<ScenarioParts> sites_field() {
    const Codec<std::vector<std::string>> names = list_of(name());
    const Codec<SiteHours> hours = site_hours();
    return {"sites",
            "names of the places where people sit; by name where they have hours or holidays of their own",
            false,
            {[names, hours](const Reader& reader, const YamlNode& node, ScenarioParts& parts) {
                 if (node.kind == YamlNode::Kind::mapping)
                     read_sites_by_name(hours, reader, node, parts);
                 else
                     names.read(reader, node, parts.sites);
             },
             [names, hours](const ScenarioParts& parts) {
                 if (parts.site_hours.empty()) return names.write(parts.sites);
                 YamlNode node{.kind = YamlNode::Kind::mapping};
                 for (const std::string& site : parts.sites) {
                     const auto own = parts.site_hours.find(site);
                     node.entries.emplace_back(site,
                                               own == parts.site_hours.end() ? YamlNode{} : hours.write(own->second));
                 }
                 return node;
             },
             one_of_schema({names.schema, named_schema(hours.schema, "site")})}};
}

// One, or a list; each between 0 and 100 %, both excluded.
Codec<std::vector<Share>> quantiles() {
    const Codec<Share> below_one = share(false);
    const Codec<Share> one = {[below_one](const Reader& reader, const YamlNode& node, Share& value) {
                                  Share taken{0.5};
                                  below_one.read(reader, node, taken);
                                  if (taken.value() < 1e-5) return reader.complain(node, Rule::at_least, {"0.001 %"});
                                  if (taken.value() > 1.0 - 1e-5)
                                      return reader.complain(node, Rule::at_most, {"99.999 %"});
                                  value = taken;
                              },
                              [below_one](const Share& value) { return below_one.write(value); }, below_one.schema};
    using Shares = std::vector<Share>;
    const Codec<Shares> alone = {[one](const Reader& reader, const YamlNode& node, Shares& values) {
                                     one.read(reader, node, values.emplace_back(0.5));
                                 },
                                 [one](const Shares& values) { return one.write(values.front()); }, one.schema};
    return scalar_or<Shares>(alone, list_of(one), [](const Shares& all) { return all.size() == 1; });
}

}  // namespace

Codec<ScenarioParts> scenario_file() {
    using P = ScenarioParts;
    return mapping<P>({
        version_field<P>("freiton"),
        field("title", &P::title, text(), "what the scenario is about"),
        required_field("calendar", &P::calendar, calendar(), "the horizon and its opening hours"),
        sites_field(),
        required_field("work", &P::work, works(), "kinds of requests, by name"),
        required_field("teams", &P::teams, teams(), "people with the same skills, by name"),
        field("routing", &P::routing, routing(), "who may take what, and when"),
        organisations_field(),
        field("simulation", &P::simulation, simulation_options(), "how long to simulate"),
        field("plan", &P::plan, plan_options(), "how to plan"),
        field("quantiles", &P::quantiles, quantiles(),
              "of waits and turnarounds, such as [80 %, 99 %], beside 50, 90 and 95 %: waits of at most this length"),
    });
}

}  // namespace freiton::input
