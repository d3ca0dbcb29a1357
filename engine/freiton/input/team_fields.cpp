// SPDX-License-Identifier: Apache-2.0
#include "freiton/input/team_fields.hpp"

#include <algorithm>

#include "freiton/input/calendar_fields.hpp"
#include "freiton/input/law_fields.hpp"
#include "freiton/input/scalar_fields.hpp"
#include "freiton/model/staffing_plan.hpp"

namespace freiton::input {

namespace {

// "staff.csv": what a plan writes, and what spreadsheets write.
bool is_table_path(const std::string& text) {
    const std::string lower = lower_case(trimmed(text));
    return lower.ends_with(".csv") || lower.ends_with(".txt") || lower.ends_with(".tsv");
}

// A number, a list by interval, or the path of a table (read later).
Codec<Staff> staff() {
    const Codec<int> people = integer(0, most_people);
    const Codec<std::vector<int>> list = list_of(people);
    const Codec<Staff> one{
        [people](const Reader& reader, const YamlNode& node, Staff& given) {
            if (is_table_path(node.text)) {
                given.path = node.text;
                return;
            }
            if (node.text.find_first_not_of("0123456789.+-eE ") != std::string::npos)
                return reader.complain(node, Rule::staff_expected);
            given.same_for_all = true;
            people.read(reader, node, given.agents.emplace_back());
        },
        [people](const Staff& given) {
            return given.path ? detail::scalar(*given.path, true) : people.write(given.agents.front());
        },
        one_of_schema(
            {people.schema, pattern_schema("path of a CSV", "\\.([Cc][Ss][Vv]|[Tt][Xx][Tt]|[Tt][Ss][Vv])\\s*$")})};
    const Codec<Staff> each{
        [list](const Reader& reader, const YamlNode& node, Staff& given) { list.read(reader, node, given.agents); },
        [list](const Staff& given) { return list.write(given.agents); }, list.schema};
    return scalar_or<Staff>(one, each, [](const Staff& given) { return given.path || given.same_for_all; });
}

Codec<Absence> absence() {
    using P = Absence;
    const Codec<Share> part = share(false);
    const Codec<P> alone{
        [part](const Reader& reader, const YamlNode& node, P& value) { part.read(reader, node, value.share); },
        [part](const P& value) { return part.write(value.share); }, part.schema};
    const Codec<P> keys = mapping<P>({
        required_field("share", &P::share, part, "share of the persons and days"),
        field("length", &P::length, optional_of(duration_law(day_count(), day_count())),
              "of one absence, in working days; none: one day"),
    });
    return scalar_or<P>(alone, keys, [](const P& value) { return !value.length; });
}

// Parts by name, each of them a share that may change through the week.
Codec<Shrinkage> shrinkage_parts() {
    const Codec<Varying<Share>> part = varying(share(false));
    return {[part](const Reader& reader, const YamlNode& node, Shrinkage& value) {
                if (detail::is_empty_mapping(node)) return reader.complain(node, Rule::list_empty);
                value.all = {};
                for (const auto& [name, entry] : node.entries) {
                    if (!detail::is_name(name)) reader.at(name).complain_of_key(entry.line, Rule::name_invalid);
                    part.read(reader.at(name), entry, value.parts.emplace_back(name, Varying<Share>{}).second);
                }
            },
            [part](const Shrinkage& value) {
                YamlNode node{.kind = YamlNode::Kind::mapping};
                for (const auto& [name, share] : value.parts) node.entries.emplace_back(name, part.write(share));
                return node;
            },
            named_schema(part.schema, "part")};
}

// A mapping whose keys are weekdays changes through the week; any other has parts.
Codec<Shrinkage> shrinkage() {
    const Codec<Varying<Share>> all = varying(share(false));
    const Codec<Shrinkage> parts = shrinkage_parts();
    return {[all, parts](const Reader& reader, const YamlNode& node, Shrinkage& value) {
                const bool has_parts = node.kind == YamlNode::Kind::mapping &&
                                       std::none_of(node.entries.begin(), node.entries.end(), [](const auto& entry) {
                                           return weekdays_named(entry.first).has_value();
                                       });
                value = {};
                if (has_parts)
                    parts.read(reader, node, value);
                else
                    all.read(reader, node, value.all);
            },
            [all, parts](const Shrinkage& value) {
                return value.parts.empty() ? all.write(value.all) : parts.write(value);
            },
            one_of_schema({all.schema, parts.schema})};
}

// One wait, or waits by work.
Codec<HelpAfter> help_after() {
    const Codec<Seconds> wait = duration(not_negative, "s");
    return {[wait](const Reader& reader, const YamlNode& node, HelpAfter& value) {
                value = {};
                if (node.kind != YamlNode::Kind::mapping) return wait.read(reader, node, value.all.emplace());
                for (const auto& [work, entry] : node.entries) wait.read(reader.at(work), entry, value.by_work[work]);
            },
            [wait](const HelpAfter& value) {
                if (value.all) return wait.write(*value.all);
                YamlNode node{.kind = value.by_work.empty() ? YamlNode::Kind::empty : YamlNode::Kind::mapping};
                for (const auto& [work, of_work] : value.by_work) node.entries.emplace_back(work, wait.write(of_work));
                return node;
            },
            one_of_schema({wait.schema, named_schema(wait.schema, "work")})};
}

Codec<Away> away() {
    using P = Away;
    const Codec<P> keys = mapping<P>({
        field("handling_time", &P::handling_time, number({.least = 0.1, .most = 10.0}), "factor on handling times"),
    });
    return {[keys](const Reader& reader, const YamlNode& node, P& value) { keys.read(reader, node, value); },
            [keys](const P& value) { return value == P{} ? YamlNode{} : keys.write(value); }, keys.schema};
}

// "28,50 EUR/Std." without its currency.
std::string meant_cost(const std::string& written) {
    const auto from = written.find_first_of("0123456789");
    const std::string per = lower_case(trimmed(written.substr(written.rfind('/') + 1)));
    if (from == std::string::npos || !(per.starts_with('h') || per.starts_with("st"))) return {};
    std::string number = written.substr(from, written.find_first_not_of("0123456789.,", from) - from);
    while (!number.empty() && (number.back() == '.' || number.back() == ',')) number.pop_back();
    const Reading<double> amount = read_amount(number);
    const std::string meant = amount.value ? number : amount.suggestion;
    return meant.empty() ? "" : meant + " / h";
}

// "38 / h"
Codec<double> cost() {
    return {[](const Reader& reader, const YamlNode& node, double& value) {
                if (!detail::expect(reader, node, YamlNode::Kind::scalar)) return;
                const auto slash = node.text.find('/');
                const bool per_hour = slash != std::string::npos && trimmed(node.text.substr(slash + 1)) == "h";
                const Reading<double> amount = read_amount(node.text.substr(0, slash));
                if (amount.value && slash == std::string::npos)
                    return reader.complain(node, Rule::unit_missing, {}, node.text + " / h");
                if (amount.rule == Rule::number_ambiguous)
                    return reader.complain(node, amount.rule, {}, amount.suggestion + " / h");
                if (!amount.value || !per_hour)
                    return reader.complain(node, Rule::cost_expected, {}, meant_cost(node.text));
                if (*amount.value < 0.0) return reader.complain(node, Rule::at_least, {"0 / h"});
                value = *amount.value;
            },
            [](const double& value) { return detail::scalar(amount_text(value) + " / h"); },
            pattern_schema("cost per paid hour", "^\\s*[0-9.]+\\s*/\\s*h\\s*$")};
}

Codec<std::map<std::string, DurationLaw>> handling_times() {
    const Codec<DurationLaw> law = duration_law(duration(time_s, std::string{seconds_or_minutes}),
                                                duration(time_or_none_s, std::string{seconds_or_minutes}));
    return {[law](const Reader& reader, const YamlNode& node, std::map<std::string, DurationLaw>& laws) {
                if (!detail::expect(reader, node, YamlNode::Kind::mapping)) return;
                for (const auto& [work, value] : node.entries) law.read(reader.at(work), value, laws[work]);
            },
            [law](const std::map<std::string, DurationLaw>& laws) {
                YamlNode node{.kind = laws.empty() ? YamlNode::Kind::empty : YamlNode::Kind::mapping};
                for (const auto& [work, value] : laws) node.entries.emplace_back(work, law.write(value));
                return node;
            },
            named_schema(law.schema, "work")};
}

Codec<Reservation> reservation() {
    using P = Reservation;
    return mapping<P>({
        required_field("work", &P::work, text(), "for which they are kept"),
        required_field("people", &P::people, integer(1, most_people), "so many of those who are there"),
        field("hours", &P::hours, optional_of(open_week()), "when; none: always"),
    });
}

Codec<Team> team() {
    using P = Team;
    return mapping<P>({
        field("site", &P::site, optional_of(text()), "where they sit"),
        required_field("handles", &P::handles, list_of(text()), "names of work, in order of preference"),
        field("handling_time", &P::handling_time, handling_times(), "by work, where this team differs"),
        field("staff", &P::staff, optional_of(staff()),
              "given staff: a number, a list by interval, or a CSV with date, start, team, agents; none: find it"),
        field("open", &P::open, optional_of(open_week()), "when people may be there; none: when their site is open"),
        field("min", &P::least, varying(integer(0, most_people)),
              "fewest people in an interval: a number, a list by interval, or either by weekday"),
        field("max", &P::most, varying(integer(0, most_people)),
              "most people in an interval: a number, a list by interval, or either by weekday"),
        field("shrinkage", &P::shrinkage, shrinkage(),
              "planned share of paid time not on duty: paid = required / (1 - shrinkage); a share, a list by interval, "
              "either by weekday, or parts such as {breaks: 8 %, leave: 12 %} that compound"),
        field("absence", &P::absence, optional_of(absence()), "unplanned absence of whole days, person by person"),
        field("after", &P::after, help_after(),
              "contacts that are not of its own site come to it only after this wait; a duration, or by work"),
        field("away", &P::away, away(), "how contacts of other sites differ for it"),
        field("reserved", &P::reserved, list_of(reservation()),
              "people kept for some of its work: what the others do leaves so many idle or busy with it"),
        field("switching", &P::switching, duration(not_negative, "s"),
              "time lost when a person goes from one kind of work to another"),
        field("while_chatting", &P::while_chatting,
              word<WhileChatting>({{"none", WhileChatting::nothing}, {"calls", WhileChatting::calls}}),
              "what may come to somebody who chats, beside further chats: a call, as one of the things he holds"),
        field("cost", &P::cost_per_hour, optional_of(cost()), "of a paid hour"),
        field("max_occupancy", &P::max_occupancy, varying(share()),
              "largest share of their time that people work: a share, a list by interval, or either by weekday"),
    });
}

}  // namespace

Codec<std::vector<Team>> teams() { return named_parts(team(), "name"); }

}  // namespace freiton::input
